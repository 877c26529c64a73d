import type { Queryable } from '../../../platform/db/database.ts';
import type { Content } from '../content/content.contract.ts';
import { register } from '../publication-tables.store.ts';

/** What one person typed and did not save; nobody else reads it. */
export async function putAutosave(
  db: Queryable,
  row: { versionId: string; personId: string; edit: number; content: Content; at: Date },
): Promise<void> {
  const values = { edit: row.edit, content: JSON.stringify(row.content), at: row.at };
  await register(db)
    .insertInto('publications.autosave')
    .values({ version_id: row.versionId, person_id: row.personId, ...values })
    .onConflict((conflict) => conflict.columns(['version_id', 'person_id']).doUpdateSet(values))
    .execute();
}

export function findAutosave(db: Queryable, versionId: string, personId: string) {
  return register(db)
    .selectFrom('publications.autosave')
    .selectAll()
    .where('version_id', '=', versionId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function dropAutosave(db: Queryable, versionId: string, personId: string | null): Promise<void> {
  let query = register(db).deleteFrom('publications.autosave').where('version_id', '=', versionId);
  if (personId !== null) query = query.where('person_id', '=', personId);
  await query.execute();
}
