import type { Insertable, Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

type Table = PublicationTables['publications.finding'];

/** In reading order is the caller's matter; here by time and place. */
export function findingsOf(db: Queryable, versionId: string) {
  return register(db)
    .selectFrom('publications.finding')
    .selectAll()
    .where('version_id', '=', versionId)
    .orderBy('found_at')
    .orderBy('place')
    .orderBy('start_at')
    .execute();
}
export type FindingRow = Awaited<ReturnType<typeof findingsOf>>[number];

export async function insertFindings(db: Queryable, rows: readonly Insertable<Table>[]): Promise<void> {
  for (let start = 0; start < rows.length; start += 1000) {
    await register(db)
      .insertInto('publications.finding')
      .values(rows.slice(start, start + 1000))
      .execute();
  }
}

export async function updateFinding(db: Queryable, id: string, set: Updateable<Table>): Promise<void> {
  await register(db).updateTable('publications.finding').set(set).where('id', '=', id).execute();
}

export async function updateFindings(db: Queryable, ids: readonly string[], set: Updateable<Table>): Promise<void> {
  if (ids.length === 0) return;
  await register(db)
    .updateTable('publications.finding')
    .set(set)
    .where('id', 'in', [...ids])
    .execute();
}
