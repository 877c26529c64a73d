import { describe, expect, it } from 'vitest';
import { monthAfter, weeksOf } from './month-grid.ts';

const days = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ date: `${month}-${String(index + 1).padStart(2, '0')}` }));

describe('weeksOf', () => {
  it('begins weeks on Monday: 1 March 2026 is a Sunday', () => {
    const weeks = weeksOf(days('2026-03', 31));
    expect(weeks[0]?.map((day) => day?.date ?? null)).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(weeks).toHaveLength(6);
    expect(weeks.every((week) => week.length === 7)).toBe(true);
  });
  it('needs no blank week for a month that fills four', () => {
    expect(weeksOf(days('2027-02', 28))).toHaveLength(4);
  });
});

describe('monthAfter', () => {
  it('crosses the year both ways', () => {
    expect(monthAfter('2026-12', 1)).toBe('2027-01');
    expect(monthAfter('2026-01', -1)).toBe('2025-12');
  });
});
