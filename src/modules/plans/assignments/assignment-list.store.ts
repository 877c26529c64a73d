import { type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { shareStateIs, shareStateSql, type Viewer } from '../ledger/ledger.store.ts';
import { likeText, visible } from '../plan/plans.store.ts';
import { ledger } from '../plan-tables.store.ts';
import type { AssignmentQuery } from './assignments.contract.ts';

export type AssignmentFilter = Omit<Partial<AssignmentQuery>, 'page' | 'pageSize' | 'sort'>;

export function filteredAssignments(db: Queryable, filter: AssignmentFilter, viewer: Viewer) {
  let query = ledger(db)
    .selectFrom('plans.assignment as share')
    .innerJoin('plans.task as task', 'task.id', 'share.task_id')
    .innerJoin('plans.plan as plan', 'plan.id', 'share.plan_id')
    .where('share.removed', '=', false)
    .where(visible(viewer.drafts));
  if (filter.planId) query = query.where('share.plan_id', '=', filter.planId);
  if (filter.taskId) query = query.where('share.task_id', '=', filter.taskId);
  if (filter.year !== undefined) query = query.where('plan.year', '=', filter.year);
  if (filter.unitId) query = query.where('share.unit_id', '=', filter.unitId);
  if (filter.mine === 'true') query = query.where(sql<SqlBool>`share.unit_id = any(${[...viewer.units]}::uuid[])`);
  if (filter.role) query = query.where('share.role', '=', filter.role);
  if (filter.sectionId) query = query.where('share.section_id', '=', filter.sectionId);
  if (filter.personId) query = query.where('share.person_id', '=', filter.personId);
  if (filter.kind) query = query.where('task.deadline_kind', '=', filter.kind);
  if (filter.priority) query = query.where('task.priority', '=', filter.priority === 'true');
  if (filter.category) query = query.where('task.category', '=', filter.category);
  if (filter.dueFrom) query = query.where('share.due_on', '>=', filter.dueFrom);
  if (filter.dueTo) query = query.where('share.due_on', '<=', filter.dueTo);
  if (filter.unsplit === 'true') query = query.where(unsplitSql());
  if (filter.unfinished === 'true') query = query.where('share.state', '<>', 'accepted');
  if (filter.state) query = query.where(shareStateIs(filter.state, viewer.today));
  if (filter.q) {
    const like = `%${likeText(filter.q.trim())}%`;
    query = query.where(
      sql<SqlBool>`(task.name ilike ${like} or task.content ilike ${like} or task.units_text ilike ${like})`,
    );
  }
  return query;
}

/** PLAN-C5: no section named yet; the plan's own date stands where the unit sets no earlier one. */
export function unsplitSql() {
  return sql<SqlBool>`share.state <> 'accepted' and share.section_id is null`;
}

export type AssignmentLine = Awaited<ReturnType<typeof assignmentLines>>['items'][number];

const SORTS = {
  dueOn: sql`share.alert_on`,
  number: sql`task.number`,
  unit: sql`share.unit_id`,
  percent: sql`share.percent`,
  lastReportAt: sql`share.last_report_at`,
} as const;

export async function assignmentLines(
  db: Queryable,
  filter: AssignmentFilter,
  viewer: Viewer,
  page: { sort: string; page: number; pageSize: number },
) {
  const query = filteredAssignments(db, filter, viewer);
  const { total } = await query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const descending = page.sort.startsWith('-');
  const sort = SORTS[page.sort.replace('-', '') as keyof typeof SORTS];
  const items = await selectLines(query, viewer.today)
    .orderBy(sort, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('task.number')
    .orderBy('share.id')
    .limit(page.pageSize)
    .offset((page.page - 1) * page.pageSize)
    .execute();
  return { items, total };
}

/** The same lines for chosen shares, in no order. */
export async function linesOf(db: Queryable, ids: readonly string[], viewer: Viewer) {
  if (ids.length === 0) return [];
  return selectLines(filteredAssignments(db, {}, viewer), viewer.today)
    .where('share.id', 'in', [...ids])
    .execute();
}

function selectLines(query: ReturnType<typeof filteredAssignments>, today: LocalDate) {
  return query
    .selectAll('share')
    .select([
      'plan.title as plan_title',
      'plan.level as plan_level',
      'plan.state as plan_state',
      'plan.unit_id as plan_unit_id',
      'task.number as task_number',
      'task.category',
      'task.name as task_name',
      'task.content',
      'task.deadline_text',
      'task.deadline_kind',
      'task.due_provisional',
      'task.priority',
      shareStateSql(today).as('shown_state'),
    ]);
}
