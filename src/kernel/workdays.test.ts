import official from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween, type LocalDate, localDate, localDateOf, yearOf } from './local-date.ts';
import { statutoryHolidays } from './statutory-holidays.ts';
import { explanationText } from './workday-explanation.ts';
import { type NoticeDay, WorkdayCalendar, type YearNotice } from './workdays.ts';

const calendar = new WorkdayCalendar(notices(2004, 2026));

describe('days counted by hand from the notices (IX-9)', () => {
  it.each([
    ['2025-09-15', 20, '2025-10-17'],
    ['2025-09-15', 40, '2025-11-14'],
    ['2025-09-26', 7, '2025-10-13'],
    ['2025-10-03', 20, '2025-11-04'],
    ['2025-01-20', 20, '2025-02-21'],
    ['2024-02-01', 20, '2024-03-05'],
    ['2024-09-30', 20, '2024-11-01'],
    ['2025-12-15', 20, '2026-01-13'],
    ['2025-12-15', 40, '2026-02-10'],
    ['2026-02-10', 15, '2026-03-09'],
    ['2026-02-13', 20, '2026-03-19'],
    ['2026-04-01', 10, '2026-04-16'],
    ['2026-04-30', 5, '2026-05-11'],
    ['2026-09-18', 20, '2026-10-22'],
  ])('%s + %i working days is %s', (start, count, due) => {
    expect(calendar.addWorkdays(localDate(start), count)).toBe(due);
    expect(calendar.explain(localDate(start), count).awaitingYears).toEqual([]);
  });

  it('rolls a term in calendar days that ends on a holiday to the next working day', () => {
    expect(calendar.nextWorkday(addDays(localDate('2025-08-04'), 60))).toBe('2025-10-09');
    expect(calendar.nextWorkday(localDate('2025-10-09'))).toBe('2025-10-09');
    expect(calendar.previousWorkday(localDate('2025-10-03'))).toBe('2025-09-30');
  });

  it.each([
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(calendar.year(year).filter((day) => day.work)).toHaveLength(count);
  });

  it.each(['2024-02-04', '2024-02-09', '2024-10-12', '2025-01-26', '2025-10-09', '2026-01-04', '2026-10-10'])(
    '%s is a working day',
    (date) => expect(calendar.isWorkday(localDate(date))).toBe(true),
  );

  it.each(['2025-10-01', '2025-10-08', '2026-01-02', '2026-02-23', '2026-09-27'])('%s is off', (date) =>
    expect(calendar.isWorkday(localDate(date))).toBe(false),
  );
});

describe('properties over every start of ten years', () => {
  const starts = Array.from({ length: 3650 }, (_, i) => addDays(localDate('2015-01-01'), i));

  it('ends on a working day, is strictly later with every day more, and comes back', () => {
    for (const [i, start] of starts.entries()) {
      const count = (i % 45) + 1;
      const due = calendar.addWorkdays(start, count);
      expect(calendar.isWorkday(due)).toBe(true);
      expect(calendar.addWorkdays(start, count + 1) > due).toBe(true);
      expect(calendar.workdaysBetween(start, due)).toBe(count);
      expect(calendar.workdaysBetween(due, start)).toBe(-count);
      if (calendar.isWorkday(start)) expect(calendar.addWorkdays(due, -count)).toBe(start);
    }
  });

  it('counts decades as it counts day by day', () => {
    for (const [from, to] of [
      ['2006-01-31', '2026-11-21'],
      ['2010-02-01', '2020-03-31'],
      ['2015-12-31', '2016-01-31'],
      ['2015-12-31', '2016-02-01'],
    ] as const) {
      let count = 0;
      for (let day = addDays(localDate(from), 1); day <= to; day = addDays(day, 1))
        if (calendar.isWorkday(day)) count += 1;
      expect(calendar.workdaysBetween(localDate(from), localDate(to))).toBe(count);
    }
  });

  it('counts in two steps as in one', () => {
    for (const [i, start] of starts.entries()) {
      const [a, b] = [i % 13, i % 29];
      expect(calendar.addWorkdays(calendar.addWorkdays(start, a), b)).toBe(calendar.addWorkdays(start, a + b));
    }
  });

  it('explains every day of the span once, numbering exactly the counted ones', () => {
    for (const [i, start] of starts.entries()) {
      const told = calendar.explain(start, (i % 30) + 1);
      expect(told.days).toHaveLength(daysBetween(start, told.due));
      expect(told.days.filter((day) => day.count !== null).map((day) => day.count)).toEqual(
        Array.from({ length: told.workdays }, (_, n) => n + 1),
      );
      expect(told.days.every((day) => day.work === (day.count !== null))).toBe(true);
    }
  });
});

