import type { Queryable } from '../../../platform/db/database.ts';

type SelectionTables = {
  'messages.selection': { case_id: string; publication_id: string; at: Date; by_name: string };
};

const tables = (db: Queryable) => db.withTables<SelectionTables>();

export async function selectionOf(db: Queryable, caseId: string): Promise<string | undefined> {
  const row = await tables(db)
    .selectFrom('messages.selection')
    .select('publication_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  return row?.publication_id;
}

/** @returns false when the message has been selected already, by somebody at the same moment too */
export async function keepSelection(
  db: Queryable,
  one: { readonly caseId: string; readonly publicationId: string; readonly at: Date; readonly byName: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tables(db)
    .insertInto('messages.selection')
    .values({ case_id: one.caseId, publication_id: one.publicationId, at: one.at, by_name: one.byName })
    .onConflict((conflict) => conflict.column('case_id').doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}
