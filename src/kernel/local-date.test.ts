import { describe, expect, it } from 'vitest';
import {
  addDays,
  dayOfWeek,
  daysBetween,
  isLocalDate,
  type LocalDate,
  lastDayOfMonth,
  localDate,
  localDateAt,
  localDateOf,
  monthOf,
  startOfDay,
  yearOf,
} from './local-date.ts';

describe('a day', () => {
  it.each(['2026-03-31', '2024-02-29', '2000-02-29', '1999-12-31'])('%s is one', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2025-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '2026-03-31T00:00',
    '1899-12-31',
    '2200-01-01',
    '9999-12-31',
    '',
    '今天',
  ])('%s is none', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(expect.objectContaining({ code: 'date-invalid', status: 400 }));
  });

  it('is made of year, month and day, and refuses what the calendar does not have', () => {
    expect(localDateOf(2026, 3, 1)).toBe('2026-03-01');
    expect(() => localDateOf(2026, 4, 31)).toThrow('不是有效日期');
  });

  it('begins at midnight in Shanghai, whatever the zone of the machine', () => {
    expect(startOfDay(localDate('2026-03-01')).toISOString()).toBe('2026-02-28T16:00:00.000Z');
    expect(localDateAt(new Date('2026-02-28T15:59:59.999Z'))).toBe('2026-02-28');
    expect(localDateAt(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01');
  });

  it('is found again from its own beginning on every day of ten years', () => {
    for (let day = localDate('2020-01-01'); day < '2030-01-01'; day = addDays(day, 1)) {
      expect(localDateAt(startOfDay(day))).toBe(day);
    }
  });
});

describe('reckoning', () => {
  it('agrees with the instants of the days, within months and across their ends', () => {
    for (let day = localDate('2023-12-01'); day < '2025-03-05'; day = addDays(day, 1)) {
      for (const days of [-366, -31, -27, -2, -1, 0, 1, 2, 26, 27, 28, 31, 366]) {
        const instant = Date.parse(`${day}T00:00:00Z`) + days * 86_400_000;
        expect(addDays(day, days)).toBe(new Date(instant).toISOString().slice(0, 10));
      }
    }
  });

  it('goes over the ends of months and years, forwards and back', () => {
    expect(addDays(localDate('2025-12-31'), 1)).toBe('2026-01-01');
    expect(addDays(localDate('2024-03-01'), -1)).toBe('2024-02-29');
    expect(addDays(localDate('2026-03-02'), 0)).toBe('2026-03-02');
    expect(daysBetween(localDate('2026-03-31'), localDate('2026-03-01'))).toBe(-30);
    expect(daysBetween(localDate('2024-01-01'), localDate('2025-01-01'))).toBe(366);
  });

  it('stops at the end of four-digit years instead of writing a day that sorts before all others', () => {
    expect(() => addDays('9999-12-31' as LocalDate, 1)).toThrow(expect.objectContaining({ code: 'date-out-of-range' }));
    expect(() => localDateAt(new Date('9999-12-31T16:00:00Z'))).toThrow('超出日历范围');
    expect(() => addDays('0000-01-01' as LocalDate, -1)).toThrow(expect.objectContaining({ status: 400 }));
  });

  it('knows the day of the week, the month’s end, year and month', () => {
    expect(dayOfWeek(localDate('2026-03-01'))).toBe(0);
    expect(dayOfWeek(localDate('2026-03-07'))).toBe(6);
    expect([lastDayOfMonth(2024, 2), lastDayOfMonth(2025, 2), lastDayOfMonth(2026, 12)]).toEqual([
      '2024-02-29',
      '2025-02-28',
      '2026-12-31',
    ]);
    expect([yearOf(localDate('2026-03-07')), monthOf(localDate('2026-03-07'))]).toEqual([2026, 3]);
  });
});
