import type { Queryable } from '../../../platform/db/database.ts';

type BreakdownTables = {
  'plans.breakdown_submission': {
    plan_id: string;
    unit_id: string;
    submitted_at: Date;
    by_person: string | null;
    by_name: string;
    share_count: number;
  };
};
export type BreakdownRow = BreakdownTables['plans.breakdown_submission'];

export async function breakdownsOf(db: Queryable, planId: string): Promise<BreakdownRow[]> {
  return db
    .withTables<BreakdownTables>()
    .selectFrom('plans.breakdown_submission')
    .selectAll()
    .where('plan_id', '=', planId)
    .execute();
}

/** The first submission keeps its day: what counts for the limit is when the unit first sent it. */
export async function addBreakdown(db: Queryable, row: BreakdownRow): Promise<boolean> {
  const added = await db
    .withTables<BreakdownTables>()
    .insertInto('plans.breakdown_submission')
    .values(row)
    .onConflict((conflict) => conflict.columns(['plan_id', 'unit_id']).doNothing())
    .returning('unit_id')
    .executeTakeFirst();
  return added !== undefined;
}
