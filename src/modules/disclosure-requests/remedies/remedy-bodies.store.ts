import { type Selectable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { RemedyBody } from './remedy-body.ts';

type Tables = {
  'requests.remedy_body': {
    scope: string;
    reconsideration_body: string;
    reconsideration_address: string;
    reconsideration_phone: string | null;
    internet_channel: string | null;
    court: string;
    court_address: string | null;
    administrative_query: RemedyBody['administrativeQuery'];
    by_name: string;
    updated_at: Date;
    version: number;
  };
};
export type RemedyBodyRow = Selectable<Tables['requests.remedy_body']>;

const tables = (db: Queryable) => db.withTables<Tables>();

export function remedyBodyRows(db: Queryable): Promise<RemedyBodyRow[]> {
  return tables(db).selectFrom('requests.remedy_body').selectAll().orderBy('scope').execute();
}

/** @param seen version that was shown; 0 for a new row @returns false when somebody else saved first */
export async function putRemedyBody(
  db: Queryable,
  body: RemedyBody,
  by: { readonly seen: number; readonly name: string; readonly at: Date },
): Promise<boolean> {
  const set = {
    reconsideration_body: body.reconsiderationBody,
    reconsideration_address: body.reconsiderationAddress,
    reconsideration_phone: body.reconsiderationPhone,
    internet_channel: body.internetChannel,
    court: body.court,
    court_address: body.courtAddress,
    administrative_query: body.administrativeQuery,
    by_name: by.name,
    updated_at: by.at,
  };
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('requests.remedy_body')
    .values({ scope: body.scope, ...set, version: 1 })
    .onConflict((conflict) =>
      conflict
        .column('scope')
        .doUpdateSet({ ...set, version: sql<number>`remedy_body.version + 1` })
        .where('remedy_body.version' as never, '=', by.seen as never),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** @returns false when somebody else changed it first */
export async function dropRemedyBody(db: Queryable, scope: string, seen: number): Promise<boolean> {
  const { numDeletedRows } = await tables(db)
    .deleteFrom('requests.remedy_body')
    .where('scope', '=', scope)
    .where('version', '=', seen)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
