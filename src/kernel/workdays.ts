import { AppError } from './app-error.ts';
import { addDays, dayOfWeek, type LocalDate, lastDayOfMonth, localDateOf, monthOf, yearOf } from './local-date.ts';
import { statutoryHolidays } from './statutory-holidays.ts';

/** What the State Council office's notice says of one year (IX-9). */
export interface YearNotice {
  readonly year: number;
  readonly days: readonly NoticeDay[];
}

/** A day that differs from the ordinary week: off on a weekday (or a weekend day of a holiday), or a made-up working day. */
export interface NoticeDay {
  readonly date: LocalDate;
  readonly kind: 'off' | 'work';
  /** Holiday it belongs to, for example 国庆节. */
  readonly name: string;
}

export interface CalendarDay {
  readonly date: LocalDate;
  readonly work: boolean;
  readonly reason: 'weekday' | 'weekend' | 'holiday' | 'makeUp';
  /** Name of the holiday, when the reason is one. */
  readonly name: string | null;
  /** Year of the notice that is missing, when the day may still change. */
  readonly awaitingYear: number | null;
}

/** A working-day reckoning with each day named, so that it can be checked by hand. */
export interface Explanation {
  readonly start: LocalDate;
  readonly workdays: number;
  readonly due: LocalDate;
  /** From the day after (or before) the start to the due day; `count` is null for a day that is passed over. */
  readonly days: readonly (CalendarDay & { readonly count: number | null })[];
  /** Years whose notice is missing and that the reckoning touches; empty: final. */
  readonly awaitingYears: readonly number[];
}

/** New year's holiday may move days of the old year's last week (2007-12-29 was such a day), so these wait for the next notice. */
const LAST_WEEK = '12-25';
const LONGEST = 5_000;

/**
 * Working days of the official calendar. Days are text, so no time zone can shift them. A year without notice is *provisional*:
 * it is reckoned with weekends and statutory holidays, and every day of it says so.
 */
export class WorkdayCalendar {
  readonly #announced: ReadonlyMap<LocalDate, NoticeDay>;
  readonly #years: ReadonlySet<number>;
  readonly #statutory = new Map<number, ReadonlyMap<LocalDate, string>>();
  readonly #months = new Map<LocalDate, number>();

  constructor(notices: readonly YearNotice[]) {
    this.#announced = new Map(notices.flatMap((notice) => notice.days.map((day) => [day.date, day])));
    this.#years = new Set(notices.map((notice) => notice.year));
  }

  /** Years with a notice, ascending. */
  get announcedYears(): readonly number[] {
    return [...this.#years].sort((a, b) => a - b);
  }

  day(date: LocalDate): CalendarDay {
    const awaitingYear = this.#awaitingYear(date);
    const announced = this.#announced.get(date);
    if (announced) {
      const work = announced.kind === 'work';
      return { date, work, reason: work ? 'makeUp' : 'holiday', name: announced.name, awaitingYear };
    }
    const holiday = this.#years.has(yearOf(date)) ? undefined : this.#holidaysByLaw(yearOf(date)).get(date);
    if (holiday) return { date, work: false, reason: 'holiday', name: holiday, awaitingYear };
    const weekend = dayOfWeek(date) % 6 === 0;
    return { date, work: !weekend, reason: weekend ? 'weekend' : 'weekday', name: null, awaitingYear };
  }

  isWorkday(date: LocalDate): boolean {
    return this.day(date).work;
  }

  /** The day itself when it is a working day, else the next one: where a term in calendar days ends. */
  nextWorkday(date: LocalDate): LocalDate {
    return this.isWorkday(date) ? date : this.addWorkdays(date, 1);
  }

  /** The day itself when it is a working day, else the one before. */
  previousWorkday(date: LocalDate): LocalDate {
    return this.isWorkday(date) ? date : this.addWorkdays(date, -1);
  }

  /**
   * The day that lies `count` working days after the start, the start not counted (day 1 is the next working day); before it when
   * negative; the start itself for 0.
   * @throws AppError `workdays-invalid` when the count is no whole number or beyond ±5000
   */
  addWorkdays(start: LocalDate, count: number): LocalDate {
    return this.explain(start, count).due;
  }

  /** Working days after `from` up to and including `to`; negative when `to` lies before. */
  workdaysBetween(from: LocalDate, to: LocalDate): number {
    const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1];
    let count = 0;
    for (let date = addDays(first, 1); date <= last; ) {
      const end = lastDayOfMonth(yearOf(date), monthOf(date));
      const isWhole = date.endsWith('-01') && end <= last;
      count += isWhole ? this.#inMonth(date, end) : Number(this.isWorkday(date));
      date = addDays(isWhole ? end : date, 1);
    }
    return count === 0 ? 0 : sign * count;
  }

  /** Kept by month: a library's oldest documents lie thousands of days back. */
  #inMonth(first: LocalDate, last: LocalDate): number {
    let count = this.#months.get(first);
    if (count === undefined) {
      count = 0;
      for (let date = first; date <= last; date = addDays(date, 1)) if (this.isWorkday(date)) count += 1;
      this.#months.set(first, count);
    }
    return count;
  }

  /** @throws AppError `workdays-invalid` like addWorkdays */
  explain(start: LocalDate, count: number): Explanation {
    if (!Number.isInteger(count) || Math.abs(count) > LONGEST) {
      throw new AppError('workdays-invalid', 400, `工作日天数应为 -${LONGEST} 到 ${LONGEST} 之间的整数。`);
    }
    const step = count < 0 ? -1 : 1;
    const days: (CalendarDay & { count: number | null })[] = [];
    let due = start;
    for (let counted = 0; counted < Math.abs(count); ) {
      due = addDays(due, step);
      const day = this.day(due);
      if (day.work) counted += 1;
      days.push({ ...day, count: day.work ? counted : null });
    }
    return { start, workdays: count, due, days, awaitingYears: awaiting(days) };
  }

  /** Years whose notice is missing and that a span of days (both ends included) touches; empty: nothing of it can change. */
  awaitingYears(from: LocalDate, to: LocalDate): readonly number[] {
    return awaiting(this.days(from, to));
  }

  /** Every day of the span, both ends included. */
  days(from: LocalDate, to: LocalDate): readonly CalendarDay[] {
    const days: CalendarDay[] = [];
    for (let date = from; date <= to; date = addDays(date, 1)) days.push(this.day(date));
    return days;
  }

  year(year: number): readonly CalendarDay[] {
    return this.days(localDateOf(year, 1, 1), localDateOf(year, 12, 31));
  }

  #awaitingYear(date: LocalDate): number | null {
    const year = yearOf(date);
    if (!this.#years.has(year)) return year;
    return date.slice(5) >= LAST_WEEK && !this.#years.has(year + 1) ? year + 1 : null;
  }

  #holidaysByLaw(year: number): ReadonlyMap<LocalDate, string> {
    const known = this.#statutory.get(year) ?? statutoryHolidays(year);
    this.#statutory.set(year, known);
    return known;
  }
}

function awaiting(days: readonly CalendarDay[]): readonly number[] {
  const years = days.map((day) => day.awaitingYear).filter((year) => year !== null);
  return [...new Set(years)].sort((a, b) => a - b);
}
