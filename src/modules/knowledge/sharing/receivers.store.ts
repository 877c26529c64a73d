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
};
export type ReceiverRow = Selectable<Tables['knowledge.receiver']>;
const tables = (db: Queryable) => db.withTables<Tables>();

export function allReceivers(db: Queryable): Promise<ReceiverRow[]> {
  return tables(db).selectFrom('knowledge.receiver').selectAll().orderBy('target').orderBy('name').execute();
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
