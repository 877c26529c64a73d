import { type Selectable, type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Page } from '../../../kernel/page.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { DraftScope } from '../plan-subjects.ts';
import { type LedgerTables, ledger } from '../plan-tables.store.ts';
import type { PlanLevel, PlanState } from '../plan-words.ts';
import type { PlanInput, PlanListQuery } from './plans.contract.ts';

export type PlanRow = Selectable<LedgerTables['plans.plan']>;
export type PlanCounts = { task_count: number; accepted_count: number; overdue_count: number };
export type CountedPlan = PlanRow & PlanCounts;

/** A task is done when every unit's share is accepted; overdue when a unit still owes a share whose day is past. */
function countedPlans(db: Queryable, today: LocalDate) {
  return ledger(db)
    .selectFrom('plans.plan as plan')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('plans.task as task')
          .whereRef('task.plan_id', '=', 'plan.id')
          .select([
            sql<number>`count(*)`.as('task_count'),
            sql<number>`count(*) filter (where share_count > 0 and accepted_count = share_count)`.as('accepted_count'),
            sql<number>`count(*) filter (where open_due_on < ${today})`.as('overdue_count'),
          ])
          .as('counts'),
      (join) => join.onTrue(),
    )
    .selectAll('plan')
    .select([
      sql<number>`counts.task_count`.as('task_count'),
      sql<number>`counts.accepted_count`.as('accepted_count'),
      sql<number>`counts.overdue_count`.as('overdue_count'),
    ]);
}

export async function listPlans(
  db: Queryable,
  query: PlanListQuery,
  scope: DraftScope,
  today: LocalDate,
): Promise<Page<CountedPlan>> {
  let plans = countedPlans(db, today).where(visible(scope));
  if (query.year !== undefined) plans = plans.where('plan.year', '=', query.year);
  if (query.level) plans = plans.where('plan.level', '=', query.level);
  if (query.unitId) plans = plans.where('plan.unit_id', '=', query.unitId);
  if (query.state) plans = plans.where('plan.state', '=', query.state);
  if (query.q) plans = plans.where('plan.title', 'ilike', `%${likeText(query.q)}%`);
  const { total } = await plans.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const descending = query.sort.startsWith('-');
  const column = { year: 'plan.year', title: 'plan.title', issuedOn: 'plan.issued_on' } as const;
  const items = await plans
    .orderBy(column[query.sort.replace('-', '') as keyof typeof column], (ob) =>
      descending ? ob.desc().nullsLast() : ob.asc().nullsLast(),
    )
    .orderBy(sql`case plan.level when 'district' then 0 when 'city' then 1 else 2 end`)
    .orderBy('plan.title')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items, total, page: query.page, pageSize: query.pageSize };
}

export function visible(scope: DraftScope) {
  if (scope === 'all') return sql<SqlBool>`true`;
  if (scope.length === 0) return sql<SqlBool>`plan.state <> 'draft'`;
  return sql<SqlBool>`(plan.state <> 'draft' or (plan.level = 'unit' and plan.unit_id = any(${[...scope]}::uuid[])))`;
}

/** Text for LIKE, its own signs taken literally. */
export function likeText(text: string): string {
  return text.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

export async function findPlan(db: Queryable, id: string): Promise<PlanRow | undefined> {
  return ledger(db).selectFrom('plans.plan').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function lockPlan(db: Queryable, id: string): Promise<PlanRow | undefined> {
  return ledger(db).selectFrom('plans.plan').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findCountedPlan(db: Queryable, id: string, today: LocalDate): Promise<CountedPlan | undefined> {
  return countedPlans(db, today).where('plan.id', '=', id).executeTakeFirst();
}

export async function childPlans(db: Queryable, parentId: string, today: LocalDate): Promise<CountedPlan[]> {
  return countedPlans(db, today).where('plan.parent_plan_id', '=', parentId).orderBy('plan.title').execute();
}

export async function findPlanOf(
  db: Queryable,
  of: { level: PlanLevel; unitId: string | null; year: number; states: readonly PlanState[] },
): Promise<PlanRow | undefined> {
  return ledger(db)
    .selectFrom('plans.plan')
    .selectAll()
    .where('level', '=', of.level)
    .where('unit_id', 'is not distinct from', of.unitId)
    .where('year', '=', of.year)
    .where('state', 'in', [...of.states])
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
}

export async function insertPlan(
  db: Queryable,
  input: PlanInput & { original: PlanRow['original'] },
  at: Date,
): Promise<PlanRow> {
  return ledger(db)
    .insertInto('plans.plan')
    .values({
      level: input.level,
      unit_id: input.unitId,
      ...columns(input),
      original: input.original ? JSON.stringify(input.original) : (null as never),
      published_at: null,
      closed_at: null,
      created_at: at,
      updated_at: at,
    } as never)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** A field left out or undefined stays as it is. */
type PlanSet = { readonly [Field in keyof PlanInput]?: PlanInput[Field] | undefined };

export async function updatePlan(db: Queryable, plan: PlanRow, set: PlanSet, at: Date): Promise<PlanRow> {
  return ledger(db)
    .updateTable('plans.plan')
    .set({ ...columns(set), updated_at: at, version: plan.version + 1 })
    .where('id', '=', plan.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function setPlanState(db: Queryable, plan: PlanRow, state: PlanState, at: Date): Promise<PlanRow> {
  return ledger(db)
    .updateTable('plans.plan')
    .set({
      state,
      updated_at: at,
      version: plan.version + 1,
      ...(state === 'published' ? { published_at: at } : {}),
      ...(state === 'closed' ? { closed_at: at } : {}),
    })
    .where('id', '=', plan.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

function columns(input: PlanSet) {
  return {
    ...(input.year !== undefined ? { year: input.year } : {}),
    ...(input.title !== undefined ? { title: input.title } : {}),
    ...(input.documentNumber !== undefined ? { document_number: input.documentNumber } : {}),
    ...(input.issuer !== undefined ? { issuer: input.issuer } : {}),
    ...(input.issuedOn !== undefined ? { issued_on: input.issuedOn } : {}),
    ...(input.approval !== undefined ? { approval: input.approval } : {}),
    ...(input.narrative !== undefined ? { narrative: JSON.stringify(input.narrative) } : {}),
    ...(input.parentPlanId !== undefined ? { parent_plan_id: input.parentPlanId } : {}),
  };
}

export async function planCategories(db: Queryable, planId: string): Promise<{ name: string; task_count: number }[]> {
  return ledger(db)
    .selectFrom('plans.task')
    .where('plan_id', '=', planId)
    .where('category', 'is not', null)
    .select([sql<string>`category`.as('name'), sql<number>`count(*)`.as('task_count')])
    .groupBy('category')
    .orderBy(sql`min(number)`)
    .execute();
}
