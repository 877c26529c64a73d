import { daysBetween, type LocalDate, localDateOf } from '../../../kernel/local-date.ts';
import type { ReportScope } from '../reports/report-words.ts';

/** By when a report is published, and why. */
export interface DueDate {
  readonly dueOn: LocalDate;
  readonly basis: string;
  /** Null: as the Regulations say, nobody set another. */
  readonly version: number | null;
}

/** Regulations art. 49: units by 31 January, the government by 31 March of the next year. */
export function statutoryDueDate(scope: ReportScope, year: number): DueDate {
  const month = scope === 'unit' ? 1 : 3;
  return { dueOn: localDateOf(year + 1, month, 31), basis: '《政府信息公开条例》第四十九条', version: null };
}

export type Punctuality = 'published' | 'publishedLate' | 'waiting' | 'overdue';

/** Whether the report came in time (RPT-C1). @param publishedOn null: not yet */
export function punctuality(dueOn: LocalDate, publishedOn: LocalDate | null, today: LocalDate): Punctuality {
  if (publishedOn !== null) return publishedOn > dueOn ? 'publishedLate' : 'published';
  return today > dueOn ? 'overdue' : 'waiting';
}

/** Days before the due day on which those are told who have not published; negative: after it. */
export const TOLD_DAYS_BEFORE = [30, 14, 7, 3, 1, 0, -1, -7, -14] as const;

/**
 * The reminder that has come and was not sent: the latest of those whose day is past, so that a worker that stood still does not send all
 * of them at once. Nobody is told of years long past.
 */
export function reminderDue(dueOn: LocalDate, told: ReadonlySet<number>, today: LocalDate): number | null {
  const left = daysBetween(today, dueOn);
  const last = Math.min(...TOLD_DAYS_BEFORE);
  if (left < last) return null;
  const come = TOLD_DAYS_BEFORE.filter((days) => left <= days);
  const latest = come.at(-1);
  return latest === undefined || told.has(latest) ? null : latest;
}
