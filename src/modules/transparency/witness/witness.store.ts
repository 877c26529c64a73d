import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';

export type WitnessTables = {
  'transparency.cosignature': { number: number; verifier_key: string; line: string };
  'transparency.witnessed': { origin: string; size: number; note: string; seen_at: Date };
};

const LOCK = 0x7769746e;

/** One request at a time over all processes: whoever compares sizes must be the next to write. */
export async function lockWitness(tx: Queryable): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK}::bigint)`.execute(tx);
}

/** @returns the checkpoint that we cosigned last, with our cosignature */
export async function readWitnessed(db: Queryable, origin: string): Promise<string | undefined> {
  const row = await db
    .withTables<WitnessTables>()
    .selectFrom('transparency.witnessed')
    .select('note')
    .where('origin', '=', origin)
    .executeTakeFirst();
  return row?.note;
}

export async function saveWitnessed(
  tx: Queryable,
  row: { origin: string; size: number; note: string; at: Date },
): Promise<void> {
  await sql`
    insert into transparency.witnessed (origin, size, note, seen_at)
    values (${row.origin}, ${row.size}, ${row.note}, ${row.at})
    on conflict (origin) do update set size = excluded.size, note = excluded.note, seen_at = excluded.seen_at`.execute(
    tx,
  );
}

export interface WitnessedLog {
  readonly origin: string;
  readonly size: number;
  readonly seenAt: Date;
  /** The checkpoint with the log's signature and ours. */
  readonly note: string;
}

export async function listWitnessed(db: Queryable): Promise<WitnessedLog[]> {
  return db
    .withTables<WitnessTables>()
    .selectFrom('transparency.witnessed')
    .select(['origin', 'size', 'seen_at as seenAt', 'note'])
    .orderBy('origin')
    .execute();
}

/** Lines of a checkpoint's witnesses, in an order that does not change. */
export async function cosignaturesOf(db: Queryable, number: number): Promise<string[]> {
  const rows = await db
    .withTables<WitnessTables>()
    .selectFrom('transparency.cosignature')
    .select('line')
    .where('number', '=', number)
    .orderBy('verifier_key')
    .execute();
  return rows.map(({ line }) => line);
}

/** Size of the newest of our checkpoints that this witness cosigned; 0 before the first. */
export async function cosignedSize(db: Queryable, verifierKey: string): Promise<number | undefined> {
  const { rows } = await sql<{ size: number | null }>`
    select max(checkpoint.size) as size from transparency.cosignature as cosignature
    join transparency.checkpoint as checkpoint on checkpoint.number = cosignature.number
    where cosignature.verifier_key = ${verifierKey}`.execute(db);
  return rows[0]?.size ?? undefined;
}

export async function insertCosignature(
  tx: Queryable,
  row: { number: number; verifierKey: string; line: string },
): Promise<void> {
  await sql`
    insert into transparency.cosignature (number, verifier_key, line)
    values (${row.number}, ${row.verifierKey}, ${row.line}) on conflict do nothing`.execute(tx);
}
