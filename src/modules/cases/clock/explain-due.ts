import { addDays, type LocalDate } from '../../../kernel/local-date.ts';
import { dayReason, provisionalText } from '../../../kernel/workday-explanation.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { counts, endOf, pauseOn } from './clock.ts';
import type { ClockReading, Count } from './clock-reading.ts';

export interface ExplainedDay {
  readonly date: LocalDate;
  /** Which day of the term it is; null: passed over. */
  readonly number: number | null;
  /** 工作日, 周末, 国庆节放假, 征求第三方意见，不计. */
  readonly reason: string;
}

export interface DueExplanation {
  /** Null while the clock stands still. */
  readonly due: LocalDate | null;
  /** The whole way in Chinese sentences, each with its basis. */
  readonly sentences: readonly string[];
  /** From the day after the start of the count that holds now to the due day; of a standing clock, empty. */
  readonly days: readonly ExplainedDay[];
  /** Years whose notice is missing and that the count touches; empty: final. */
  readonly awaitingYears: readonly number[];
}

/** Why it is this day: the events with their bases, and every day counted or passed over. */
export function explainDue(reading: ClockReading, calendar: WorkdayCalendar): DueExplanation {
  const { count, due } = reading;
  const isCounted = count && due && !count.fixed && !count.delayedUntil;
  const days = isCounted ? daysOf(count, calendar) : [];
  const awaitingYears = count && due && !count.fixed ? awaitingYearsOf(count, due, calendar) : [];
  const sentences = reading.steps.map((step) => (step.basis ? `${step.says}（依据：${step.basis}）` : step.says));
  if (awaitingYears.length > 0) sentences.push(`${provisionalText(awaitingYears)}。`);
  return { due, sentences, days, awaitingYears };
}

/** Of a delay only the question whether its last day is worked can change. */
function awaitingYearsOf(count: Count, due: LocalDate, calendar: WorkdayCalendar): readonly number[] {
  return calendar.awaitingYears(count.delayedUntil ?? addDays(count.start, 1), due);
}

function daysOf(count: Count, calendar: WorkdayCalendar): ExplainedDay[] {
  const end = endOf(count, calendar);
  const days: ExplainedDay[] = [];
  let number = 0;
  for (let date = addDays(count.start, 1); end && date <= end; date = addDays(date, 1)) {
    const isCounted = number < count.allowance && counts(count, date, calendar);
    if (isCounted) number += 1;
    days.push({ date, number: isCounted ? number : null, reason: reasonOf(count, date, number, calendar) });
  }
  return days;
}

function reasonOf(count: Count, date: LocalDate, number: number, calendar: WorkdayCalendar): string {
  const pause = pauseOn(count, date);
  if (pause) return `征求${pause.whom === 'thirdParty' ? '第三方' : '共同制作机关'}意见，不计`;
  const reason = dayReason(calendar.day(date));
  return count.rule.unit === 'day' && number === count.allowance && !calendar.isWorkday(date)
    ? `${reason}，期满日顺延`
    : reason;
}
