import { plainBody } from '../../../kernel/document-body.ts';
import { readDocumentNumber, saysNormative } from '../../../kernel/document-number.ts';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import type { Content } from '../../publications/index.ts';
import { STATUTORY_CLASSES } from '../columns/statutory-content.ts';
import { policyDocument } from '../documents/policy-document.kind.ts';
import { COLUMN_NAMES, type ImportColumn, type ImportValues } from './import-columns.contract.ts';

/** What the rows are checked against. */
export interface ImportRegister {
  readonly units: readonly { readonly id: string; readonly names: readonly string[] }[];
  readonly topics: readonly string[];
  readonly tags: readonly string[];
  readonly fileNames: ReadonlySet<string>;
  /** Numbers of the library as it stands. */
  readonly taken: Pick<ReadonlySet<string>, 'has'>;
  readonly today: LocalDate;
}

export interface ImportProblem {
  /** Column's Chinese name. */
  readonly column: string;
  readonly severity: 'blocks' | 'warns';
  readonly message: string;
}

export interface CheckedRow {
  readonly unitId: string | null;
  readonly publishedOn: LocalDate | null;
  readonly content: Content;
  readonly fileNames: readonly string[];
  /** Document numbers of earlier documents that this one repeals or amends. */
  readonly relations: readonly { readonly type: 'repeals' | 'amends'; readonly documentNumber: string }[];
  readonly problems: readonly ImportProblem[];
}

const TYPES = new Set(
  policyDocument.fields.find((field) => field.code === 'documentType')?.choices?.map((one) => one.value),
);

/**
 * One row of an existing library as content of a policy document, with everything that is wrong about it at once.
 * @param unit name of the owner where the row names none
 */
export function checkRow(values: ImportValues, register: ImportRegister, unit: string | null): CheckedRow {
  const row = new Row(values, register);
  const number = row.number();
  const issuedOn = row.date('issuedOn', true);
  const publishedOn = row.date('publishedOn', false) ?? issuedOn;
  const takesEffectOn = row.date('takesEffectOn', false);
  const expiresOn = row.date('expiresOn', false);
  const closesOn = row.date('closesOn', false);
  row.order('issuedOn', issuedOn, 'publishedOn', publishedOn);
  row.order('takesEffectOn', takesEffectOn, 'expiresOn', expiresOn);
  row.order('issuedOn', issuedOn, 'closesOn', closesOn);
  if (number?.parts?.form === 'yearly' && issuedOn && !issuedOn.startsWith(String(number.parts.year)))
    row.block('documentNumber', `字号中的年份与成文日期 ${issuedOn} 不一致`);
  const unitId = row.unit(unit);
  const title = row.text('title') ?? '';
  if (title === '') row.block('title', '没有标题');
  const normative = row.normative(number?.parts ? saysNormative(number.parts) : false);
  const fields = {
    ...optional('documentNumber', number?.value ?? null),
    ...optional('indexNumber', row.text('indexNumber')),
    ...optional('issuer', row.text('issuer') ?? row.text('unit') ?? unit),
    ...optional('issuedOn', issuedOn),
    documentType: row.documentType(title),
    interpretation: 'earlier',
    normative,
    ...optional('takesEffectOn', takesEffectOn),
    ...optional('expiresOn', expiresOn),
    ...optional('closesOn', closesOn),
    ...optional('topic', row.topic()),
    tags: row.tags(),
    audiences: row.list('audiences'),
    summary: row.text('summary') ?? (row.text('body') ?? title).slice(0, 120),
    ...optional('recipients', row.text('recipients')),
    ...optional('statutoryClass', row.statutoryClass()),
  };
  if (!row.text('body')) row.block('body', '没有正文');
  return {
    unitId,
    publishedOn,
    content: { schema: 1, title, fields, body: plainBody(row.text('body') ?? ''), attachments: [], relations: [] },
    fileNames: row.files(),
    relations: [...row.targets('repeals'), ...row.targets('amends')],
    problems: row.problems,
  };
}

/** Number in its proper form; null: none, or none that could be read. */
export function numberIn(values: ImportValues): string | null {
  return values.documentNumber === undefined ? null : readDocumentNumber(values.documentNumber).value;
}

class Row {
  readonly problems: ImportProblem[] = [];
  readonly #values: ImportValues;
  readonly #register: ImportRegister;

  constructor(values: ImportValues, register: ImportRegister) {
    this.#values = values;
    this.#register = register;
  }

  text(column: ImportColumn): string | null {
    return this.#values[column] ?? null;
  }

  list(column: ImportColumn): string[] {
    const parts = (this.text(column) ?? '').split(/[、，,；;|\n]/).map((part) => part.trim());
    return [...new Set(parts.filter(Boolean))];
  }

