import type { Place } from './source-document.ts';

/** What a plan document says, as data; the same shape is printed by `mingchuang plan read FILE --json`. */
export interface PlanReading {
  readonly plan: PlanHead;
  readonly tasks: readonly ReadTask[];
  readonly warnings: readonly ReadingWarning[];
}

export interface PlanHead {
  readonly title: string | null;
  readonly issuer: string | null;
  /** 发文字号, for example 某府办〔2023〕14号. */
  readonly documentNumber: string | null;
  /** 成文日期 as YYYY-MM-DD. */
  readonly issuedOn: string | null;
  /** Year that the plan is for; bare months in deadlines belong to it. */
  readonly year: number | null;
  readonly level: PlanLevel | null;
}

export type PlanLevel = 'city' | 'district' | 'unit';

export interface ReadTask {
  readonly number: number;
  readonly category: string | null;
  readonly name: string | null;
  readonly content: string;
  readonly units: readonly ReadUnit[];
  /** The unit cell as printed, line breaks resolved. */
  readonly unitsText: string;
  readonly deadlineText: string;
  readonly deadline: Deadline;
  readonly place: Place;
}

export interface ReadUnit {
  readonly name: string;
  readonly role: UnitRole;
}

/** lead 牵头, support 配合, responsible otherwise. */
export type UnitRole = 'lead' | 'support' | 'responsible';

/** PLAN-4. Days are YYYY-MM-DD in the official calendar, both ends included; `from` is null for a bare due day. */
export interface Deadline {
  readonly kind: DeadlineKind;
  readonly from: string | null;
  readonly to: string | null;
  /** Only with kind `multi`: each due day or window. */
  readonly periods?: readonly DeadlinePeriod[];
  /** Chinese, how a wording was understood. */
  readonly note: string | null;
}

export type DeadlineKind =
  | 'year'
  | 'realtime'
  | 'date'
  | 'month'
  | 'quarter'
  | 'halfyear'
  | 'multi'
  | 'relative'
  | 'unknown';

export interface DeadlinePeriod {
  readonly from: string | null;
  readonly to: string;
}

/** A doubt said aloud: which field of which task rests on weak evidence, and where it stood. */
export interface ReadingWarning {
  readonly field: WarningField;
  readonly taskNumber: number | null;
  readonly place: Place | null;
  /** Chinese sentence. */
  readonly message: string;
}

export type WarningField =
  | 'document'
  | 'title'
  | 'year'
  | 'number'
  | 'category'
  | 'name'
  | 'content'
  | 'units'
  | 'deadline';
