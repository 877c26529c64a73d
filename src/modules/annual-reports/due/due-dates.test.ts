import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { punctuality, reminderDue, statutoryDueDate } from './due-dates.ts';

const due = localDate('2026-01-31');

it('units report by 31 January, the government by 31 March (RPT-1, Regulations art. 49)', () => {
  expect([statutoryDueDate('unit', 2025).dueOn, statutoryDueDate('district', 2025).dueOn]).toEqual([
    '2026-01-31',
    '2026-03-31',
  ]);
});

it.each([
  ['2026-01-31', '2026-02-02', 'published'],
  ['2026-02-01', '2026-02-02', 'publishedLate'],
  [null, '2026-01-31', 'waiting'],
  [null, '2026-02-01', 'overdue'],
] as const)('published on %s and looked at on %s is %s (RPT-C1)', (published, today, expected) => {
  expect(punctuality(due, published && localDate(published), localDate(today))).toBe(expected);
});

it.each([
  ['long before', '2025-12-01', [], null],
  ['a month before', '2026-01-01', [], 30],
  ['told already', '2026-01-05', [30], null],
  ['the next turn', '2026-01-17', [30], 14],
  ['a worker that stood still sends only the latest', '2026-01-29', [], 3],
  ['on the day', '2026-01-31', [30, 14, 7, 3, 1], 0],
  ['the day after', '2026-02-01', [30, 14, 7, 3, 1, 0], -1],
  ['long after', '2026-03-01', [], null],
] as const)('reminds: %s', (_what, today, told, expected) => {
  expect(reminderDue(due, new Set<number>(told), localDate(today))).toBe(expected);
});
