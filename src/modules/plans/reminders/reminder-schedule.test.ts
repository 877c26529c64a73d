import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { reminderFor } from './reminder-schedule.ts';

const d = localDate;
const workdays = new WorkdayCalendar([{ year: 2026, days: [] }]);
const settings = { workdaysBefore: [7, 3, 1], overdueEveryDays: 7 };
const dueOn = d('2026-06-30'); // a Tuesday

it.each([
  ['2026-06-18', null],
  ['2026-06-19', { kind: 'before', forDay: '2026-06-19' }],
  ['2026-06-22', { kind: 'before', forDay: '2026-06-19' }],
  ['2026-06-25', { kind: 'before', forDay: '2026-06-25' }],
  ['2026-06-29', { kind: 'before', forDay: '2026-06-29' }],
  ['2026-06-30', { kind: 'dueDay', forDay: '2026-06-30' }],
  ['2026-07-01', { kind: 'overdue', forDay: '2026-07-01' }],
  ['2026-07-07', { kind: 'overdue', forDay: '2026-07-01' }],
  ['2026-07-08', { kind: 'overdue', forDay: '2026-07-08' }],
])('on %s gives %o', (today, expected) => {
  expect(reminderFor(dueOn, d(today), settings, workdays)).toEqual(expected);
});

it('does not fail on settings without days', () => {
  expect(reminderFor(dueOn, d('2026-06-29'), { workdaysBefore: [], overdueEveryDays: 0 }, workdays)).toBeNull();
  expect(reminderFor(dueOn, d('2026-07-03'), { workdaysBefore: [], overdueEveryDays: 0 }, workdays)?.forDay).toBe(
    '2026-07-03',
  );
});
