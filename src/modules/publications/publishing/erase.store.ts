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
    .set({ content: sql`null`, erased_at: at })
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
  await register(db)
    .updateTable('publications.upload')
    .set({ text: '', name: GONE, hidden_data: '[]', found: '[]' })
    .where('publication_id', '=', publicationId)
    .execute();
  await register(db)
    .updateTable('publications.event')
    .set({ text: GONE })
    .where('publication_id', '=', publicationId)
    .where('kind', 'in', ['create', 'edit', 'review.approved', 'review.returned'])
    .execute();
}
