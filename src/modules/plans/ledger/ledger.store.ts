import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { likeText, visible } from '../plan/plans.store.ts';
import type { DraftScope } from '../plan-subjects.ts';
import { ledger } from '../plan-tables.store.ts';
import type { TaskState, UnitRole } from '../plan-words.ts';
import { NO_SHARES } from '../tasks/task-state.ts';
import type { LedgerFilter, LedgerQuery, StateCounts } from '../tasks/tasks.contract.ts';

/** The same as `shareState`, for filters and counts; a test holds the two together. */
export function shareStateSql(today: LocalDate, share = 'share'): RawBuilder<TaskState> {
  const column = (name: string) => sql.ref(`${share}.${name}`);
  return sql<TaskState>`case
    when ${column('state')} in ('accepted', 'reported') then ${column('state')}
    when ${column('due_on')} < ${today} then 'overdue'
    when ${column('state')} = 'returned' then 'returned'
    when ${column('last_report_at')} is not null then 'inProgress'
    else 'notStarted' end`;
}

/** The same as a condition that an index can serve. */
export function shareStateIs(state: TaskState, today: LocalDate): RawBuilder<SqlBool> {
  const inTime = sql`(share.due_on is null or share.due_on >= ${today})`;
  switch (state) {
    case 'accepted':
    case 'reported':
      return sql<SqlBool>`share.state = ${state}`;
    case 'overdue':
      return sql<SqlBool>`(share.state in ('open', 'returned') and share.due_on < ${today})`;
    case 'returned':
      return sql<SqlBool>`(share.state = 'returned' and ${inTime})`;
    case 'inProgress':
      return sql<SqlBool>`(share.state = 'open' and share.last_report_at is not null and ${inTime})`;
    case 'notStarted':
      return sql<SqlBool>`(share.state = 'open' and share.last_report_at is null and ${inTime})`;
  }
}

/** The same as `taskState`, from the facts kept with the task. */
export function taskStateSql(today: LocalDate): RawBuilder<TaskState> {
  return sql<TaskState>`case
    when task.share_count = 0 then case when task.due_on < ${today} then 'overdue' else 'notStarted' end
    when task.accepted_count = task.share_count then 'accepted'
    when task.open_due_on < ${today} then 'overdue'
    when task.returned_count > 0 then 'returned'
    when task.reported_count > 0 then 'reported'
    when task.started_count > 0 then 'inProgress'
    else 'notStarted' end`;
}

export interface Viewer {
  readonly drafts: DraftScope;
  /** Units that count as mine. */
  readonly units: readonly string[];
  readonly today: LocalDate;
}

/** Tasks the viewer may see that pass the filter. With a unit, state and due day are that unit's. */
export function filteredTasks(db: Queryable, filter: LedgerFilter, viewer: Viewer) {
  let query = ledger(db)
    .selectFrom('plans.task as task')
    .innerJoin('plans.plan as plan', 'plan.id', 'task.plan_id')
    .where(visible(viewer.drafts));
  if (filter.planId) query = query.where('task.plan_id', '=', filter.planId);
  if (filter.year !== undefined) query = query.where('plan.year', '=', filter.year);
  if (filter.kind) query = query.where('task.deadline_kind', '=', filter.kind);
  if (filter.priority) query = query.where('task.priority', '=', filter.priority === 'true');
  if (filter.category) query = query.where('task.category', '=', filter.category);
  if (filter.q) query = query.where(wordsSql(filter.q));
  const units = filter.unitId ? [filter.unitId] : filter.mine === 'true' ? [...viewer.units] : null;
  if (units) return query.where(shareSql(units, filter, viewer.today));
  if (filter.role) query = query.where(shareSql(null, { role: filter.role }, viewer.today));
  if (filter.unfinished === 'true') query = query.where(taskStateSql(viewer.today), '<>', 'accepted');
  if (filter.state) query = query.where(taskStateSql(viewer.today), '=', filter.state);
  if (filter.dueFrom) query = query.where('task.next_due_on', '>=', filter.dueFrom);
  if (filter.dueTo) query = query.where('task.next_due_on', '<=', filter.dueTo);
  return query;
}

