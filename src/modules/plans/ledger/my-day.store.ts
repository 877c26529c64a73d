import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { ledger } from '../plan-tables.store.ts';
import type { PlanState } from '../plan-words.ts';
import { shareStateSql, type Viewer } from './ledger.store.ts';

export interface DayCounts {
  readonly dueToday: number;
  readonly dueThisWeek: number;
  readonly overdue: number;
  readonly returned: number;
  readonly waiting: number;
  readonly unsplit: number;
  readonly brokenEvidence: number;
}

/** @param of units null: all units of the district; personId: only what is given to that person */
export async function dayCounts(
  db: Queryable,
  of: { readonly units: readonly string[] | null; readonly personId: string | null },
  viewer: Viewer,
  weekEnd: LocalDate,
): Promise<DayCounts> {
  const ofUnits = of.units ? sql`and share.unit_id = any(${[...of.units]}::uuid[])` : sql``;
  const mine = of.personId ? sql`${ofUnits} and share.person_id = ${of.personId}` : ofUnits;
  const { rows } = await sql<DayCounts>`
    select
      count(*) filter (where shown in ('notStarted', 'inProgress', 'returned') and due_on = ${viewer.today}) as "dueToday",
      count(*) filter (where shown in ('notStarted', 'inProgress', 'returned') and due_on between ${viewer.today} and ${weekEnd}) as "dueThisWeek",
      count(*) filter (where shown = 'overdue') as "overdue",
      count(*) filter (where state = 'returned') as "returned",
      count(*) filter (where shown = 'reported') as "waiting",
      count(*) filter (where state <> 'accepted' and section_id is null) as "unsplit",
      (select count(*) from plans.evidence as evidence join plans.assignment as share on share.id = evidence.assignment_id
        where evidence.address_state in ('unreachable', 'refused') and not share.removed ${mine}) as "brokenEvidence"
    from (
      select share.state, share.due_on, share.section_id, ${shareStateSql(viewer.today)} as shown
      from plans.assignment as share join plans.plan as plan on plan.id = share.plan_id
      where plan.state = 'published' and not share.removed and share.state <> 'accepted' ${mine}
    ) as line`.execute(db);
  return rows[0] ?? { dueToday: 0, dueThisWeek: 0, overdue: 0, returned: 0, waiting: 0, unsplit: 0, brokenEvidence: 0 };
}

export async function lateUnits(
  db: Queryable,
  viewer: Viewer,
  limit: number,
): Promise<{ unit_id: string; overdue: number }[]> {
  const { rows } = await sql<{ unit_id: string; overdue: number }>`
    select share.unit_id, count(*) as overdue
    from plans.assignment as share join plans.plan as plan on plan.id = share.plan_id
    where plan.state = 'published' and not share.removed and share.state in ('open', 'returned') and share.due_on < ${viewer.today}
    group by 1 order by 2 desc, 1 limit ${limit}`.execute(db);
  return rows;
}

/** Plans in force: the district's for all, a unit's own for the unit. */
export async function plansInForce(
  db: Queryable,
  units: readonly string[] | null,
): Promise<{ id: string; title: string; year: number; percent: number; state: PlanState }[]> {
  let query = ledger(db)
    .selectFrom('plans.plan as plan')
    .select(['plan.id', 'plan.title', 'plan.year', 'plan.state'])
    .select(
      sql<number>`coalesce((select floor(avg(percent)) from plans.task where plan_id = plan.id), 0)::int`.as('percent'),
    )
    .where('plan.state', '=', 'published');
  query = units
    ? query.where((eb) =>
        eb.or([eb('plan.level', '=', 'district'), eb('plan.unit_id', '=', sql<string>`any(${[...units]}::uuid[])`)]),
      )
    : query.where('plan.level', '=', 'district');
  return query.orderBy('plan.year', 'desc').orderBy('plan.level').limit(10).execute();
}
