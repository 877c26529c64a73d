import { describe, expect, it } from 'vitest';
import { AppError } from '../../../kernel/app-error.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { officialYears } from '../../calendar/official-years.ts';
import { readClock } from './clock.ts';
import { ClockRules } from './clock-rules.ts';
import { type DeadlineRow, eventsOf, termsOf } from './deadline-table/notation.fixtures.ts';
import { DEADLINE_TABLE, SIDE_TERM_TABLE } from './deadline-table.fixtures.ts';
import { explainDue } from './explain-due.ts';
import { type SideTerm, sideTerms } from './side-terms.ts';

const calendar = new WorkdayCalendar(officialYears());
const rules = new ClockRules();

for (const [subject, rows] of Object.entries(DEADLINE_TABLE)) {
  describe(subject, () => {
    for (const row of rows) {
      it(`${row.basis}: ${row.kind}, ${row.what}`, () => {
        expect(outcomeOf(row)).toBe(row.outcome);
      });
    }
  });
}

describe('terms beside the main one', () => {
  for (const { basis, what, outcome } of SIDE_TERM_TABLE) {
    it(`${basis}: ${what}`, () => {
      expect(sideTerms(eventsOf(what), rules, calendar).map(sideTermText).join('; ') || 'none').toBe(outcome);
    });
  }
});

/** In the words of the table. */
function outcomeOf({ kind, what }: DeadlineRow): string {
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

function sideTermText({ rule, due, endedOn }: SideTerm): string {
  return `${rule ? SIDE_TERM_WORDS[rule] : 'applicant'} until ${due}, ${endedOn ? `ended ${endedOn}` : 'open'}`;
}
