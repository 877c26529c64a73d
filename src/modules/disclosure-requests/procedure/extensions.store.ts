import type { Insertable, Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type ExtensionRow, type RequestTables, requestTables } from '../request-tables.store.ts';

/** @returns false when one waits already */
export async function insertExtension(
  db: Queryable,
  row: Insertable<RequestTables['requests.extension']>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await requestTables(db)
    .insertInto('requests.extension')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function extensionsOf(db: Queryable, caseId: string): Promise<ExtensionRow[]> {
  return requestTables(db)
    .selectFrom('requests.extension')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('proposed_at')
    .execute();
}

/** @returns false when it was decided before */
export async function decideExtension(
  db: Queryable,
  id: string,
  set: Updateable<RequestTables['requests.extension']>,
): Promise<boolean> {
  const { numUpdatedRows } = await requestTables(db)
    .updateTable('requests.extension')
    .set(set)
    .where('id', '=', id)
    .where('decision', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
