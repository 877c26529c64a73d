import type { Insertable } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type FeeRow, type RequestTables, requestTables } from '../request-tables.store.ts';

/** @returns false when a fee was asked before: one way and one notice for a request */
export async function insertFee(db: Queryable, row: Insertable<RequestTables['requests.fee']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await requestTables(db)
    .insertInto('requests.fee')
    .values(row)
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function feeOf(db: Queryable, caseId: string): Promise<FeeRow | undefined> {
  return requestTables(db).selectFrom('requests.fee').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

export async function markPaid(db: Queryable, caseId: string, on: LocalDate): Promise<void> {
  await requestTables(db)
    .updateTable('requests.fee')
    .set({ paid_on: on })
    .where('case_id', '=', caseId)
    .where('paid_on', 'is', null)
    .execute();
}
