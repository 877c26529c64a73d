import { addDays, type LocalDate, localDateAt, startOfDay } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';

/** Hours of the day in Asia/Shanghai in which time counts. */
const OPENS = 9;
const CLOSES = 17;
const HOUR_MS = 3_600_000;
export const HOURS_A_DAY = CLOSES - OPENS;

/**
 * Working hours between two instants: of working days, from 9:00 to 17:00. Nothing when `to` lies before `from`.
 * @returns hours, to the minute
 */
export function workHours(from: Date, to: Date, calendar: WorkdayCalendar): number {
  if (to <= from) return 0;
  const first = localDateAt(from);
  const last = localDateAt(to);
  if (first === last) return rounded(within(first, from, to, calendar));
  const between = calendar.workdaysBetween(first, addDays(last, -1)) * HOURS_A_DAY;
  return rounded(within(first, from, null, calendar) + between + within(last, null, to, calendar));
}

/** Milliseconds of the day's working time that lie after `from` and before `to`, in hours. */
function within(day: LocalDate, from: Date | null, to: Date | null, calendar: WorkdayCalendar): number {
  if (!calendar.isWorkday(day)) return 0;
  const midnight = startOfDay(day).getTime();
  const begin = Math.max(midnight + OPENS * HOUR_MS, from?.getTime() ?? 0);
  const end = Math.min(midnight + CLOSES * HOUR_MS, to?.getTime() ?? Number.POSITIVE_INFINITY);
  return Math.max(0, end - begin) / HOUR_MS;
}

function rounded(hours: number): number {
  return Math.round(hours * 60) / 60;
}
