import type { Reason } from '../../../kernel/app-error.ts';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import { isWebAddress } from '../web-address.ts';
import {
  LONGEST,
  MOST_COUNTED,
  type NamedFile,
  type RecordValue,
  type RecordValues,
  type Register,
  type RegisterField,
} from './register.contract.ts';

export interface ReadRecord {
  readonly values: RecordValues;
  /** Every fault at once, in Chinese, each with its field. */
  readonly reasons: readonly Reason[];
}

const MOST_DOCUMENTS = 20;

/**
 * Reads what somebody filled in against the register's fields. Whether the numbers, rows and files that it names exist is asked elsewhere.
 * @param today nothing that is filed has happened later
 */
export function readRecord(register: Register, raw: Readonly<Record<string, unknown>>, today: LocalDate): ReadRecord {
  const values: Record<string, RecordValue> = {};
  const reasons: Reason[] = [];
  const asked = register.fields.filter((field) => !field.byAct);
  for (const code of Object.keys(raw)) {
    if (!register.fields.some((field) => field.code === code))
      reasons.push({ field: code, message: `“${register.name}”没有“${code}”这一项。` });
  }
  for (const field of asked) {
    const read = readValue(field, raw[field.code], today);
    if ('fault' in read) reasons.push({ field: field.code, message: read.fault });
    else if (read.value === null && field.required)
      reasons.push({ field: field.code, message: `请${asksToFill(field) ? '填写' : '选择'}${field.label}。` });
    else values[field.code] = read.value;
  }
  return { values, reasons };
}

type Read = { readonly value: RecordValue } | { readonly fault: string };

function readValue(field: RegisterField, raw: unknown, today: LocalDate): Read {
  if (raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '')) return { value: null };
  switch (field.type) {
    case 'count':
      return readCount(field, raw);
    case 'document':
    case 'interpretation':
      return isNumber(raw) ? { value: raw } : { fault: `${field.label}请从已公开的信息中选择。` };
    case 'documents':
      return readNumbers(field, raw);
    case 'file':
      return isFile(raw) ? { value: { sha256: raw.sha256, name: raw.name } } : { fault: '请先上传文件。' };
    default:
      return typeof raw === 'string' ? readText(field, raw.trim(), today) : { fault: `${field.label}应为文字。` };
  }
}

function readText(field: RegisterField, text: string, today: LocalDate): Read {
  if (field.type === 'day') {
    if (!isLocalDate(text)) return { fault: `${field.label}请按“年-月-日”填写，例如 2026-03-31。` };
    return text > today ? { fault: `${field.label}不能晚于今天，事情发生后再登记。` } : { value: text };
  }
  if (field.type === 'choice')
    return Object.hasOwn(field.choices ?? {}, text)
      ? { value: text }
      : { fault: `${field.label}没有“${text}”这一项。` };
  if (field.type === 'record') return UUID.test(text) ? { value: text } : { fault: `请选择${field.label}。` };
  const longest =
    field.maxLength ?? (field.type === 'text' ? LONGEST.text : LONGEST[field.type as 'longText' | 'address']);
  if (text.length > longest) return { fault: `${field.label}最多 ${longest} 字，现在 ${text.length} 字。` };
  if (field.type === 'address' && !isWebAddress(text))
    return { fault: `${field.label}应以 http:// 或 https:// 开头，请从浏览器地址栏复制。` };
  return { value: text };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function readCount(field: RegisterField, raw: unknown): Read {
  const isCount = typeof raw === 'number' && Number.isInteger(raw) && raw >= 0 && raw <= MOST_COUNTED;
  return isCount ? { value: raw } : { fault: `${field.label}应为不小于 0 的整数。` };
}

function readNumbers(field: RegisterField, raw: unknown): Read {
  if (!Array.isArray(raw) || !raw.every(isNumber)) return { fault: `${field.label}请从已公开的信息中选择。` };
  if (raw.length > MOST_DOCUMENTS) return { fault: `${field.label}最多选 ${MOST_DOCUMENTS} 件。` };
  return { value: raw.length === 0 ? null : [...new Set(raw)] };
}

function isNumber(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isSafeInteger(raw) && raw > 0;
}

function isFile(raw: unknown): raw is NamedFile {
  const file = raw as { sha256?: unknown; name?: unknown };
  return typeof raw === 'object' && typeof file.sha256 === 'string' && typeof file.name === 'string';
}

function asksToFill(field: RegisterField): boolean {
  return ['text', 'longText', 'count', 'address'].includes(field.type);
}
