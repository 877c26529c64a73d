import { describe, expect, it } from 'vitest';
import type { Deadline } from '../../tasks/tasks.contract.ts';
import { deadlineOfKind } from './deadline-kinds.ts';
import { deadlineText } from './deadline-text.ts';

const deadline = (part: object): Deadline =>
  ({ kind: 'unknown', from: null, to: null, note: null, ...part }) as Deadline;

describe('deadlineText', () => {
  it('says a day, a span, several spans', () => {
    expect(deadlineText(deadline({ kind: 'date', to: '2026-06-30' }))).toBe('指定日期：2026年6月30日前');
    expect(deadlineText(deadline({ kind: 'quarter', from: '2026-01-01', to: '2026-03-31' }))).toBe(
      '按季度：2026年1月1日至2026年3月31日',
    );
    expect(
      deadlineText(
        deadline({
          kind: 'multi',
          periods: [
            { from: null, to: '2026-04-30' },
            { from: null, to: '2026-10-31' },
          ],
        }),
      ),
    ).toBe('多个时段：2026年4月30日前；2026年10月31日前');
  });
  it('says from when a relative one counts, and that the day is not known yet', () => {
    const relative = { base: 'event', event: '新规出台', baseOn: null, amount: 1, unit: 'months' };
    expect(deadlineText(deadline({ kind: 'relative', relative }))).toBe('新规出台（日期未定）后 1 个月内');
  });
  it('asks for the day where none was understood', () => {
    expect(deadlineText(deadline({}))).toContain('请选择类型');
  });
});

describe('deadlineOfKind', () => {
  it('fills the whole year, and forgets days that the new kind does not have', () => {
    const dated = deadline({ kind: 'date', to: '2026-06-30' });
    expect(deadlineOfKind('year', 2026, dated)).toMatchObject({ from: '2026-01-01', to: '2026-12-31' });
    expect(deadlineOfKind('realtime', 2026, dated)).toMatchObject({ from: null, to: null });
  });
  it('makes the known day the first of several', () => {
    expect(deadlineOfKind('multi', 2026, deadline({ kind: 'date', to: '2026-06-30' })).periods).toEqual([
      { from: null, to: '2026-06-30' },
    ]);
  });
});
