import { type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type LedgerTables, ledger } from '../plan-tables.store.ts';
import type { AssignmentState } from '../plan-words.ts';
import type { Share } from '../tasks/task-units.ts';
import type { DueExplanation } from '../tasks/tasks.contract.ts';

export type AssignmentRecord = Selectable<LedgerTables['plans.assignment']>;

export async function findAssignment(db: Queryable, id: string): Promise<AssignmentRecord | undefined> {
  return ledger(db)
    .selectFrom('plans.assignment')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .executeTakeFirst();
}

export async function lockAssignment(db: Queryable, id: string): Promise<AssignmentRecord | undefined> {
  return ledger(db)
    .selectFrom('plans.assignment')
    .selectAll()
    .where('id', '=', id)
    .where('removed', '=', false)
    .forUpdate()
    .executeTakeFirst();
}

export async function assignmentsOfTasks(db: Queryable, taskIds: readonly string[]): Promise<AssignmentRecord[]> {
  if (taskIds.length === 0) return [];
  return ledger(db)
    .selectFrom('plans.assignment')
    .selectAll()
    .where('task_id', '=', sql<string>`any(${[...taskIds]}::uuid[])`)
    .where('removed', '=', false)
    .execute();
}

export interface AssignmentChange {
  readonly state?: AssignmentState;
  readonly percent?: number;
  readonly milestone?: number;
  readonly last_text?: string | null;
  readonly last_report_at?: Date | null;
  readonly reported_on?: LocalDate | null;
  readonly accepted_on?: LocalDate | null;
  readonly due_on?: LocalDate | null;
  readonly redo_by?: LocalDate | null;
  readonly section_id?: string | null;
  readonly person_id?: string | null;
  readonly own_due_on?: LocalDate | null;
  readonly evidence_count?: number;
}

