import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from '../../../kernel/local-date.ts';
import { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Deadline } from '../tasks/tasks.contract.ts';
import { addMonths, type DueInput, dueDate } from './due-date.ts';

const d = (text: string) => localDate(text);
/** 2025 and 2026 as announced, as far as these tests reach. */
const workdays = new WorkdayCalendar([
  { year: 2022, days: [] },
  { year: 2025, days: range('2025-10-01', '2025-10-08', '国庆节、中秋节') },
  { year: 2026, days: range('2026-10-01', '2026-10-07', '国庆节') },
]);

function range(from: string, to: string, name: string) {
  const days = [];
  for (let day = d(from); day <= to; day = addDays(day, 1)) days.push({ date: day, kind: 'off' as const, name });
  return days;
}

function due(deadline: Partial<Deadline>, more: Partial<DueInput> = {}) {
  return dueDate({
    deadline: { kind: 'date', from: null, to: null, note: null, ...deadline },
    deadlineText: '原文',
    planTitle: '2026年明湖区政务公开工作要点',
    planIssuedOn: d('2026-03-20'),
    taskNumber: 12,
    contentDueOn: null,
    workdays,
    ...more,
  });
}
const steps = (result: ReturnType<typeof due>) => result.explanation.steps.join('');

describe('fixed deadlines (PLAN-4)', () => {
  it('takes the last day as printed and cites plan and task', () => {
    const result = due({ to: d('2026-09-30') });
    expect(result.dueOn).toBe('2026-09-30');
    expect(result.explanation.basis).toBe('《2026年明湖区政务公开工作要点》第 12 项，时间节点“原文”');
    expect(result.explanation.milestones).toEqual([{ from: null, dueOn: '2026-09-30', label: '9月底前' }]);
  });

  it('does not move a printed day that is a rest day, but says so', () => {
    const result = due({ to: d('2026-10-03') });
    expect(result.dueOn).toBe('2026-10-03');
    expect(steps(result)).toContain('国庆节放假');
    expect(steps(result)).toContain('请在 2026-09-30 前办完');
  });

  it.each([
    ['month', '2026-08-01', '2026-08-31', '8月'],
    ['quarter', '2026-01-01', '2026-03-31', '1月至3月'],
    ['halfyear', '2026-07-01', '2026-12-31', '7月至12月'],
    ['year', '2026-01-01', '2026-12-31', '全年'],
  ] as const)('%s is one milestone with its window', (kind, from, to, label) => {
    const result = due({ kind, from: d(from), to: d(to) });
    expect(result.explanation.milestones).toEqual([{ from, dueOn: to, label }]);
  });

  it('gives each window of several its own milestone, in order of time', () => {
    const result = due({
      kind: 'multi',
      from: d('2026-03-01'),
      to: d('2026-10-31'),
      periods: [
        { from: d('2026-09-01'), to: d('2026-10-31') },
        { from: d('2026-03-01'), to: d('2026-06-30') },
      ],
    });
    expect(result.explanation.milestones.map((m) => m.label)).toEqual(['3月至6月', '9月至10月']);
    expect(result.dueOn).toBe('2026-10-31');
  });

  it('has no last day for 实时 and asks for one when the cell was blank', () => {
    expect(due({ kind: 'realtime' }).dueOn).toBeNull();
    expect(steps(due({ kind: 'unknown' }))).toContain('请由主管部门补充');
  });
});

describe('relative deadlines', () => {
  const limit = (relative: Partial<NonNullable<Deadline['relative']>>): Partial<Deadline> => ({
    kind: 'relative',
    relative: { base: 'planIssued', event: null, baseOn: null, amount: 30, unit: 'days', ...relative },
  });

  it('counts calendar days from the day after the issue', () => {
    const result = due(limit({}), { planIssuedOn: d('2022-02-23') });
    expect(result.dueOn).toBe('2022-03-25');
  });

  it('rolls a last day that is a rest day to the next working day, with the article', () => {
    const result = due(limit({ amount: 60 }), { planIssuedOn: d('2025-08-04') });
    expect(result.dueOn).toBe('2025-10-09');
    expect(steps(result)).toContain('民法典第二百零三条');
  });

  it('counts working days and lists each day counted or skipped', () => {
    const result = due(limit({ amount: 5, unit: 'workdays' }), { planIssuedOn: d('2026-09-29') });
    expect(result.dueOn).toBe('2026-10-13');
    expect(result.explanation.days?.filter((day) => day.counted)).toHaveLength(5);
    expect(result.explanation.days?.find((day) => day.date === '2026-10-01')?.reason).toBe('国庆节放假');
  });

  it('is provisional while the notice of a year it touches is missing', () => {
    const result = due(limit({ amount: 15, unit: 'workdays' }), { planIssuedOn: d('2026-12-21') });
    expect(result.explanation.provisional).toBe(true);
    expect(steps(result)).toContain('2027 年放假安排的通知尚未导入');
    expect(due(limit({}), { planIssuedOn: d('2026-03-20') }).explanation.provisional).toBe(false);
  });

  it('waits for an event that has not happened and counts once it has', () => {
    expect(due(limit({ base: 'event', event: '新规出台', amount: 1, unit: 'months' })).dueOn).toBeNull();
    const happened = due(
      limit({ base: 'event', event: '新规出台', baseOn: d('2026-05-31'), amount: 1, unit: 'months' }),
    );
    expect(happened.dueOn).toBe('2026-06-30');
  });

  it('adds months without leaving the month', () => {
    expect(addMonths('2026-01-31' as LocalDate, 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15' as LocalDate, 1)).toBe('2027-01-15');
  });
});

describe('content stricter than the cell (X-31)', () => {
  it('keeps both and computes with the stricter', () => {
    const result = due({ kind: 'year', from: d('2026-01-01'), to: d('2026-12-31') }, { contentDueOn: d('2026-03-31') });
    expect(result.dueOn).toBe('2026-03-31');
    expect(steps(result)).toContain('从严');
  });

  it('keeps the cell when it is stricter, and gives 实时 a day', () => {
    expect(due({ to: d('2026-02-28') }, { contentDueOn: d('2026-03-31') }).dueOn).toBe('2026-02-28');
    expect(due({ kind: 'realtime' }, { contentDueOn: d('2026-03-31') }).dueOn).toBe('2026-03-31');
  });
});
