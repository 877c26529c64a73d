import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Reckoned } from './reckon.ts';

export interface StaleClock {
  readonly id: string;
  readonly kind: string;
  readonly dueOn: LocalDate | null;
  readonly isProvisional: boolean;
  readonly mergedInto: string | null;
  readonly mergedCount: number;
  /** JSON of all in their order: cases with the same text had the same happen to them. */
  readonly events: string;
}

/** Open cases whose clock was reckoned by another calendar or other rules: the first of those that come behind one. */
export interface Stale {
  readonly basis: string;
  readonly after: string;
  /** The last that may be among them. */
  readonly until: string;
  readonly limit: number;
}

const staleIds = ({ basis, after, until, limit }: Stale) => sql`
  select k.case_id from cases.clock as k
  where k.state <> 'answered' and (k.basis < ${basis} or k.basis > ${basis})
    and k.case_id > ${after}::uuid and k.case_id <= ${until}::uuid
  order by k.case_id limit ${limit}`;

/**
 * Locks those that stand alone, or those that were merged. What somebody works on at this moment is left for the next run: it is reckoned by
 * that work, or found again.
 */
export async function lockStaleClocks(
  db: Queryable,
  stale: Stale,
  standing: 'alone' | 'merged',
): Promise<StaleClock[]> {
  const { rows } = await sql<StaleClock>`
    with stale as materialized (${staleIds(stale)})
    select c.id, c.kind, c.due_on as "dueOn", c.is_provisional as "isProvisional", c.merged_into as "mergedInto",
      c.merged_count as "mergedCount",
      (select json_agg(e.event order by e.seq)::text from cases.clock_event as e where e.case_id = c.id) as events
    from cases."case" as c
    where c.id in (select case_id from stale) and (c.merged_into is null and c.merged_count = 0) = ${standing === 'alone'}
    order by c.id for update of c skip locked`.execute(db);
  return rows;
}

/** The last id of a batch, so that the next begins behind it even when all of this one were busy. */
export async function lastStale(db: Queryable, stale: Stale): Promise<string | null> {
  const { rows } = await sql<{ id: string | null }>`
    select max(case_id::text) as id from (${staleIds(stale)}) as stale`.execute(db);
  return rows[0]?.id ?? null;
}

export interface Turned {
  readonly of: StaleClock;
  readonly reckoned: Reckoned;
}

/** Writes a batch: the clocks all, the cases only where their day moved, which is rare. */
export async function writeReckoned(
  db: Queryable,
  batch: readonly Turned[],
  basis: string,
  why: string,
  at: Date,
): Promise<number> {
  if (batch.length === 0) return 0;
  // Cases that share a reading bring it once: its days and sentences are by far the most of what is sent.
  const clocks = [...Map.groupBy(batch, ({ reckoned }) => reckoned)].map(([{ state, explanation }, some]) => ({
    ids: some.map(({ of }) => of.id),
    state,
    explanation,
  }));
  await sql`
    update cases.clock as k set basis = ${basis}, state = n.state, explanation = n.explanation
    from json_to_recordset(${JSON.stringify(clocks)}::json) as n(ids uuid[], state text, explanation jsonb), unnest(n.ids) as i(id)
    where k.case_id = i.id`.execute(db);
  const moved = batch
    .filter(({ of, reckoned }) => of.dueOn !== reckoned.dueOn || of.isProvisional !== reckoned.isProvisional)
    .map(({ of, reckoned }) => ({
      id: of.id,
      from_on: of.dueOn,
      to_on: reckoned.dueOn,
      provisional: reckoned.isProvisional,
    }));
  if (moved.length === 0) return 0;
  // Before the cases: the foreign key then meets rows that this transaction holds already, and need not mark their new versions.
  const { numAffectedRows } = await sql`
    insert into cases.due_history (case_id, at, from_on, to_on, why)
    select n.id, ${at}, n.from_on, n.to_on, ${why}
    from json_to_recordset(${JSON.stringify(moved)}::json) as n(id uuid, from_on date, to_on date)
    where n.from_on is distinct from n.to_on`.execute(db);
  await sql`
    update cases."case" as c set due_on = n.to_on, is_provisional = n.provisional, updated_at = ${at},
      urgent_on = case when c.merged_count = 0 then n.to_on else c.urgent_on end
    from json_to_recordset(${JSON.stringify(moved)}::json) as n(id uuid, to_on date, provisional boolean)
    where c.id = n.id`.execute(db);
  return Number(numAffectedRows ?? 0);
}
