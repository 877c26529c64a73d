import { AppError } from '../../kernel/app-error.ts';
import { dayOfWeek, localDateAt, yearOf } from '../../kernel/local-date.ts';
import { type Actor, demand } from '../../kernel/permissions.ts';
import { WorkdayCalendar } from '../../kernel/workdays.ts';
import type { Platform } from '../../platform/platform.ts';
import type { NoticeInput, NoticeView, YearSummary, YearView } from './calendar.contract.ts';
import { calendarStamp, listNotices, loadYears, lockYear, replaceNotice } from './calendar.store.ts';
import { checkNotice, noticeDoubts } from './notice-checks.ts';

/** The official calendar as the notices imported so far tell it (IX-9). */
export class CalendarService {
  readonly #platform: Platform;
  #kept: { readonly stamp: string; readonly calendar: WorkdayCalendar } | undefined;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  /** The calendar as it stands now; ask again for each piece of work, another process may have imported a notice. */
  async current(): Promise<WorkdayCalendar> {
    const db = this.#platform.database.kysely;
    const stamp = await calendarStamp(db);
    if (this.#kept?.stamp !== stamp) this.#kept = { stamp, calendar: new WorkdayCalendar(await loadYears(db)) };
    return this.#kept.calendar;
  }

  /** Every year with a notice, and those up to next year that still wait for one; the newest first. */
  async years(): Promise<readonly YearSummary[]> {
    const calendar = await this.current();
    const inForce = (await listNotices(this.#platform.database.kysely)).filter((notice) => notice.replacedAt === null);
    const last = Math.max(yearOf(localDateAt(this.#platform.clock.now())) + 1, ...calendar.announcedYears);
    const first = Math.min(last, ...calendar.announcedYears);
    const years = Array.from({ length: last - first + 1 }, (_, i) => last - i);
    return years.map((year) =>
      summary(
        calendar,
        year,
        inForce.find((notice) => notice.year === year),
      ),
    );
  }

  async year(year: number): Promise<YearView> {
    const calendar = await this.current();
    const notices = await listNotices(this.#platform.database.kysely, year);
    const notice = notices.find((one) => one.replacedAt === null);
    const days = calendar.year(year);
    const announced = (await loadYears(this.#platform.database.kysely)).find((one) => one.year === year);
    return {
      ...summary(calendar, year, notice),
      days: days.map((day) => ({ ...day })),
      history: notices.filter((one) => one.replacedAt !== null),
      doubts: announced ? noticeDoubts(year, announced.days) : [],
    };
  }

  /**
   * Stores a year's notice; one that stood before is kept as replaced. Dates that depend on it are reckoned anew by whoever holds them,
   * on the event `calendar.changed` {year}.
   * @throws AppError `notice-invalid` (422), `stale` (409) when another notice came first
   */
  import(actor: Actor, year: number, input: NoticeInput): Promise<NoticeView> {
    return this.#platform.changes.run(actor, async (change) => {
      demand(actor, 'import', { kind: 'calendar' });
      checkNotice(year, input.days);
      await lockYear(change.tx, year);
      const current = (await listNotices(change.tx, year)).find((notice) => notice.replacedAt === null);
      if ((current?.id ?? null) !== input.replaces) throw importedMeanwhile(year, current);
      const by = { at: change.at, personId: actor.type === 'person' ? actor.personId : null };
      const id = await replaceNotice(change.tx, year, input, by);
      change.record({
        action: 'import',
        kind: 'calendar',
        subjectId: id,
        detail: { year, documentNumber: input.documentNumber, replaced: current?.id ?? null },
      });
      await change.emit('calendar.changed', { year, noticeId: id });
      const stored = (await listNotices(change.tx, year)).find((notice) => notice.id === id);
      if (!stored) throw new Error('the notice just stored is not there');
      return stored;
    });
  }
}

function importedMeanwhile(year: number, current: NoticeView | undefined): AppError {
  return new AppError('stale', 409, `${year} 年的放假安排刚被他人导入。请刷新查看，确认仍需替换后再提交。`, {
    details: { current: current ?? null, changed: ['replaces'] },
  });
}

function summary(calendar: WorkdayCalendar, year: number, notice: NoticeView | undefined): YearSummary {
  const days = calendar.year(year);
  return {
    year,
    notice: notice ?? null,
    workdays: days.filter((day) => day.work).length,
    offWeekdays: days.filter((day) => day.reason === 'holiday' && dayOfWeek(day.date) % 6 !== 0).length,
    makeUpDays: days.filter((day) => day.reason === 'makeUp').length,
  };
}
