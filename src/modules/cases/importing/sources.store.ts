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
};
export type SourceRow = Selectable<SourceTables['cases.source']>;
const tables = (db: Queryable) => db.withTables<SourceTables>();

export function allSources(db: Queryable): Promise<SourceRow[]> {
  return tables(db).selectFrom('cases.source').selectAll().orderBy('name').execute();
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
