import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type RequestTables, requestTables, type SuppliedFileRow } from '../request-tables.store.ts';

export async function insertSuppliedFile(
  db: Queryable,
  file: Insertable<RequestTables['requests.supplied_file']>,
): Promise<SuppliedFileRow> {
  return requestTables(db).insertInto('requests.supplied_file').values(file).returningAll().executeTakeFirstOrThrow();
}

/** As they were brought. */
export function suppliedFilesOf(db: Queryable, caseId: string): Promise<SuppliedFileRow[]> {
  return requestTables(db)
    .selectFrom('requests.supplied_file')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** Files that decisions name. */
export async function heldByRequests(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from requests.supplied_file where sha256 = any(${[...hashes]}::text[])`.execute(db);
  return rows.map((row) => row.sha256);
}
