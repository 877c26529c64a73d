import type { Insertable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type PublicationTables, register } from '../publication-tables.store.ts';

type Table = PublicationTables['publications.upload'];

export function uploadsOf(db: Queryable, publicationId: string) {
  return register(db)
    .selectFrom('publications.upload')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .orderBy('at')
    .execute();
}
export type UploadRow = Awaited<ReturnType<typeof uploadsOf>>[number];

export function findUpload(db: Queryable, publicationId: string, sha256: string): Promise<UploadRow | undefined> {
  return register(db)
    .selectFrom('publications.upload')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
}

/** The same file uploaded twice is one upload, under the newer name. */
export async function putUpload(db: Queryable, row: Insertable<Table>): Promise<void> {
  const { publication_id: _, sha256: __, ...set } = row;
  await register(db)
    .insertInto('publications.upload')
    .values(row)
    .onConflict((conflict) => conflict.columns(['publication_id', 'sha256']).doUpdateSet(set))
    .execute();
}
