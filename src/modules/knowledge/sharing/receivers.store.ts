import type { Generated, Selectable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Target } from '../knowledge-words.ts';

type Tables = {
  'knowledge.receiver': {
    id: Generated<string>;
    name: string;
    target: Target;
    created_by: string;
    created_at: Date;
  };
  'knowledge.receiver_key': {
    id: Generated<string>;
    receiver_id: string;
    hash: string;
    ending: string;
    created_by: string;
    created_at: Date;
    last_used_at: Date | null;
    revoked_at: Date | null;
    revoked_by: string | null;
  };
};
export type ReceiverRow = Selectable<Tables['knowledge.receiver']>;
export type ReceiverKeyRow = Selectable<Tables['knowledge.receiver_key']>;
const tables = (db: Queryable) => db.withTables<Tables>();

export function allReceivers(db: Queryable): Promise<ReceiverRow[]> {
  return tables(db).selectFrom('knowledge.receiver').selectAll().orderBy('target').orderBy('name').execute();
}

export function allReceiverKeys(db: Queryable): Promise<ReceiverKeyRow[]> {
  return tables(db).selectFrom('knowledge.receiver_key').selectAll().orderBy('created_at', 'desc').execute();
}

export function findReceiver(db: Queryable, id: string): Promise<ReceiverRow | undefined> {
  return tables(db).selectFrom('knowledge.receiver').selectAll().where('id', '=', id).executeTakeFirst();
}

/** @returns undefined when the name is taken */
export function insertReceiver(db: Queryable, row: Omit<ReceiverRow, 'id'>): Promise<ReceiverRow | undefined> {
  return tables(db)
    .insertInto('knowledge.receiver')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
}

export function insertReceiverKey(
  db: Queryable,
  row: Pick<ReceiverKeyRow, 'receiver_id' | 'hash' | 'ending' | 'created_by' | 'created_at'>,
): Promise<ReceiverKeyRow> {
  return tables(db).insertInto('knowledge.receiver_key').values(row).returningAll().executeTakeFirstOrThrow();
}

/** Of a key that still opens. */
export async function receiverByKey(
  db: Queryable,
  hash: string,
): Promise<{ receiver: ReceiverRow; key: ReceiverKeyRow } | undefined> {
  const key = await tables(db)
    .selectFrom('knowledge.receiver_key')
    .selectAll()
    .where('hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  const receiver = key && (await findReceiver(db, key.receiver_id));
  return key && receiver ? { receiver, key } : undefined;
}

export async function markReceiverKeyUsed(db: Queryable, id: string, at: Date): Promise<void> {
  await tables(db).updateTable('knowledge.receiver_key').set({ last_used_at: at }).where('id', '=', id).execute();
}

/** @returns undefined when there is none, or it was revoked before */
export function revokeReceiverKey(
  db: Queryable,
  id: string,
  by: string,
  at: Date,
): Promise<ReceiverKeyRow | undefined> {
  return tables(db)
    .updateTable('knowledge.receiver_key')
    .set({ revoked_at: at, revoked_by: by })
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}
