import type { RecordValue, RegisterField } from './register.contract.ts';

/** What stands behind the numbers and ids of a row. */
export interface RecordNames {
  /** Title of a public item. */
  title(number: number): string;
  /** Title of a row. */
  record(id: string): string;
}

/** A value as people read it in lists and tables; empty when there is none. */
export function recordText(field: RegisterField, value: RecordValue | undefined, names: RecordNames): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number')
    return field.type === 'document' || field.type === 'interpretation' ? names.title(value) : String(value);
  if (typeof value === 'string') {
    if (field.type === 'choice') return field.choices?.[value] ?? value;
    return field.type === 'record' ? names.record(value) : value;
  }
  return isList(value) ? value.map((number) => names.title(number)).join('；') : value.name;
}

function isList(value: Exclude<RecordValue, string | number | null>): value is readonly number[] {
  return Array.isArray(value);
}
