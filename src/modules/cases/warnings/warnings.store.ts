import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import type { WarningStage } from '../case-words.ts';

export interface NewWarning {
  readonly caseId: string;
  readonly stage: WarningStage;
  readonly dueOn: LocalDate;
  readonly unitId: string;
}

/**
 * Writes the warnings that stand today and are not there yet: one for each case, stage and due day, however often this runs. A case that was
 * merged has its own term; its warning goes to whoever has the case it went into.
 */
export async function raiseWarnings(
  db: Queryable,
  days: { readonly today: LocalDate; readonly soonUntil: LocalDate },
  at: Date,
  limit: number,
): Promise<NewWarning[]> {
  const { rows } = await sql<NewWarning>`
    with due as (
      select c.id, c.due_on, coalesce(m.unit_id, c.unit_id) as unit_id,
        case when c.due_on < ${days.today}::date then 'late' when c.due_on = ${days.today}::date then 'today' else 'soon' end as stage
      from cases."case" as c left join cases."case" as m on m.id = c.merged_into
      where c.due_on <= ${days.soonUntil}::date and c.answered_on is null
        and c.state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved', 'merged')
        and not exists (select 1 from cases.warning as w where w.case_id = c.id and w.due_on = c.due_on
          and w.stage = case when c.due_on < ${days.today}::date then 'late' when c.due_on = ${days.today}::date then 'today' else 'soon' end)
      order by c.due_on, c.id limit ${limit}
    ), raised as (
      insert into cases.warning (case_id, stage, due_on, at) select id, stage, due_on, ${at} from due
      on conflict do nothing returning case_id, stage, due_on
    )
    select r.case_id as "caseId", r.stage, r.due_on as "dueOn", d.unit_id as "unitId" from raised as r join due as d on d.id = r.case_id`.execute(
    db,
  );
  return rows;
}

export function warningsOf(db: Queryable, caseId: string) {
  return caseTables(db).selectFrom('cases.warning').selectAll().where('case_id', '=', caseId).orderBy('at').execute();
}

/** Of a warning that still stands: the case is not answered and its day is still this one. */
export interface StandingWarning {
  readonly caseId: string;
  readonly number: string;
  readonly kind: string;
  readonly stage: WarningStage;
  readonly dueOn: LocalDate;
  readonly unitId: string;
  readonly againstUnitId: string | null;
  readonly personId: string | null;
  /** `<unit id>:<role>` of those whose review is asked. */
  readonly waitingFor: readonly string[];
  readonly recusedIds: readonly string[];
}

export async function standingWarnings(
  db: Queryable,
  { today, soonUntil }: { readonly today: LocalDate; readonly soonUntil: LocalDate },
): Promise<StandingWarning[]> {
  const { rows } = await sql<StandingWarning>`
    select c.id as "caseId", c.number, c.kind, w.stage, w.due_on as "dueOn",
      coalesce(m.unit_id, c.unit_id) as "unitId", coalesce(m.person_id, c.person_id) as "personId",
      c.against_unit_id as "againstUnitId",
      coalesce(m.waiting_for, c.waiting_for) as "waitingFor",
      array(select r.person_id::text from cases.recusal as r where r.case_id in (c.id, m.id) and r.lifted_at is null) as "recusedIds"
    from cases."case" as c
    join cases.warning as w on w.case_id = c.id and w.due_on = c.due_on
    left join cases."case" as m on m.id = c.merged_into
    where c.due_on <= ${soonUntil}::date and c.answered_on is null and c.state not in ('replied', 'closed', 'rejected')
      and w.stage = case when c.due_on < ${today}::date then 'late' when c.due_on = ${today}::date then 'today' else 'soon' end
    order by c.due_on, c.number`.execute(db);
  return rows;
}

/** `<case> <day> <stage>` of what the person was mailed before. */
export async function mailedTo(
  db: Queryable,
  personId: string,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (caseIds.length === 0) return new Set();
  const rows = await caseTables(db)
    .selectFrom('cases.warning_mail')
    .selectAll()
    .where('person_id', '=', personId)
    .where('case_id', 'in', caseIds)
    .execute();
  return new Set(rows.map((row) => `${row.case_id} ${row.due_on} ${row.stage}`));
}

export async function markMailed(
  db: Queryable,
  personId: string,
  warnings: readonly StandingWarning[],
  at: Date,
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.warning_mail')
    .values(
      warnings.map((one) => ({
        case_id: one.caseId,
        stage: one.stage,
        due_on: one.dueOn,
        person_id: personId,
        at,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
