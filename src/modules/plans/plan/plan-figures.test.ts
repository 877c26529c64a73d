import { expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { byCategory, byMonth, type CountedTask, countStates, meanPercent } from './plan-figures.ts';

const d = localDate;
const milestone = (dueOn: string) => ({ from: null, dueOn: d(dueOn), label: '' });
const task = (more: Partial<CountedTask>): CountedTask => ({
  category: null,
  priority: false,
  state: 'notStarted',
  percent: 0,
  milestones: [],
  doneMilestones: 0,
  ...more,
});

it('counts states and the mean of percentages', () => {
  const tasks = [task({ state: 'accepted', percent: 100 }), task({ state: 'overdue', percent: 25 }), task({})];
  expect(countStates(tasks)).toMatchObject({ total: 3, accepted: 1, overdue: 1, notStarted: 1, reported: 0 });
  expect(meanPercent(tasks)).toBe(42);
  expect(meanPercent([])).toBe(0);
});

it('keeps the order of categories and puts tasks without one last', () => {
  const found = byCategory([task({}), task({ category: '二' }), task({ category: '一' }), task({ category: '二' })]);
  expect(found.map((line) => [line.category, line.total])).toEqual([
    ['二', 2],
    ['一', 1],
    ['未分类', 1],
  ]);
});

it('counts each milestone in its own month', () => {
  const two = task({
    milestones: [milestone('2026-04-30'), milestone('2026-10-31')],
    doneMilestones: 1,
    state: 'inProgress',
  });
  const late = task({ milestones: [milestone('2026-04-30')], state: 'overdue' });
  expect(byMonth([two, late], d('2026-05-01'))).toEqual([
    { month: '2026-04', due: 2, accepted: 1, overdue: 1 },
    { month: '2026-10', due: 1, accepted: 0, overdue: 0 },
  ]);
});
