import { describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { fixtureTask, fixtureUnit } from './open-plans.fixtures.ts';
import { filterQuery, filterTasks, isFiltered, TaskFilter } from './task-filter.ts';

const tasks = Array.from({ length: 24 }, (_, index) => fixtureTask(index + 1));
const numbers = (filter: TaskFilter) => filterTasks(tasks, filter).map((task) => task.number);

describe('filterTasks', () => {
  it('gives every task in the order of the plan when nothing is asked', () => {
    expect(numbers({})).toEqual(tasks.map((task) => task.number));
  });

  it('finds the tasks of a unit, whatever its role', () => {
    const { code } = fixtureUnit(3);
    const found = filterTasks(tasks, { unit: code });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((task) => task.units.some((share) => share.unit.code === code))).toBe(true);
    expect(new Set(found.flatMap((task) => task.units.filter((s) => s.unit.code === code).map((s) => s.role)))).toEqual(
      new Set(['lead', 'support']),
    );
  });

  it('finds by state', () => {
    expect(filterTasks(tasks, { state: 'overdue' }).map((task) => task.state)).toEqual(['overdue']);
  });

  it('finds a task in every month in which one of its milestones falls due', () => {
    const twice = fixtureTask(99, {
      dueOn: localDate('2026-10-31'),
      milestones: [
        { from: null, dueOn: localDate('2026-04-30'), label: '4月' },
        { from: null, dueOn: localDate('2026-10-31'), label: '10月' },
      ],
    });
    expect(filterTasks([twice], { month: '2026-04' })).toHaveLength(1);
    expect(filterTasks([twice], { month: '2026-10' })).toHaveLength(1);
    expect(filterTasks([twice], { month: '2026-05' })).toHaveLength(0);
  });

  it('finds all words, in content, name, category, number or units', () => {
    expect(numbers({ q: '开放月 区财政局' })).toEqual(
      tasks
        .filter((t) => t.content.includes('走进政府') && t.name && JSON.stringify(t.units).includes('区财政局'))
        .map((t) => t.number),
    );
    expect(numbers({ q: '没有这样的词' })).toEqual([]);
  });

  it('meets all conditions together', () => {
    const found = filterTasks(tasks, { state: 'accepted', category: '一、主动公开' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((task) => task.state === 'accepted' && task.category === '一、主动公开')).toBe(true);
  });
});

describe('TaskFilter', () => {
  it('takes what it cannot understand as not asked', () => {
    expect(TaskFilter.parse({ state: 'draft', month: '3月', page: '-1', q: 'x'.repeat(51) })).toEqual({
      state: undefined,
      month: undefined,
      page: undefined,
      q: undefined,
    });
  });

  it('never lets the internal state “returned” be asked for', () => {
    expect(TaskFilter.parse({ state: 'returned' }).state).toBeUndefined();
  });
});

describe('filterQuery', () => {
  it('names only what is set', () => {
    expect(filterQuery({ unit: 'data', state: undefined, q: '', page: 1 })).toBe('?unit=data');
    expect(filterQuery({ page: 2 })).toBe('?page=2');
    expect(filterQuery({})).toBe('');
  });

  it('a page alone is no condition', () => {
    expect(isFiltered({ page: 3 })).toBe(false);
    expect(isFiltered({ q: '公文' })).toBe(true);
  });
});
