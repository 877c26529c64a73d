import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { shareStateSql, taskStateSql } from '../ledger/ledger.store.ts';
import type { PlanRow } from '../plan/plans.store.ts';
import { ledger } from '../plan-tables.store.ts';
import type { TaskState } from '../plan-words.ts';
import type { TaskRow } from '../tasks/tasks.store.ts';

/** Published and closed plans alone: nothing here reads a draft. */
export async function publishedPlans(db: Queryable): Promise<PlanRow[]> {
  return ledger(db)
    .selectFrom('plans.plan')
    .selectAll()
    .where('state', '<>', 'draft')
    .orderBy('year', 'desc')
    .orderBy(sql`case level when 'district' then 0 when 'city' then 1 else 2 end`)
    .orderBy('title')
    .execute();
}

/** Tasks of these plans by state, without loading them. */
export async function openCounts(db: Queryable, planIds: readonly string[], today: LocalDate) {
  if (planIds.length === 0) return [];
  const { rows } = await sql<{
    plan_id: string;
    state: TaskState;
    count: number;
    percent_sum: number;
    updated_at: Date;
  }>`
    select task.plan_id, ${taskStateSql(today)} as state, count(*) as count, sum(task.percent) as percent_sum,
      max(greatest(task.updated_at, task.last_report_at)) as updated_at
    from plans.task as task where task.plan_id = any(${[...planIds]}::uuid[]) group by 1, 2`.execute(db);
  return rows;
}

export type OpenTaskRow = TaskRow & { shown_state: TaskState };

export async function openTasks(
  db: Queryable,
  of: { planId: string; number?: number } | { unitId: string; year?: number },
  today: LocalDate,
): Promise<OpenTaskRow[]> {
  let query = ledger(db)
    .selectFrom('plans.task as task')
    .innerJoin('plans.plan as plan', 'plan.id', 'task.plan_id')
    .selectAll('task')
    .select(taskStateSql(today).as('shown_state'))
    .where('plan.state', '<>', 'draft');
  if ('planId' in of) {
    query = query.where('task.plan_id', '=', of.planId);
    if (of.number !== undefined) query = query.where('task.number', '=', of.number);
  } else {
    query = query.where((eb) =>
      eb.exists(
        eb
          .selectFrom('plans.assignment as share')
          .select('share.id')
          .whereRef('share.task_id', '=', 'task.id')
          .where('share.removed', '=', false)
          .where('share.unit_id', '=', of.unitId),
      ),
    );
    if (of.year !== undefined) query = query.where('plan.year', '=', of.year);
  }
  return query.orderBy('plan.year', 'desc').orderBy('task.plan_id').orderBy('task.number').execute();
}

export async function openShares(db: Queryable, taskIds: readonly string[], today: LocalDate) {
  if (taskIds.length === 0) return [];
  return ledger(db)
    .selectFrom('plans.assignment as share')
    .select([
      'share.id',
      'share.task_id',
      'share.unit_id',
      'share.role',
      'share.percent',
      'share.accepted_on',
      'share.state as stored_state',
      shareStateSql(today).as('state'),
    ])
    .where('share.task_id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .where('share.removed', '=', false)
    .execute();
}
export type OpenShare = Awaited<ReturnType<typeof openShares>>[number];

/** Accepted results of a task: the last accepted completion of each unit's share, with its reachable addresses. */
export async function acceptedReports(db: Queryable, taskId: string) {
  const { rows } = await sql<{
    unit_id: string;
    accepted_on: LocalDate | null;
    text: string;
    percent: number;
    evidence: { title: string; address: string }[] | null;
  }>`
    select share.unit_id, coalesce(share.accepted_on, (report.decided_at at time zone 'Asia/Shanghai')::date) as accepted_on,
      report.text, report.percent,
      (select jsonb_agg(jsonb_build_object('title', e.title, 'address', e.address) order by e.position)
        from plans.evidence as e where e.report_id = report.id and e.kind = 'address' and e.address_state = 'reachable') as evidence
    from plans.report as report
    join plans.assignment as share on share.id = report.assignment_id
    where share.task_id = ${taskId} and not share.removed and report.decision = 'accepted'
    order by report.seq`.execute(db);
  return rows;
}

/** The newest acceptances in published plans of the district. */
export async function recentAcceptances(db: Queryable, limit: number) {
  const { rows } = await sql<{
    plan_year: number;
    number: number;
    name: string | null;
    content: string;
    unit_id: string;
    accepted_on: LocalDate;
    result: string | null;
  }>`
    select plan.year as plan_year, task.number, task.name, task.content, share.unit_id, share.accepted_on, share.last_text as result
    from plans.assignment as share
    join plans.task as task on task.id = share.task_id
    join plans.plan as plan on plan.id = share.plan_id
    where share.state = 'accepted' and not share.removed and plan.state <> 'draft' and plan.level = 'district'
    order by share.accepted_on desc, share.last_report_at desc
    limit ${limit}`.execute(db);
  return rows;
}
