import type { Insertable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type RequestTables, requestTables } from '../request-tables.store.ts';

export async function insertContact(db: Queryable, row: Insertable<RequestTables['requests.contact']>): Promise<void> {
  await requestTables(db).insertInto('requests.contact').values(row).execute();
}

export function contactsOf(db: Queryable, caseId: string) {
  return requestTables(db)
    .selectFrom('requests.contact')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .execute();
}

export async function insertConference(
  db: Queryable,
  row: Insertable<RequestTables['requests.conference']>,
): Promise<void> {
  await requestTables(db).insertInto('requests.conference').values(row).execute();
}

export function conferencesOf(db: Queryable, caseId: string) {
  return requestTables(db)
    .selectFrom('requests.conference')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('held_on')
    .orderBy('at')
    .execute();
}