export async function updateAssignment(
  db: Queryable,
  row: AssignmentRecord,
  set: AssignmentChange,
): Promise<AssignmentRecord> {
  return ledger(db)
    .updateTable('plans.assignment')
    .set({ ...set, version: row.version + 1 })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/**
 * Brings the shares of one task in line with its units. A unit taken off loses its share; when it had already reported, the share is
 * kept as a record and counted nowhere, and comes back with its history when the unit is named again.
 * @returns units added and taken off
 */
export async function syncShares(
  db: Queryable,
  task: { id: string; planId: string },
  shares: readonly Share[],
  milestones: DueExplanation['milestones'],
): Promise<{ added: string[]; removed: string[] }> {
  const known = await ledger(db)
    .selectFrom('plans.assignment')
    .select(['id', 'unit_id', 'removed', 'last_report_at', 'role', 'via_group'])
    .where('task_id', '=', task.id)
    .execute();
  const wanted = new Map(shares.map((share) => [share.unitId, share]));
  const gone = known.filter((row) => !row.removed && !wanted.has(row.unit_id));
  const fresh = gone.filter((row) => row.last_report_at === null).map((row) => row.id);
  const kept = gone.filter((row) => row.last_report_at !== null).map((row) => row.id);
  if (fresh.length > 0) await ledger(db).deleteFrom('plans.assignment').where('id', 'in', fresh).execute();
  if (kept.length > 0) await mark(db, kept, true);
  const back = known.filter((row) => row.removed && wanted.has(row.unit_id));
  if (back.length > 0)
    await mark(
      db,
      back.map((row) => row.id),
      false,
    );
  for (const row of known) {
    const share = wanted.get(row.unit_id);
    if (share && (share.role !== row.role || share.viaGroup !== row.via_group)) {
      await ledger(db)
        .updateTable('plans.assignment')
        .set({ role: share.role, via_group: share.viaGroup, version: sql`version + 1` })
        .where('id', '=', row.id)
        .execute();
    }
  }
  const added = shares.filter((share) => !known.some((row) => row.unit_id === share.unitId));
  await insertShares(db, [{ ...task, shares: added, milestones }]);
  return {
    added: [...added.map((share) => share.unitId), ...back.map((row) => row.unit_id)],
    removed: gone.map((row) => row.unit_id),
  };
}

async function mark(db: Queryable, ids: readonly string[], removed: boolean): Promise<void> {
  await ledger(db)
    .updateTable('plans.assignment')
    .set({ removed, version: sql`version + 1` })
    .where('id', 'in', [...ids])
    .execute();
}

export async function insertShares(
  db: Queryable,
  tasks: readonly {
    id: string;
    planId: string;
    shares: readonly Share[];
    milestones: DueExplanation['milestones'];
  }[],
): Promise<void> {
  const rows = tasks.flatMap((task) =>
    task.shares.map((share) => ({
      task_id: task.id,
      plan_id: task.planId,
      unit_id: share.unitId,
      role: share.role,
      via_group: share.viaGroup,
      due_on: task.milestones[0]?.dueOn ?? null,
      milestone_count: Math.max(1, task.milestones.length),
    })),
  );
  for (let start = 0; start < rows.length; start += 2000) {
    await ledger(db)
      .insertInto('plans.assignment')
      .values(rows.slice(start, start + 2000) as never)
      .execute();
  }
}

/** The task's milestones have moved: each share not yet accepted takes the day of the milestone it stands at. */
export async function moveShares(
  db: Queryable,
  taskId: string,
  milestones: DueExplanation['milestones'],
): Promise<void> {
  const days = milestones.map((milestone) => milestone.dueOn);
  const count = Math.max(1, days.length);
  await ledger(db)
    .updateTable('plans.assignment')
    .set({
      milestone_count: count,
      milestone: sql<number>`least(milestone, ${count - 1}::int)`,
      due_on: sql<LocalDate | null>`case when redo_by is not null then due_on
        else (${days}::date[])[least(milestone, ${count - 1}::int) + 1] end`,
      version: sql<number>`version + 1`,
    })
    .where('task_id', '=', taskId)
    .execute();
}

/** Derives the facts of tasks again from their shares; in the same transaction as every write that touches a share. */
export async function refreshTaskFacts(db: Queryable, taskIds: readonly string[]): Promise<void> {
  if (taskIds.length === 0) return;
  await sql`
    update plans.task as task set
      share_count = facts.share_count,
      accepted_count = facts.accepted_count,
      reported_count = facts.reported_count,
      returned_count = facts.returned_count,
      started_count = facts.started_count,
      percent = facts.percent,
      done_milestones = facts.done_milestones,
      open_due_on = facts.open_due_on,
      next_due_on = coalesce(facts.next_due_on, task.due_on),
      last_report_at = facts.last_report_at,
      evidence_count = facts.evidence_count,
      accepted_on = facts.accepted_on
    from (
      select wanted.id,
        count(share.id)::int as share_count,
        (count(*) filter (where share.state = 'accepted'))::int as accepted_count,
        (count(*) filter (where share.state = 'reported'))::int as reported_count,
        (count(*) filter (where share.state = 'returned'))::int as returned_count,
        (count(*) filter (where share.last_report_at is not null))::int as started_count,
        coalesce(floor(avg(share.percent)), 0)::int as percent,
        coalesce(min(case when share.state = 'accepted' then share.milestone_count else share.milestone end), 0) as done_milestones,
        min(share.due_on) filter (where share.state in ('open', 'returned')) as open_due_on,
        min(share.due_on) filter (where share.state <> 'accepted') as next_due_on,
        max(share.last_report_at) as last_report_at,
        coalesce(sum(share.evidence_count), 0)::int as evidence_count,
        case when bool_and(share.state = 'accepted') then max(share.accepted_on) end as accepted_on
      from unnest(${[...taskIds]}::uuid[]) as wanted(id)
      left join plans.assignment as share on share.task_id = wanted.id and not share.removed
      group by wanted.id
    ) as facts
    where task.id = facts.id`.execute(db);
}
