import type { LocalDate } from '../../../kernel/local-date.ts';
import { type CaseState, OPEN_CASE_STATES, type Urgency } from '../case-words.ts';

const OPEN: readonly CaseState[] = OPEN_CASE_STATES;

/** @param days today, and the next working day, up to which something is due soon */
export function urgencyOf(
  of: { readonly state: CaseState; readonly answered_on: LocalDate | null; readonly urgent_on: LocalDate | null },
  days: { readonly today: LocalDate; readonly soonUntil: LocalDate },
): Urgency {
  const isOwed = OPEN.includes(of.state) || (of.state === 'merged' && of.answered_on === null);
  if (!isOwed) return 'answered';
  if (of.urgent_on === null) return 'standing';
  if (of.urgent_on < days.today) return 'late';
  if (of.urgent_on === days.today) return 'today';
  return of.urgent_on <= days.soonUntil ? 'soon' : 'later';
}
