import type { Queryable } from '../../../platform/db/database.ts';
import { ledger } from '../plan-tables.store.ts';

/** How a task is named where only its id is known: 2026 年第 12 项 规范公文公开. */
export async function taskLabels(db: Queryable, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await ledger(db)
    .selectFrom('plans.task as task')
    .innerJoin('plans.plan as plan', 'plan.id', 'task.plan_id')
    .select(['task.id', 'task.number', 'task.name', 'task.content', 'plan.year'])
    .where('task.id', 'in', wanted)
    .execute();
  return new Map(
    rows.map((row) => [row.id, `${row.year} 年第 ${row.number} 项 ${row.name ?? row.content.slice(0, 30)}`]),
  );
}