function wordsSql(words: string) {
  const like = `%${likeText(words.trim())}%`;
  const number = /^\d{1,5}$/.test(words.trim()) ? Number(words.trim()) : -1;
  return sql<SqlBool>`(task.number = ${number} or task.name ilike ${like} or task.content ilike ${like}
    or task.units_text ilike ${like} or task.category ilike ${like})`;
}

function shareSql(
  units: readonly string[] | null,
  filter: Pick<LedgerFilter, 'role' | 'state' | 'dueFrom' | 'dueTo'>,
  today: LocalDate,
) {
  const conditions: RawBuilder<unknown>[] = [sql`share.task_id = task.id and not share.removed`];
  if (units) conditions.push(sql`share.unit_id = any(${[...units]}::uuid[])`);
  if (filter.role) conditions.push(sql`share.role = ${filter.role}`);
  if (filter.state) conditions.push(shareStateIs(filter.state, today));
  if (filter.dueFrom) conditions.push(sql`share.due_on >= ${filter.dueFrom}`);
  if (filter.dueTo) conditions.push(sql`share.due_on <= ${filter.dueTo}`);
  return sql<SqlBool>`exists (select from plans.assignment as share where ${sql.join(conditions, sql` and `)})`;
}

const SORTS = {
  number: sql`task.number`,
  dueOn: sql`task.next_due_on`,
  percent: sql`task.percent`,
  lastReportAt: sql`task.last_report_at`,
} as const;

export type LedgerTask = Awaited<ReturnType<typeof ledgerPage>>['items'][number];

export async function ledgerPage(db: Queryable, query: LedgerQuery, viewer: Viewer) {
  const tasks = filteredTasks(db, query, viewer);
  const { total } = await tasks.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const descending = query.sort.startsWith('-');
  const sort = SORTS[query.sort.replace('-', '') as keyof typeof SORTS];
  const items = await tasks
    .selectAll('task')
    .select(['plan.title as plan_title', 'plan.year as plan_year', taskStateSql(viewer.today).as('state')])
    .orderBy(sort, (order) => (descending ? order.desc().nullsLast() : order.asc().nullsLast()))
    .orderBy('plan.year', 'desc')
    .orderBy('plan.title')
    .orderBy('task.number')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items, total };
}

export interface ShareLine {
  readonly id: string;
  readonly task_id: string;
  readonly unit_id: string;
  readonly role: UnitRole;
  readonly via_group: string | null;
  readonly state: TaskState;
  readonly percent: number;
  readonly due_on: LocalDate | null;
  readonly version: number;
}

/** The first `limit` shares of each task, leading and named units before those of groups. */
export async function firstShares(
  db: Queryable,
  taskIds: readonly string[],
  today: LocalDate,
  limit: number,
): Promise<ShareLine[]> {
  if (taskIds.length === 0) return [];
  const { rows } = await sql<ShareLine>`
    select line.* from unnest(${[...taskIds]}::uuid[]) as wanted(id)
    cross join lateral (
      select share.id, share.task_id, share.unit_id, share.role, share.via_group, ${shareStateSql(today)} as state,
        share.percent, share.due_on, share.version
      from plans.assignment as share
      where share.task_id = wanted.id and not share.removed
      order by case share.role when 'lead' then 0 when 'responsible' then 1 else 2 end,
        share.via_group nulls first, share.id
      limit ${limit}
    ) as line`.execute(db);
  return rows;
}

/** How many shares of each task stand in which state. */
export async function shareCounts(
  db: Queryable,
  taskIds: readonly string[],
  today: LocalDate,
): Promise<Map<string, StateCounts>> {
  if (taskIds.length === 0) return new Map();
  const { rows } = await sql<{ task_id: string; state: TaskState; count: number }>`
    select share.task_id, ${shareStateSql(today)} as state, count(*) as count
    from plans.assignment as share
    where share.task_id = any(${[...taskIds]}::uuid[]) and not share.removed
    group by 1, 2`.execute(db);
  return collectCounts(rows, (row) => row.task_id);
}

export function collectCounts<Row extends { state: TaskState; count: number }>(
  rows: readonly Row[],
  key: (row: Row) => string,
): Map<string, StateCounts> {
  const counts = new Map<string, StateCounts>();
  for (const row of rows) {
    const known = counts.get(key(row)) ?? { ...NO_SHARES };
    known[row.state] += row.count;
    counts.set(key(row), known);
  }
  return counts;
}
