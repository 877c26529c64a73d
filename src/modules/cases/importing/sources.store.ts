import type { Generated, Selectable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { CaseChannel } from '../case-words.ts';

type SourceTables = {
  'cases.source': {
    id: Generated<string>;
    name: string;
    channel: CaseChannel;
    created_by: string;
    created_at: Date;
  };
  'cases.source_key': {
    id: Generated<string>;
    source_id: string;
    hash: string;
    ending: string;
    created_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
};
export type SourceRow = Selectable<SourceTables['cases.source']>;
export type KeyRow = Selectable<SourceTables['cases.source_key']>;
const tables = (db: Queryable) => db.withTables<SourceTables>();

export function allSources(db: Queryable): Promise<SourceRow[]> {
  return tables(db).selectFrom('cases.source').selectAll().orderBy('name').execute();
}

export function allKeys(db: Queryable): Promise<KeyRow[]> {
  return tables(db).selectFrom('cases.source_key').selectAll().orderBy('created_at', 'desc').execute();
}

export function findSource(db: Queryable, id: string): Promise<SourceRow | undefined> {
  return tables(db).selectFrom('cases.source').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns undefined when the name is taken */
export function insertSource(
  db: Queryable,
  row: { name: string; channel: CaseChannel; created_by: string; created_at: Date },
): Promise<SourceRow | undefined> {
  return tables(db)
    .insertInto('cases.source')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function insertKey(
  db: Queryable,
  row: { source_id: string; hash: string; ending: string; created_by: string; created_at: Date },
): Promise<KeyRow> {
  return tables(db).insertInto('cases.source_key').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Of a key that still opens. */
export async function sourceByKey(
  db: Queryable,
  hash: string,
): Promise<{ source: SourceRow; key: KeyRow } | undefined> {
  const key = await tables(db)
    .selectFrom('cases.source_key')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const source = key && (await findSource(db, key.source_id));
  return key && source ? { source, key } : undefined;
}

export async function markKeyUsed(db: Queryable, id: string, at: Date): Promise<void> {
  await tables(db).updateTable('cases.source_key').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** @returns undefined when there is none, or it was revoked before */
export function revokeKey(db: Queryable, id: string, by: string, at: Date): Promise<KeyRow | undefined> {
  return tables(db)
    .updateTable('cases.source_key')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}
