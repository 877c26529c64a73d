import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

/** Files that plans name: the documents they were read from, uploads, evidence. */
export async function heldByPlans(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ hash: string }>`
    select file_hash as hash from plans.import_draft where file_hash = any(${[...hashes]}::text[])
    union select hash from plans.upload where hash = any(${[...hashes]}::text[])
    union select file_hash from plans.evidence where file_hash = any(${[...hashes]}::text[])`.execute(db);
  return rows.map((row) => row.hash);
}
