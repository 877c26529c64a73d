import type { Insertable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

export async function insertTargeted(
  db: Queryable,
  row: Insertable<PublicationTables['publications.targeted_disclosure']>,
): Promise<void> {
  await register(db).insertInto('publications.targeted_disclosure').values(row).execute();
}

/** Oldest first. */
export function targetedOf(db: Queryable, publicationId: string) {
  return register(db)
    .selectFrom('publications.targeted_disclosure')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('at')
    .execute();
}
export type TargetedRow = Awaited<ReturnType<typeof targetedOf>>[number];
