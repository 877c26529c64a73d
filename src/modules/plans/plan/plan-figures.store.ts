import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { shareStateSql, taskStateSql } from '../ledger/ledger.store.ts';
import type { TaskState } from '../plan-words.ts';
import type { CountedTask } from './plan-figures.ts';

export type PlanTask = CountedTask & {
  readonly id: string;
  readonly number: number;
  readonly name: string | null;
  readonly content: string;
  readonly deadline_kind: string;
  readonly due_on: LocalDate | null;
  readonly due_provisional: boolean;
  readonly share_count: number;
};

/** Every task of the plan with its state and how many milestones all its units have behind them. */
export async function planTasks(db: Queryable, planId: string, today: LocalDate): Promise<PlanTask[]> {
  const { rows } = await sql<Omit<PlanTask, 'milestones' | 'doneMilestones'> & { due: CountedTask; done: number }>`
    select task.id, task.number, task.name, task.content, task.category, task.priority, task.percent, task.deadline_kind,
      task.due_on, task.due_provisional, task.share_count, task.due, task.done_milestones as done, ${taskStateSql(today)} as state
    from plans.task as task
    where task.plan_id = ${planId}
    order by task.number`.execute(db);
  return rows.map(({ due, done, ...task }) => ({ ...task, milestones: due.milestones, doneMilestones: done }));
}

/** Tasks of the plan in which the unit has a share. */
export async function taskIdsOfUnit(db: Queryable, planId: string, unitId: string): Promise<Set<string>> {
  const { rows } = await sql<{ task_id: string }>`
    select task_id from plans.assignment where plan_id = ${planId} and unit_id = ${unitId} and not removed`.execute(db);
  return new Set(rows.map((row) => row.task_id));
}

export interface UnitLine {
  readonly unit_id: string;
  readonly state: TaskState;
  readonly count: number;
  readonly percent_sum: number;
  readonly split: number;
  readonly due_soon: number;
}

/** Shares of the plan by unit and state, one pass over them. */
export async function unitLines(db: Queryable, planId: string, today: LocalDate, soon: LocalDate): Promise<UnitLine[]> {
  const { rows } = await sql<UnitLine>`
    select share.unit_id, ${shareStateSql(today)} as state, count(*) as count, sum(share.percent) as percent_sum,
      count(*) filter (where share.section_id is not null) as split,
      count(*) filter (where share.state in ('open', 'returned') and share.due_on between ${today} and ${soon}) as due_soon
    from plans.assignment as share
    where share.plan_id = ${planId} and not share.removed
    group by 1, 2`.execute(db);
  return rows;
}

export interface MetricCounts {
  /** PLAN-C2: shares with a day that is past, and those of them reported on or before it. */
  readonly dated: number;
  readonly in_time: number;
  /** PLAN-C3: accepted shares, and those with evidence. */
  readonly accepted: number;
  readonly proved: number;
  /** PLAN-C5 */
  readonly shares: number;
  readonly split: number;
}

export async function metricCounts(db: Queryable, planId: string, today: LocalDate): Promise<MetricCounts> {
  const { rows } = await sql<MetricCounts>`
    select
      count(*) filter (where due_on < ${today} or (state = 'accepted' and due_on is not null)) as dated,
      count(*) filter (where due_on is not null and reported_on <= due_on and state in ('accepted', 'reported')
        and (due_on < ${today} or state = 'accepted')) as in_time,
      count(*) filter (where state = 'accepted') as accepted,
      count(*) filter (where state = 'accepted' and evidence_count > 0) as proved,
      count(*) as shares,
      count(*) filter (where section_id is not null) as split
    from plans.assignment where plan_id = ${planId} and not removed`.execute(db);
  return rows[0] ?? { dated: 0, in_time: 0, accepted: 0, proved: 0, shares: 0, split: 0 };
}
