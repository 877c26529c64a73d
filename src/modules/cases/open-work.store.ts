import { sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import { type CaseRow, caseTables } from './case-tables.store.ts';
import { OPEN_CASE_STATES } from './case-words.ts';

/** Cases that the person has and that are not answered yet. */
export function openCasesOf(db: Queryable, personId: string) {
  return caseTables(db)
    .selectFrom('cases.case')
    .select(['id', 'number', 'kind', 'title', 'state', 'unit_id', 'urgent_on'])
    .where('person_id', '=', personId)
    .where('state', 'in', OPEN_CASE_STATES)
    .orderBy('urgent_on')
    .orderBy('id')
    .execute();
}

/** @returns undefined when it was answered or given to another meanwhile */
export function moveOpenCase(
  db: Queryable,
  id: string,
  fromPersonId: string,
  to: { readonly id: string; readonly name: string },
): Promise<CaseRow | undefined> {
  return caseTables(db)
    .updateTable('cases.case')
    .set({ person_id: to.id, person_name: to.name, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .where('person_id', '=', fromPersonId)
    .where('state', 'in', OPEN_CASE_STATES)
    .returningAll()
    .executeTakeFirst();
}
