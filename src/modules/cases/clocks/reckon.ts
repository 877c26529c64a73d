import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { type ClockReading, type ClockState, type ClockTerms, readClock } from '../clock/clock.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import type { ClockRules } from '../clock/clock-rules.ts';
import { type DueExplanation, explainDue } from '../clock/explain-due.ts';

/** What a row keeps of a reading. */
export interface Reckoned {
  readonly dueOn: LocalDate | null;
  readonly answeredOn: LocalDate | null;
  /** Whether every answer so far came in time: reopening wipes out no lateness. Null while an answer is owed. */
  readonly isOnTime: boolean | null;
  readonly isProvisional: boolean;
  readonly state: ClockState;
  readonly explanation: DueExplanation;
}

/** @param recorded how many of the events are on record already @throws AppError `clock-event-impossible`, `clock-order` like readClock */
export function reckon(
  terms: ClockTerms,
  events: readonly ClockEvent[],
  { rules, calendar }: { readonly rules: ClockRules; readonly calendar: WorkdayCalendar },
  recorded = 0,
): Reckoned {
  const reading = readClock(terms, events, rules, calendar, recorded);
  const explanation = explainDue(reading, calendar);
  return {
    dueOn: reading.due,
    answeredOn: reading.state === 'answered' ? reading.answeredOn : null,
    isOnTime: reading.state === 'answered' ? alwaysOnTime(reading) : null,
    isProvisional: explanation.awaitingYears.length > 0,
    state: reading.state,
    explanation,
  };
}

/** The events in force with those that happen today; a clock of the machine that was put back must not put them out of order. */
export function appended(
  events: readonly ClockEvent[],
  today: LocalDate,
  more: readonly ((on: LocalDate) => ClockEvent)[],
): ClockEvent[] {
  const last = events.at(-1)?.on ?? today;
  const on = last > today ? last : today;
  return more.map((make) => make(on));
}

function alwaysOnTime({ steps }: ClockReading): boolean {
  const answers = steps.filter((step) => step.type === 'answered');
  return answers.every((step) => step.dueBefore === null || step.on <= step.dueBefore);
}
