import { expect, it } from 'vitest';
import { localDate } from '../kernel/local-date.ts';
import { excerpt, longDay, longMonth, officialTime, shortDay, withLongDays } from './format.ts';

it('writes days as people say them', () => {
  expect(longDay(localDate('2026-03-09'))).toBe('2026年3月9日');
  expect(shortDay(localDate('2026-12-31'))).toBe('12月31日');
  expect(longMonth('2026-03')).toBe('2026年3月');
});

it('writes days inside sentences so too', () => {
  expect(withLongDays('自 2026-03-20 起算，为 2026-04-13。')).toBe('自2026年3月20日起算，为2026年4月13日。');
});

it('writes instants in Asia/Shanghai, also past midnight', () => {
  expect(officialTime('2026-03-15T18:30:00.000Z')).toBe('2026-03-16 02:30');
});

it('cuts at characters, not inside one', () => {
  expect(excerpt('  政务公开  ', 4)).toBe('政务公开');
  expect(excerpt('政务公开工作', 4)).toBe('政务公…');
  expect(excerpt('𠮷野家𠮷野家', 3)).toBe('𠮷野…');
});
