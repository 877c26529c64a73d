import type { Insertable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

/** Reasons are added, never rewritten; the newest first. */
export function lateReasonsOf(db: Queryable, publicationId: string) {
  return register(db)
    .selectFrom('publications.late_reason')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('seq', 'desc')
    .execute();
}
export type LateReasonRow = Awaited<ReturnType<typeof lateReasonsOf>>[number];

export async function insertLateReason(
  db: Queryable,
  row: Insertable<PublicationTables['publications.late_reason']>,
): Promise<void> {
  await register(db).insertInto('publications.late_reason').values(row).execute();
}
