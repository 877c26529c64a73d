import type { Insertable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

/** Newest first. */
export function determinationsOf(db: Queryable, publicationId: string, limit = 200) {
  return register(db)
    .selectFrom('publications.determination')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}
export type DeterminationRow = Awaited<ReturnType<typeof determinationsOf>>[number];

export async function latestDetermination(db: Queryable, publicationId: string): Promise<DeterminationRow | undefined> {
  return (await determinationsOf(db, publicationId, 1))[0];
}

export async function insertDetermination(
  db: Queryable,
  row: Insertable<PublicationTables['publications.determination']>,
): Promise<void> {
  await register(db).insertInto('publications.determination').values(row).execute();
}