  block(column: ImportColumn, message: string): void {
    this.problems.push({ column: COLUMN_NAMES[column], severity: 'blocks', message });
  }

  warn(column: ImportColumn, message: string): void {
    this.problems.push({ column: COLUMN_NAMES[column], severity: 'warns', message });
  }

  number() {
    const text = this.text('documentNumber');
    if (text === null) {
      this.block('documentNumber', '没有发文字号');
      return null;
    }
    const reading = readDocumentNumber(text);
    if (reading.value === null) this.block('documentNumber', `“${text}”：${reading.remarks.join('；')}`);
    else if (reading.remarks.length > 0)
      this.warn('documentNumber', `改写为“${reading.value}”（${reading.remarks.join('；')}）`);
    if (reading.value !== null && this.#register.taken.has(reading.value))
      this.block('documentNumber', `“${reading.value}”已在库中，或在本表中重复`);
    return reading;
  }

  /** 2021-03-05, 2021/3/5, 2021.3.5, 2021年3月5日, 20210305. */
  date(column: ImportColumn, required: boolean): LocalDate | null {
    const text = this.text(column);
    if (text === null) {
      if (required) this.block(column, `没有${COLUMN_NAMES[column]}`);
      return null;
    }
    const parts = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:[T ].*)?$/.exec(text);
    const day = parts ? `${parts[1]}-${parts[2]?.padStart(2, '0')}-${parts[3]?.padStart(2, '0')}` : '';
    if (!isLocalDate(day)) {
      this.block(column, `“${text}”不是日期，请写作 2021-03-05`);
      return null;
    }
    const mayCome = column === 'takesEffectOn' || column === 'expiresOn' || column === 'closesOn';
    if (!mayCome && day > this.#register.today) this.block(column, `${day} 在今天以后`);
    return day;
  }

  order(first: ImportColumn, earlier: string | null, second: ImportColumn, later: string | null): void {
    if (earlier && later && later < earlier) this.block(second, `${later} 早于${COLUMN_NAMES[first]} ${earlier}`);
  }

  unit(fallback: string | null): string | null {
    const name = this.text('unit') ?? fallback ?? this.text('issuer');
    const found = this.#register.units.find((unit) => name !== null && unit.names.includes(name));
    if (!found) this.block('unit', name === null ? '没有公开单位' : `单位库中没有“${name}”，请写全称或登记为别名`);
    return found?.id ?? null;
  }

  normative(byNumber: boolean): boolean {
    const text = this.text('normative');
    if (text === null) return byNumber;
    const says = /^(是|1|true|yes|y|√)$/i.test(text);
    if (says !== byNumber) this.warn('normative', '与发文字号中有无“规”字不一致，请核对');
    return says;
  }

  documentType(title: string): string {
    const given = this.text('documentType');
    if (given && TYPES.has(given)) return given;
    const found = [...TYPES].find((type) => title.endsWith(type)) ?? '通知';
    if (given) this.warn('documentType', `没有“${given}”这一文种，按标题记为“${found}”`);
    return found;
  }

  topic(): string | null {
    const text = this.text('topic');
    if (text === null) this.block('topic', '没有主题分类');
    else if (!this.#register.topics.includes(text)) this.block('topic', `主题目录中没有“${text}”`);
    return text;
  }

  tags(): string[] {
    const tags = this.list('tags');
    const unknown = tags.filter((tag) => !this.#register.tags.includes(tag));
    if (unknown.length > 0) this.warn('tags', `标签目录中没有“${unknown.join('、')}”，不带入`);
    const known = tags.filter((tag) => !unknown.includes(tag));
    if (known.length === 0) this.block('tags', '没有目录内的标签');
    return known;
  }

  statutoryClass(): string | null {
    const text = this.text('statutoryClass');
    if (text === null) return null;
    const found = STATUTORY_CLASSES.find((one) => one.code === text || one.name === text);
    if (!found) this.warn('statutoryClass', `没有“${text}”这一事项，不带入`);
    return found?.code ?? null;
  }

  files(): string[] {
    const names = this.list('attachments');
    for (const name of names)
      if (!this.#register.fileNames.has(name)) this.block('attachments', `压缩包中没有“${name}”`);
    return names;
  }

  targets(type: 'repeals' | 'amends') {
    return this.list(type).flatMap((text) => {
      const { value } = readDocumentNumber(text);
      if (value === null) this.warn(type, `“${text}”不是发文字号，不带入`);
      return value === null ? [] : [{ type, documentNumber: value }];
    });
  }
}

function optional<K extends string>(code: K, value: string | null): Partial<Record<K, string>> {
  return (value === null ? {} : { [code]: value }) as Partial<Record<K, string>>;
}
