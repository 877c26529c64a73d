import type { Insertable, Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type RequestRow, type RequestTables, requestTables } from '../request-tables.store.ts';

export type NewRequest = Insertable<RequestTables['requests.request']>;
export type RequestSet = Updateable<RequestTables['requests.request']>;

export async function insertRequest(db: Queryable, row: NewRequest): Promise<void> {
  await requestTables(db).insertInto('requests.request').values(row).execute();
}

export function findRequest(db: Queryable, caseId: string): Promise<RequestRow | undefined> {
  return requestTables(db).selectFrom('requests.request').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

export async function updateRequest(db: Queryable, caseId: string, set: RequestSet): Promise<void> {
  await requestTables(db).updateTable('requests.request').set(set).where('case_id', '=', caseId).execute();
}
