import type { Queryable } from '../../../platform/db/database.ts';

type FrozenTables = {
  'publications.frozen_form': {
    version_id: string;
    record: Buffer | null;
    record_hash: string;
    body_text: string | null;
    salt: Buffer | null;
    leaf_id: string;
    erased_at: Date | null;
  };
};

export async function insertFrozen(
  db: Queryable,
  row: { versionId: string; record: Buffer; recordHash: string; bodyText: string; salt: Buffer; leafId: string },
): Promise<void> {
  await db
    .withTables<FrozenTables>()
    .insertInto('publications.frozen_form')
    .values({
      version_id: row.versionId,
      record: row.record,
      record_hash: row.recordHash,
      body_text: row.bodyText,
      salt: row.salt,
      leaf_id: row.leafId,
      erased_at: null,
    })
    .execute();
}

export function frozenForms(db: Queryable, versionIds: readonly string[]) {
  if (versionIds.length === 0) return Promise.resolve([]);
  return db
    .withTables<FrozenTables>()
    .selectFrom('publications.frozen_form')
    .selectAll()
    .where('version_id', 'in', [...versionIds])
    .execute();
}

/** Bytes and salt are gone for good: what the log keeps can be tied to nothing. */
export async function eraseFrozen(db: Queryable, versionIds: readonly string[], at: Date): Promise<void> {
  if (versionIds.length === 0) return;
  await db
    .withTables<FrozenTables>()
    .updateTable('publications.frozen_form')
    .set({ record: null, record_hash: '', body_text: null, salt: null, erased_at: at })
    .where('version_id', 'in', [...versionIds])
    .execute();
}
