import type { Reason } from '../../../kernel/app-error.ts';
import type { OpenItemSummary } from '../../publications/index.ts';
import { DOCUMENT_KINDS, INTERPRETATION_KINDS } from './public-names.ts';
import type { NamedFile, RecordValue, RecordValues, Register } from './register.contract.ts';

/** What the world knows of the things that a row names. */
export interface KnownThings {
  readonly items: ReadonlyMap<number, Pick<OpenItemSummary, 'kind' | 'status'>>;
  /** Register of each row, by id. */
  readonly records: ReadonlyMap<string, string>;
  /** Hashes of inspected files. */
  readonly files: ReadonlySet<string>;
}

/** Public numbers that the values name. */
export function numbersIn(register: Register, values: RecordValues): number[] {
  return register.fields.flatMap((field) => {
    const value = values[field.code];
    if (field.type === 'documents') return [...((value ?? []) as readonly number[])];
    return (field.type === 'document' || field.type === 'interpretation') && typeof value === 'number' ? [value] : [];
  });
}

/** Ids of the rows that the values name. */
export function recordsIn(register: Register, values: RecordValues): string[] {
  return register.fields.flatMap((field) => {
    const value = values[field.code];
    return field.type === 'record' && typeof value === 'string' ? [value] : [];
  });
}

/** Everything that a row names and that is not there. */
export function missingReferences(register: Register, values: RecordValues, known: KnownThings): Reason[] {
  return register.fields.flatMap((field): Reason[] => {
    const value: RecordValue = values[field.code] ?? null;
    if (value === null) return [];
    const isThere = (() => {
      switch (field.type) {
        case 'document':
          return isPublic(known, value as number, DOCUMENT_KINDS);
        case 'interpretation':
          return isPublic(known, value as number, INTERPRETATION_KINDS);
        case 'documents':
          return (value as readonly number[]).every((number) => isPublic(known, number, DOCUMENT_KINDS));
        case 'record':
          return known.records.get(value as string) === field.of;
        case 'file':
          return known.files.has((value as NamedFile).sha256);
        default:
          return true;
      }
    })();
    return isThere ? [] : [{ field: field.code, message: `没有找到所选的${field.label}，请重新选择。` }];
  });
}

function isPublic(known: KnownThings, number: number, kinds: readonly string[]): boolean {
  const item = known.items.get(number);
  return item !== undefined && item.status === 'public' && kinds.includes(item.kind);
}
