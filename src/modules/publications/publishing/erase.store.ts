import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { register } from '../publication-tables.store.ts';

const GONE = '（已依法删除）';

export async function eraseWords(
  db: Queryable,
  publicationId: string,
  versionIds: readonly string[],
  at: Date,
): Promise<void> {
  const ids = [...versionIds];
  await register(db)
    .updateTable('publications.version')
    .set({ state: 'discarded', scheduled_for: null, scheduled_hash: null })
    .where('id', 'in', ids)
    .where('ordinal', 'is', null)
    .execute();
  await register(db)
    .updateTable('publications.version')
    .set({ content: sql`null`, change_note: null, release_note: null, erased_at: at })
    .where('id', 'in', ids)
    .where('erased_at', 'is', null)
    .execute();
  await register(db).deleteFrom('publications.autosave').where('version_id', 'in', ids).execute();
  await register(db).deleteFrom('publications.link').where('version_id', 'in', ids).execute();
  await register(db)
    .updateTable('publications.finding')
    .set({
      words: GONE,
      masked: '',
      key: sql<string>`id::text`,
      reason: sql`case when reason is null then null else ${GONE}::text end`,
    })
    .where('version_id', 'in', ids)
    .execute();
  await register(db)
    .updateTable('publications.remark')
    .set({ text: GONE, resolution: sql`case when resolution is null then null else ${GONE}::text end` })
    .where('version_id', 'in', ids)
    .execute();
  await register(db).updateTable('publications.review').set({ comment: null }).where('version_id', 'in', ids).execute();
  await register(db).updateTable('publications.alarm').set({ reasons: '[]' }).where('version_id', 'in', ids).execute();
  await eraseTold(db, publicationId);
}

/** What was said about the publication as a whole; the reasons why it was taken away are public and stay. */
async function eraseTold(db: Queryable, publicationId: string): Promise<void> {
  await register(db)
    .updateTable('publications.determination')
    .set({ reason: GONE, audience: null })
    .where('publication_id', '=', publicationId)
    .execute();
  await register(db)
    .updateTable('publications.late_reason')
    .set({ reason: GONE })
    .where('publication_id', '=', publicationId)
    .execute();
  await register(db)
    .updateTable('publications.targeted_disclosure')
    .set({ audience: GONE, note: null })
    .where('publication_id', '=', publicationId)
    .execute();
  await register(db)
    .updateTable('publications.event')
    .set({ text: GONE })
    .where('publication_id', '=', publicationId)
    .where('kind', 'not in', ['removed', 'erased'])
    .execute();
}

/** The publication names no file from now on, originals of masked copies included. @returns their hashes */
export async function dropUploads(db: Queryable, publicationId: string): Promise<string[]> {
  const rows = await register(db)
    .deleteFrom('publications.upload')
    .where('publication_id', '=', publicationId)
    .returning(['sha256', 'original_sha256'])
    .execute();
  return rows.flatMap(({ sha256, original_sha256 }) => (original_sha256 ? [sha256, original_sha256] : [sha256]));
}
