import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { workHours } from './work-time.ts';

const calendar = new WorkdayCalendar([
  {
    year: 2026,
    days: [
      { date: '2026-03-04' as LocalDate, kind: 'off', name: '放假' },
      { date: '2026-03-07' as LocalDate, kind: 'work', name: '放假' },
    ],
  },
]);
const at = (text: string) => new Date(`${text}:00+08:00`);
const hours = (from: string, to: string) => workHours(at(from), at(to), calendar);

it.each([
  ['2026-03-02T10:00', '2026-03-02T11:30', 1.5, 'within a day'],
  ['2026-03-02T16:00', '2026-03-03T10:00', 2, 'over night'],
  ['2026-03-02T06:00', '2026-03-02T23:59', 8, 'not before 9, not after 17'],
  ['2026-03-03T16:00', '2026-03-05T09:30', 1.5, 'a holiday between'],
  ['2026-03-06T16:00', '2026-03-09T10:00', 10, 'a Saturday that is worked, a Sunday that is not'],
  ['2026-03-08T10:00', '2026-03-08T12:00', 0, 'on a Sunday'],
  ['2026-03-02T20:00', '2026-03-02T21:00', 0, 'in the evening'],
  ['2026-03-02T11:00', '2026-03-02T10:00', 0, 'the wrong way round'],
])('%s to %s are %d hours: %s', (from, to, expected) => {
  expect(hours(from, to)).toBe(expected);
});

it('adds up wherever it is cut, so that what each unit held sums to the whole', () => {
  const instants = fc.date({ min: at('2026-02-20T00:00'), max: at('2026-04-20T00:00'), noInvalidDate: true });
  fc.assert(
    fc.property(fc.tuple(instants, instants, instants), (three) => {
      const [a, b, c] = [...three].sort((one, other) => one.getTime() - other.getTime()) as [Date, Date, Date];
      expect(workHours(a, b, calendar) + workHours(b, c, calendar)).toBeCloseTo(workHours(a, c, calendar), 1);
    }),
  );
});
