/**
 * A register (台账) of interpretation work as data: its fields, which of them head a row, date it and are summed up. List, dialog, check,
 * export and figures are made from this, so a further register is a further entry of `registers.contract.ts`.
 */
export interface Register {
  readonly code: string;
  readonly name: string;
  /** Chinese: what one row is, with its measure word, for example “条问题”. */
  readonly noun: string;
  readonly lead: string;
  readonly fields: readonly RegisterField[];
  /** Code of the field that heads a row. */
  readonly title: string;
  /** Code of the day by which rows are ordered and counted into a year. */
  readonly day: string;
  /** Code of the count that is summed up, with the word for the sum. */
  readonly amount?: { readonly field: string; readonly label: string };
  /** Code of the field that names the public item which a row is about. */
  readonly about?: string;
  /** Register whose rows hang below a row of this one. */
  readonly below?: { readonly register: string; readonly label: string };
}

export type RegisterFieldType =
  | 'text'
  | 'longText'
  | 'day'
  | 'count'
  | 'choice'
  /** http or https. */
  | 'address'
  /** Permanent number of a public policy document. */
  | 'document'
  | 'documents'
  /** Permanent number of a public interpretation. */
  | 'interpretation'
  /** Id of a row of another register. */
  | 'record'
  /** An uploaded and inspected file. */
  | 'file';

export interface RegisterField {
  readonly code: string;
  readonly label: string;
  readonly type: RegisterFieldType;
  readonly required?: boolean;
  readonly help?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** Characters; absent: 100, `longText` 2000. */
  readonly maxLength?: number;
  /** For `record`: code of the register. */
  readonly of?: string;
  /** Shown as a column of the list. */
  readonly listed?: boolean;
  /** Not asked for in the form: set by an act of its own. */
  readonly byAct?: boolean;
}

/** A file as a row names it. */
export interface NamedFile {
  readonly sha256: string;
  readonly name: string;
}

export type RecordValue = string | number | readonly number[] | NamedFile | null;
export type RecordValues = Readonly<Record<string, RecordValue>>;

export const LONGEST = { text: 100, longText: 2000, address: 1000 } as const;
/** A count is one of people, readers or times, and no telephone number. */
export const MOST_COUNTED = 1_000_000_000;

export function fieldOf(register: Register, code: string): RegisterField | undefined {
  return register.fields.find((field) => field.code === code);
}
