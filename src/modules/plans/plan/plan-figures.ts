import type { LocalDate } from '../../../kernel/local-date.ts';
import type { TaskState } from '../plan-words.ts';
import { NO_SHARES } from '../tasks/task-state.ts';
import type { DueExplanation, StateCounts } from '../tasks/tasks.contract.ts';

export interface CountedTask {
  readonly category: string | null;
  readonly priority: boolean;
  readonly state: TaskState;
  readonly percent: number;
  readonly milestones: DueExplanation['milestones'];
  /** Milestones that every unit has behind it. */
  readonly doneMilestones: number;
}

export function countStates(tasks: readonly Pick<CountedTask, 'state'>[]): StateCounts & { total: number } {
  const counts = { ...NO_SHARES, total: tasks.length };
  for (const task of tasks) counts[task.state] += 1;
  return counts;
}

/** Mean of the tasks' percentages, 0 to 100, whole. */
export function meanPercent(tasks: readonly Pick<CountedTask, 'percent'>[]): number {
  if (tasks.length === 0) return 0;
  return Math.round(tasks.reduce((sum, task) => sum + task.percent, 0) / tasks.length);
}

/** In the order in which the plan names them; tasks without a category come last, under 未分类. */
export function byCategory(tasks: readonly CountedTask[]) {
  const groups = Map.groupBy(tasks, (task) => task.category ?? '未分类');
  const named = [...groups].filter(([name]) => name !== '未分类');
  const rest = [...groups].filter(([name]) => name === '未分类');
  return [...named, ...rest].map(([category, of]) => ({ category, ...countStates(of), percent: meanPercent(of) }));
}

/** Every month that has milestones: how many are due, done, past and not done. Months sort as text, `YYYY-MM`. */
export function byMonth(tasks: readonly CountedTask[], today: LocalDate) {
  const months = new Map<string, { month: string; due: number; accepted: number; overdue: number }>();
  for (const task of tasks) {
    for (const [index, { dueOn }] of task.milestones.entries()) {
      if (!dueOn) continue;
      const month = dueOn.slice(0, 7);
      const line = months.get(month) ?? { month, due: 0, accepted: 0, overdue: 0 };
      line.due += 1;
      if (index < task.doneMilestones) line.accepted += 1;
      else if (dueOn < today && task.state === 'overdue') line.overdue += 1;
      months.set(month, line);
    }
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
