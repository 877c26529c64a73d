import { AppError } from '../../../../kernel/app-error.ts';
import { OFFICIAL_CALENDAR } from '../../../calendar/calendar.fixtures.ts';
import { readClock } from '../clock.ts';
import { ClockRules } from '../clock-rules.ts';
import { explainDue } from '../explain-due.ts';
import { type SideTerm, sideTerms } from '../side-terms.ts';
import { type DeadlineRow, eventsOf, termsOf } from './notation.fixtures.ts';

export const calendar = OFFICIAL_CALENDAR;
export const rules = new ClockRules();

/** What the clock says of a row, in the words of the table. */
export function outcomeOf({ kind, what }: DeadlineRow): string {
  try {
    const reading = readClock(termsOf(kind), eventsOf(what), rules, calendar);
    const { state, due, count, isOnTime } = reading;
    if (!count) return 'not begun';
    const { awaitingYears } = explainDue(reading, calendar);
    return [
      state,
      ...(due ? [due] : state === 'answered' ? ['-'] : []),
      ...(isOnTime === null ? [] : [isOnTime ? 'in time' : 'late']),
      ...(awaitingYears.length > 0 ? ['awaiting', ...awaitingYears] : []),
    ].join(' ');
  } catch (error) {
    if (error instanceof AppError && error.code === 'clock-event-impossible') return 'refused';
    throw error;
  }
}

const SIDE_TERM_WORDS: Readonly<Record<string, string>> = {
  'request.correctionNotice': 'notice',
  'request.thirdParty': 'third party',
  'request.jointAgency': 'joint agency',
  'request.feePayment': 'fee',
};

export function sideOutcomeOf({ what }: DeadlineRow): string {
  return sideTerms(eventsOf(what), rules, calendar).map(sideTermText).join('; ') || 'none';
}

function sideTermText({ rule, due, endedOn }: SideTerm): string {
  return `${rule ? SIDE_TERM_WORDS[rule] : 'applicant'} until ${due}, ${endedOn ? `ended ${endedOn}` : 'open'}`;
}
