import { sql } from 'kysely';
import { addDays, type LocalDate, startOfDay } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type Sight, seenBy } from '../seeing/recusals.store.ts';

export interface FigureRow {
  readonly kind: string;
  readonly unit_id: string;
  readonly received: number;
  readonly open: number;
  readonly late_open: number;
  readonly answered: number;
  readonly on_time: number;
  readonly work_hours: number | null;
  readonly rated: number;
  readonly satisfied: number;
}

const OPEN = sql`state in ('awaitingCheck', 'received', 'assigned', 'awaitingSender', 'replyDrafted', 'replyApproved')`;

/**
 * Counts of cases received on these days, by kind and unit; what waits to be checked (待核对) is not received yet. Each count is that of a list
 * with the same filters: kind, unit, days of receipt, admitted=true and, for `open` open=true, `late_open` urgency=late, `answered` isOnTime true and false together, `on_time` isOnTime=true,
 * `satisfied` satisfaction=satisfied.
 */
export async function caseFigures(
  db: Queryable,
  of: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly kind: string | null;
    readonly unitId: string | null;
    readonly unitIds: readonly string[] | null;
    readonly sight: Sight;
    readonly today: LocalDate;
  },
): Promise<FigureRow[]> {
  const { rows } = await sql<FigureRow>`
    select kind, unit_id, count(*)::int as received,
      (count(*) filter (where ${OPEN}))::int as open,
      (count(*) filter (where ${OPEN} and urgent_on < ${of.today}::date))::int as late_open,
      (count(*) filter (where is_on_time is not null))::int as answered,
      (count(*) filter (where is_on_time))::int as on_time,
      avg(work_hours) filter (where is_on_time is not null) as work_hours,
      (count(*) filter (where stars is not null))::int as rated,
      (count(*) filter (where stars >= 4))::int as satisfied
    from cases."case"
    where state <> 'awaitingCheck' and received_at >= ${startOfDay(of.from)} and received_at < ${startOfDay(addDays(of.to, 1))}
      and (${of.kind}::text is null or kind = ${of.kind}::text)
      and (${of.unitId}::uuid is null or unit_id = ${of.unitId}::uuid)
      and (${of.unitIds === null}::boolean or unit_id = any(${[...(of.unitIds ?? [])]}::uuid[]))
      and ${sql.join([sql`true`, ...seenBy(of.sight)], sql` and `)}
    group by kind, unit_id order by kind, unit_id`.execute(db);
  return rows;
}

export interface FieldCount {
  readonly publicationNumber: number;
  /** What was chosen in the field; null: nothing. */
  readonly value: string | null;
  readonly received: number;
  /** Of those, answered. */
  readonly answered: number;
}

/** Cases of a kind about public documents, by document and by what was chosen in one field; counted like `caseFigures`. */
export async function fieldCounts(
  db: Queryable,
  of: {
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly kind: string;
    readonly field: string;
    readonly unitIds: readonly string[] | null;
    readonly sight: Sight;
  },
): Promise<FieldCount[]> {
  const { rows } = await sql<FieldCount>`
    select publication_number as "publicationNumber", nullif(fields ->> ${of.field}::text, '') as value,
      count(*)::int as received, (count(*) filter (where is_on_time is not null))::int as answered
    from cases."case"
    where kind = ${of.kind} and publication_number is not null and state <> 'awaitingCheck'
      and received_at >= ${startOfDay(of.from)} and received_at < ${startOfDay(addDays(of.to, 1))}
      and (${of.unitIds === null}::boolean or unit_id = any(${[...(of.unitIds ?? [])]}::uuid[]))
      and ${sql.join([sql`true`, ...seenBy(of.sight)], sql` and `)}
    group by 1, 2 order by 1, 2`.execute(db);
  return rows;
}

export interface LoadRow {
  readonly unit_id: string;
  readonly person_id: string | null;
  readonly person_name: string | null;
  readonly open: number;
  readonly due_this_week: number;
  readonly late: number;
}

/** What is on whose desk. */
export async function caseLoad(
  db: Queryable,
  of: {
    readonly unitId: string | null;
    readonly unitIds: readonly string[] | null;
    readonly sight: Sight;
    readonly today: LocalDate;
    readonly weekEnd: LocalDate;
  },
): Promise<LoadRow[]> {
  const { rows } = await sql<LoadRow>`
    select unit_id, person_id, max(person_name) as person_name, count(*)::int as open,
      (count(*) filter (where urgent_on >= ${of.today}::date and urgent_on <= ${of.weekEnd}::date))::int as due_this_week,
      (count(*) filter (where urgent_on < ${of.today}::date))::int as late
    from cases."case"
    where ${OPEN}
      and (${of.unitId}::uuid is null or unit_id = ${of.unitId}::uuid)
      and (${of.unitIds === null}::boolean or unit_id = any(${[...(of.unitIds ?? [])]}::uuid[]))
      and ${sql.join([sql`true`, ...seenBy(of.sight)], sql` and `)}
    group by unit_id, person_id order by late desc, open desc, unit_id, person_id`.execute(db);
  return rows;
}
