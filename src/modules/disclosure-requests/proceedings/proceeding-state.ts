import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { ProceedingResult } from '../request-facts.ts';
import type { ProceedingState } from './proceeding-words.ts';

/** What a row says; its state follows from it and is never set by hand. */
export interface ProceedingDays {
  readonly answeredOn: LocalDate | null;
  readonly heardOn: LocalDate | null;
  readonly closedOn: LocalDate | null;
}

export function stateOf({ answeredOn, heardOn, closedOn }: ProceedingDays): ProceedingState {
  if (closedOn) return 'closed';
  if (heardOn) return 'heard';
  return answeredOn ? 'answered' : 'received';
}

export type Urgency = 'late' | 'today' | 'soon' | 'later' | 'none';

/**
 * How pressing the next duty is: the answer until it is handed in, after a correction the mending of what was wrong.
 * @param dueOn null: nothing is due
 */
export function urgencyOf(dueOn: LocalDate | null, today: LocalDate, calendar: WorkdayCalendar): Urgency {
  if (dueOn === null) return 'none';
  if (dueOn < today) return 'late';
  if (dueOn === today) return 'today';
  // Two working days are what writing, evidence and signature need.
  return calendar.workdaysBetween(today, dueOn) <= 2 ? 'soon' : 'later';
}

export interface ProceedingDuties extends ProceedingDays {
  readonly answerDueOn: LocalDate;
  readonly result: ProceedingResult | null;
  readonly rectifyDueOn: LocalDate | null;
  readonly rectifiedOn: LocalDate | null;
}

/** The duty that comes next, with its day. */
export function nextDuty(
  of: ProceedingDuties,
): { readonly what: 'answer' | 'rectify'; readonly dueOn: LocalDate } | null {
  if (of.closedOn === null) return of.answeredOn === null ? { what: 'answer', dueOn: of.answerDueOn } : null;
  return of.rectifyDueOn !== null && of.rectifiedOn === null ? { what: 'rectify', dueOn: of.rectifyDueOn } : null;
}
