import { AppError } from './app-error.ts';

/** A day of the official calendar in Asia/Shanghai, written YYYY-MM-DD; sorts and compares as text. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;
const SHORTEST_MONTH = 28;
const ISO_LENGTH = '2026-01-01T00:00:00.000Z'.length;

/** Days outside are no official business, and reckoning from the calendar's last day would never end. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;

/** @throws AppError `date-invalid` when the text is not a real day of 1900 to 2199 (2025-02-30 is refused, not rolled over). */
export function localDate(text: string): LocalDate {
  if (!isLocalDate(text))
    throw new AppError('date-invalid', 400, `“${text}”不是有效日期，请按“年-月-日”填写，例如 2026-03-31。`);
  return text;
}

export function isLocalDate(text: string): text is LocalDate {
  const match = PATTERN.exec(text);
  if (!match || Number(match[1]) < FIRST_YEAR || Number(match[1]) > LAST_YEAR) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** @param month 1 to 12 @param day 1 to 31 @throws AppError `date-invalid` */
export function localDateOf(year: number, month: number, day: number): LocalDate {
  return localDate(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
  );
}

/** The day it is in Asia/Shanghai (UTC+8 all year, no daylight saving since 1992) at that instant, whatever the machine's zone. */
export function localDateAt(instant: Date): LocalDate {
  return dayOf(instant.getTime() + 8 * 3_600_000);
}

/** The instant at which the day begins in Asia/Shanghai. */
export function startOfDay(date: LocalDate): Date {
  return new Date(`${date}T00:00:00+08:00`);
}

/** @throws AppError `date-out-of-range` when the year no longer has four digits */
export function addDays(date: LocalDate, days: number): LocalDate {
  // Every month has 28 days: within them no calendar is asked, and terms are counted day by day.
  const day = Number(date.slice(8)) + days;
  if (day >= 1 && day <= SHORTEST_MONTH && Number.isInteger(day))
    return `${date.slice(0, 8)}${day < 10 ? '0' : ''}${day}` as LocalDate;
  return dayOf(toEpoch(date) + days * DAY_MS);
}

/** Whole days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toEpoch(to) - toEpoch(from)) / DAY_MS);
}

/** 0 Sunday … 6 Saturday. */
export function dayOfWeek(date: LocalDate): number {
  return new Date(toEpoch(date)).getUTCDay();
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** 1 to 12. */
export function monthOf(date: LocalDate): number {
  return Number(date.slice(5, 7));
}

/** @param month 1 to 12 */
export function lastDayOfMonth(year: number, month: number): LocalDate {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;
}

function toEpoch(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** A year of five digits would sort, as text, before every other. */
function dayOf(epoch: number): LocalDate {
  const text = new Date(epoch).toISOString();
  if (text.length !== ISO_LENGTH) throw new AppError('date-out-of-range', 400, '日期超出日历范围，请核对日期和天数。');
  return text.slice(0, 10) as LocalDate;
}
