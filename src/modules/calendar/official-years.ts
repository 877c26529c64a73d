import data from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { type LocalDate, localDate, yearOf } from '../../kernel/local-date.ts';
import type { NoticeDay, YearNotice } from '../../kernel/workdays.ts';

/** Where the years that come with the product were taken from. */
export const OFFICIAL_YEARS_SOURCE = 'npm 软件包 chinese-days 1.5.7（MIT 许可），据国务院办公厅历年节假日安排通知整理';

/** The notices of 2004 to 2026. Only the package's data is used: its own reckoning depends on the machine's time zone. */
export function officialYears(): readonly YearNotice[] {
  const years = new Map<number, NoticeDay[]>();
  for (const [days, kind] of [[data.holidays, 'off'] as const, [data.workdays, 'work'] as const]) {
    for (const [date, names] of Object.entries(days)) {
      const day: NoticeDay = { date: localDate(date), kind, name: names.split(',')[1] ?? '' };
      const year = noticeYearOf(day.date);
      years.set(year, [...(years.get(year) ?? []), day]);
    }
  }
  return [...years]
    .map(([year, days]) => ({ year, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) }))
    .sort((a, b) => a.year - b.year);
}

/** New year's holiday may begin in the last days of December: those days belong to the new year's notice. */
function noticeYearOf(date: LocalDate): number {
  return date.slice(5) >= '12-25' ? yearOf(date) + 1 : yearOf(date);
}
