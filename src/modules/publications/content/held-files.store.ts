import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { register } from '../publication-tables.store.ts';

/** Files that publications name: what was uploaded and kept, and what is public. */
export async function heldByPublications(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from publications.upload where sha256 = any(${[...hashes]}::text[])
    union select original_sha256 from publications.upload where original_sha256 = any(${[...hashes]}::text[])
    union select sha256 from publications.public_file where sha256 = any(${[...hashes]}::text[])`.execute(db);
  return rows.map((row) => row.sha256);
}

const UNNAMED = sql<boolean>`
  not exists (select 1 from publications.version v where v.publication_id = u.publication_id
    and position(u.sha256 in v.content::text) > 0)
  and not exists (select 1 from publications.autosave a join publications.version v on v.id = a.version_id
    where v.publication_id = u.publication_id and position(u.sha256 in a.content::text) > 0)
  and not exists (select 1 from publications.upload copy where copy.publication_id = u.publication_id
    and copy.original_sha256 = u.sha256)`;

/** Publications with uploads from before that no version, no unsaved text and no masked copy names. */
export async function withUnnamedUploads(db: Queryable, before: Date): Promise<string[]> {
  const rows = await register(db)
    .selectFrom('publications.upload as u')
    .select('u.publication_id')
    .distinct()
    .where('u.at', '<', before)
    .where(UNNAMED)
    .execute();
  return rows.map((row) => row.publication_id);
}

/** The publication is locked. @returns hashes of the uploads taken away */
export async function dropUnnamedUploads(db: Queryable, publicationId: string, before: Date): Promise<string[]> {
  const rows = await register(db)
    .deleteFrom('publications.upload as u')
    .where('u.publication_id', '=', publicationId)
    .where('u.at', '<', before)
    .where(UNNAMED)
    .returning('u.sha256')
    .execute();
  return rows.map((row) => row.sha256);
}
