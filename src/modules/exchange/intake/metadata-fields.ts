import type { Reason } from '../../../kernel/app-error.ts';
import { readDocumentNumber } from '../../../kernel/document-number.ts';
import { isLocalDate } from '../../../kernel/local-date.ts';
import type { Choice, FieldDefinition, FieldValue } from '../../publications/index.ts';

/** Choices that the office keeps, by the address from which a field takes them. */
export type IntakeCatalogue = Readonly<Record<string, readonly Choice[]>>;

const YES = new Set([true, 'true', '是']);
const NO = new Set([false, 'false', '否']);

/** Reads the values of a delivery one by one and collects what is wrong and what somebody should look at. */
export class FieldReader {
  readonly faults: Reason[] = [];
  readonly doubts: string[] = [];
  readonly #values: Readonly<Record<string, unknown>>;
  readonly #catalogue: IntakeCatalogue;

  constructor(values: Readonly<Record<string, unknown>>, catalogue: IntakeCatalogue) {
    this.#values = values;
    this.#catalogue = catalogue;
  }

  fault(field: string, message: string): void {
    this.faults.push({ field, message });
  }

  hasFault(field: string): boolean {
    return this.faults.some((fault) => fault.field === field);
  }

  value(key: string): unknown {
    return Object.hasOwn(this.#values, key) ? this.#values[key] : undefined;
  }

  /** Null when it is absent, empty or wrong. */
  text(key: string, label: string, longest: number): string | null {
    const value = this.value(key);
    if (value === undefined || value === null) return null;
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.fault(key, `${label}应为文字。`);
      return null;
    }
    const text = String(value).normalize('NFC').trim();
    if (text.length > longest) this.fault(key, `${label}最多 ${longest} 字，现有 ${text.length} 字。`);
    return text === '' || text.length > longest ? null : text;
  }

  /** Undefined when it is absent, empty, wrong or not ours. */
  field(field: FieldDefinition): FieldValue | undefined {
    const value = this.value(field.code);
    if (value === undefined || value === null || value === '') return undefined;
    switch (field.type) {
      case 'boolean':
        return this.#boolean(field, value);
      case 'number':
        return this.#number(field, value);
      case 'date':
        return this.#date(field);
      case 'tags':
      case 'choices':
        return this.#several(field, value);
      case 'choice':
        return this.#choice(field);
      case 'documentNumber':
        return this.#documentNumber(field);
      default:
        return (
          this.text(field.code, field.label, field.maxLength ?? (field.type === 'longText' ? 5000 : 500)) ?? undefined
        );
    }
  }

  #boolean({ code, label }: FieldDefinition, value: unknown): boolean | undefined {
    if (YES.has(value as string)) return true;
    if (NO.has(value as string)) return false;
    this.fault(code, `${label}（${code}）应为 true 或 false。`);
    return undefined;
  }

  #number({ code, label }: FieldDefinition, value: unknown): number | undefined {
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    this.fault(code, `${label}（${code}）应为数字。`);
    return undefined;
  }

  /** 2026-03-05, 2026/3/5, 2026年3月5日. */
  #date({ code, label }: FieldDefinition): string | undefined {
    const text = this.text(code, label, 40);
    if (text === null) return undefined;
    const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ].*)?$/.exec(text);
    const day = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : '';
    if (isLocalDate(day)) return day;
    this.fault(code, `${label}（${code}）“${text}”不是日期，请写作 2026-03-05。`);
    return undefined;
  }

  /** Kept as it is when it cannot be read: the element check tells the officer, and the document is registered all the same. */
  #documentNumber({ code, label }: FieldDefinition): string | undefined {
    const text = this.text(code, label, 100);
    if (text === null) return undefined;
    const { value, remarks } = readDocumentNumber(text);
    if (value !== null && remarks.length > 0)
      this.doubts.push(`${label}由“${text}”改写为“${value}”（${remarks.join('；')}）。`);
    return value ?? text;
  }

  #choice(field: FieldDefinition): string | undefined {
    const text = this.text(field.code, field.label, 200);
    if (text === null) return undefined;
    const found = this.#find(field, text);
    if (found !== undefined) return found;
    if (field.choicesFrom) this.doubts.push(`${field.label}目录中没有“${text}”，未带入，请选择。`);
    else this.fault(field.code, `${field.label}（${field.code}）没有“${text}”，可以是：${wordsOf(field.choices)}。`);
    return undefined;
  }

  #several(field: FieldDefinition, value: unknown): string[] | undefined {
    const given = typeof value === 'string' ? value.split(/[、，,；;|]/) : value;
    if (
      !Array.isArray(given) ||
      given.length > 100 ||
      given.some((one) => typeof one !== 'string' || one.length > 200)
    ) {
      this.fault(field.code, `${field.label}（${field.code}）应为文字列表，例如 ["教育", "就业"]。`);
      return undefined;
    }
    const words = [...new Set(given.map((one: string) => one.normalize('NFC').trim()).filter(Boolean))];
    const known = words.flatMap((word) => this.#find(field, word) ?? []);
    const unknown = words.filter((word) => this.#find(field, word) === undefined);
    if (unknown.length > 0) this.doubts.push(`${field.label}目录中没有“${unknown.join('、')}”，未带入，请核对。`);
    return known.length > 0 ? known : undefined;
  }

  /** By value or label; any word fits where the field has no list. */
  #find(field: FieldDefinition, text: string): string | undefined {
    const choices = field.choicesFrom ? this.#catalogue[field.choicesFrom] : field.choices;
    if (!choices) return text;
    return choices.find((choice) => choice.value === text || choice.label === text)?.value;
  }
}

function wordsOf(choices: readonly Choice[] | undefined): string {
  return (choices ?? []).map(({ value, label }) => (value === label ? label : `${value}（${label}）`)).join('、');
}
