import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { ledger } from '../plan-tables.store.ts';

export async function shareIdsOf(db: Queryable, taskIds: readonly string[], unitId?: string): Promise<string[]> {
  if (taskIds.length === 0) return [];
  let query = ledger(db)
    .selectFrom('plans.assignment')
    .select('id')
    .where('task_id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .where('removed', '=', false);
  if (unitId) query = query.where('unit_id', '=', unitId);
  return (await query.execute()).map((row) => row.id);
}
