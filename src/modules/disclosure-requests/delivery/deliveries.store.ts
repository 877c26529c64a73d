import type { Insertable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type RequestTables, requestTables } from '../request-tables.store.ts';

export async function insertDelivery(
  db: Queryable,
  row: Insertable<RequestTables['requests.delivery']>,
): Promise<void> {
  await requestTables(db).insertInto('requests.delivery').values(row).execute();
}

export function deliveriesOf(db: Queryable, caseId: string) {
  return requestTables(db)
    .selectFrom('requests.delivery')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('at')
    .orderBy('id')
    .execute();
}

/** @returns false when it was delivered before */
export async function markDelivered(db: Queryable, id: string, on: LocalDate, proof: string): Promise<boolean> {
  const { numUpdatedRows } = await requestTables(db)
    .updateTable('requests.delivery')
    .set({ delivered_on: on, proof })
    .where('id', '=', id)
    .where('delivered_on', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
