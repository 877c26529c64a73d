import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { FilingFacts } from '../filing/filing-event.ts';

export interface Seen {
  readonly publicationId: string;
  readonly version: number;
  readonly stateHash: string;
  readonly facts: FilingFacts;
  readonly unitId: string;
}

export async function versionsSeen(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const result = await sql<{ id: string; version: number }>`
    select publication_id as id, version from exchange.seen where publication_id = any(${[...ids]}::uuid[])`.execute(
    db,
  );
  return new Map(result.rows.map((row) => [row.id, row.version]));
}

/** A slower reader never puts back what a quicker one saw. */
export async function saveSeen(db: Queryable, seen: Seen): Promise<void> {
  const facts = JSON.stringify(seen.facts);
  await sql`
    insert into exchange.seen (publication_id, version, state_hash, facts, unit_id)
    values (${seen.publicationId}::uuid, ${seen.version}, ${seen.stateHash}, ${facts}::jsonb, ${seen.unitId}::uuid)
    on conflict (publication_id) do update set version = excluded.version, state_hash = excluded.state_hash,
      facts = excluded.facts, unit_id = excluded.unit_id
    where exchange.seen.version <= excluded.version`.execute(db);
}

export async function readProgress(db: Queryable): Promise<{ seenUntil: Date | null; sweptAt: Date | null }> {
  const result = await sql<{ seenUntil: Date | null; sweptAt: Date | null }>`
    select seen_until as "seenUntil", swept_at as "sweptAt" from exchange.progress`.execute(db);
  return result.rows[0] ?? { seenUntil: null, sweptAt: null };
}

export async function saveProgress(db: Queryable, at: Date, isSweep: boolean): Promise<void> {
  await sql`update exchange.progress set seen_until = ${at},
    swept_at = case when ${isSweep}::boolean then ${at} else swept_at end`.execute(db);
}

/** A page of everything seen, by id. */
export async function pageSeen(db: Queryable, after: string | null, limit: number) {
  const where = after === null ? sql`` : sql`where publication_id > ${after}::uuid`;
  return (
    await sql<Seen>`select publication_id as "publicationId", version, state_hash as "stateHash", facts, unit_id as "unitId"
      from exchange.seen ${where} order by publication_id limit ${limit}`.execute(db)
  ).rows;
}