describe('a year not yet announced', () => {
  it('is said on every date that needs it', () => {
    const told = calendar.explain(localDate('2026-12-15'), 20);
    expect(told.awaitingYears).toEqual([2027]);
    expect(explanationText(told)).toContain('暂定：2027 年放假安排的通知尚未导入');
  });

  it('does not call New Year’s Day a working day, as the packages do', () => {
    expect(calendar.addWorkdays(localDate('2026-12-15'), 20)).toBe('2027-01-13');
    expect(calendar.day(localDate('2027-02-07'))).toMatchObject({ work: false, name: '春节', awaitingYear: 2027 });
  });

  it('makes the last week of the year before wait too, because the new year’s holiday may move its days', () => {
    expect(calendar.day(localDate('2026-12-24')).awaitingYear).toBeNull();
    expect(calendar.day(localDate('2026-12-25')).awaitingYear).toBe(2027);
    expect(calendar.day(localDate('2025-12-31')).awaitingYear).toBeNull();
  });

  it('becomes final with the notice', () => {
    const days: NoticeDay[] = [
      { date: localDate('2026-12-26'), kind: 'work', name: '元旦' },
      { date: localDate('2027-01-01'), kind: 'off', name: '元旦' },
      { date: localDate('2027-01-04'), kind: 'off', name: '元旦' },
    ];
    const later = new WorkdayCalendar([...notices(2004, 2026), { year: 2027, days }]);
    expect(later.explain(localDate('2026-12-15'), 20)).toMatchObject({ due: '2027-01-13', awaitingYears: [] });
    expect(later.isWorkday(localDate('2027-01-04'))).toBe(false);
    expect(later.isWorkday(localDate('2026-12-26'))).toBe(true);
  });

  it('knows the days that are off by law: the same as the announced years had', () => {
    for (const year of [2025, 2026]) {
      for (const [date, name] of statutoryHolidays(year)) {
        expect(calendar.day(date), `${date} ${name}`).toMatchObject({ work: false, reason: 'holiday' });
      }
      expect(statutoryHolidays(year).size).toBe(13);
    }
  });
});

it('tells in one sentence what was counted and what was passed over', () => {
  expect(explanationText(calendar.explain(localDate('2025-09-26'), 7))).toBe(
    '自 2025-09-26 起算，第 7 个工作日为 2025-10-13；不计：周末 2 天、国庆节放假 7 天、中秋放假 1 天；' +
      '计入：调休上班（国庆节） 2 天。',
  );
});

it('refuses a count that is no whole number or without bound', () => {
  expect(() => calendar.addWorkdays(localDate('2026-01-05'), 1.5)).toThrow('整数');
  expect(() => calendar.addWorkdays(localDate('2026-01-05'), 1e9)).toThrow('整数');
});

function notices(first: number, last: number): YearNotice[] {
  const listed = (days: Readonly<Record<string, string>>, kind: NoticeDay['kind']) =>
    Object.entries(days).map(
      ([date, names]): NoticeDay => ({
        date: date as LocalDate,
        kind,
        name: names.split(',')[1] ?? '',
      }),
    );
  const all = [...listed(official.holidays, 'off'), ...listed(official.workdays, 'work')];
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i;
    return { year, days: all.filter((day) => yearOf(day.date) === year && day.date >= localDateOf(year, 1, 1)) };
  });
}
