import type { Generated, JSONColumnType } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Verdict } from '../plan-words.ts';

/** The task as it stood when the look-back was opened. */
export interface LookBackSnapshot {
  readonly number: number;
  readonly name: string | null;
  readonly content: string;
  readonly unitIds: readonly string[];
  readonly deadlineText: string;
  readonly state: string;
  readonly percent: number;
  readonly evidence: number;
}

type LookBackTables = {
  'plans.look_back': { id: Generated<string>; plan_id: string; due_on: LocalDate; opened_at: Date };
  'plans.look_back_item': {
    id: Generated<string>;
    look_back_id: string;
    task_id: string;
    snapshot: JSONColumnType<LookBackSnapshot, string, string>;
    verdict: Generated<Verdict>;
    finding: string | null;
    order_number: string | null;
    order_text: string | null;
    order_due_on: LocalDate | null;
    order_unit_ids: string[] | null;
    rectified_on: LocalDate | null;
    outcome: string | null;
    decided_by_name: string | null;
    decided_at: Date | null;
    version: Generated<number>;
  };
};

const of = (db: Queryable) => db.withTables<LookBackTables>();

export async function findLookBackPlan(db: Queryable, planId: string) {
  return of(db).selectFrom('plans.look_back').selectAll().where('plan_id', '=', planId).executeTakeFirst();
}

export async function findLookBack(db: Queryable, id: string) {
  return of(db).selectFrom('plans.look_back').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns undefined when somebody has opened it already */
export async function insertLookBack(db: Queryable, planId: string, dueOn: LocalDate, at: Date) {
  return of(db)
    .insertInto('plans.look_back')
    .values({ plan_id: planId, due_on: dueOn, opened_at: at })
    .onConflict((conflict) => conflict.column('plan_id').doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function insertLookBackItems(
  db: Queryable,
  lookBackId: string,
  items: readonly { taskId: string; snapshot: LookBackSnapshot }[],
): Promise<void> {
  for (let start = 0; start < items.length; start += 1000) {
    await of(db)
      .insertInto('plans.look_back_item')
      .values(
        items.slice(start, start + 1000).map((item) => ({
          look_back_id: lookBackId,
          task_id: item.taskId,
          snapshot: JSON.stringify(item.snapshot),
        })) as never,
      )
      .execute();
  }
}

export type LookBackItemRow = Awaited<ReturnType<typeof lookBackItems>>[number];

export async function lookBackItems(db: Queryable, lookBackId: string) {
  const rows = await of(db)
    .selectFrom('plans.look_back_item')
    .selectAll()
    .where('look_back_id', '=', lookBackId)
    .execute();
  return rows.sort((a, b) => a.snapshot.number - b.snapshot.number);
}

export async function lockLookBackItem(db: Queryable, id: string): Promise<LookBackItemRow | undefined> {
  return of(db).selectFrom('plans.look_back_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function updateLookBackItem(
  db: Queryable,
  row: LookBackItemRow,
  set: Partial<Omit<LookBackItemRow, 'id' | 'snapshot' | 'version' | 'look_back_id' | 'task_id'>>,
): Promise<LookBackItemRow> {
  return of(db)
    .updateTable('plans.look_back_item')
    .set({ ...set, version: row.version + 1 } as never)
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Orders of the year number on: 〔2026〕3号. */
export async function countOrders(db: Queryable, lookBackId: string): Promise<number> {
  const { count } = await of(db)
    .selectFrom('plans.look_back_item')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('look_back_id', '=', lookBackId)
    .where('order_number', 'is not', null)
    .executeTakeFirstOrThrow();
  return count;
}
