import { z } from 'zod';
import { OPEN_TASK_STATES } from '../plan-words.ts';
import type { OpenTask } from './open-plans.contract.ts';

/** What a visitor asked for in the address bar; whatever cannot be understood counts as not asked. */
export const TaskFilter = z.object({
  unit: z.string().max(64).optional().catch(undefined),
  state: z.enum(OPEN_TASK_STATES).optional().catch(undefined),
  /** YYYY-MM of a milestone. */
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional()
    .catch(undefined),
  category: z.string().max(200).optional().catch(undefined),
  q: z.string().trim().max(50).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000).optional().catch(undefined),
});
export type TaskFilter = z.infer<typeof TaskFilter>;

export const TASKS_PER_PAGE = 20;

/** Tasks that meet every condition, in the order of the plan. */
export function filterTasks<T extends OpenTask>(tasks: readonly T[], filter: TaskFilter): T[] {
  const words = (filter.q ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return tasks.filter(
    (task) =>
      (!filter.unit || task.units.some((share) => share.unit.code === filter.unit)) &&
      (!filter.state || task.state === filter.state) &&
      (!filter.category || task.category === filter.category) &&
      (!filter.month || isDueIn(task, filter.month)) &&
      words.every((word) => textOf(task).includes(word)),
  );
}

function isDueIn(task: OpenTask, month: string): boolean {
  return [task.dueOn, ...task.milestones.map((milestone) => milestone.dueOn)].some((day) => day?.startsWith(month));
}

function textOf(task: OpenTask): string {
  const units = task.units.map((share) => `${share.unit.name} ${share.unit.shortName}`).join(' ');
  return `${task.number} ${task.name ?? ''} ${task.category ?? ''} ${task.content} ${task.unitsText} ${units}`.toLowerCase();
}

/** Query text without what is not set; the first page is not named. */
export function filterQuery(filter: TaskFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value === undefined || value === '' || (name === 'page' && value === 1)) continue;
    query.set(name, String(value));
  }
  return query.size === 0 ? '' : `?${query}`;
}

export function isFiltered(filter: TaskFilter): boolean {
  return filterQuery({ ...filter, page: undefined }) !== '';
}
