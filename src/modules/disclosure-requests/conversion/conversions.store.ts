import type { Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type ConversionRow, type RequestTables, requestTables } from '../request-tables.store.ts';

export async function insertConversions(
  db: Queryable,
  of: { readonly caseId: string; readonly decisionId: string; readonly names: readonly string[] },
): Promise<void> {
  if (of.names.length === 0) return;
  await requestTables(db)
    .insertInto('requests.conversion')
    .values(
      of.names.map((name) => ({ case_id: of.caseId, decision_id: of.decisionId, name, state: 'pending' as const })),
    )
    .execute();
}

export function conversionsOf(db: Queryable, caseId: string): Promise<ConversionRow[]> {
  return requestTables(db)
    .selectFrom('requests.conversion')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** @returns false when somebody else decided at the same moment */
export async function decideConversion(
  db: Queryable,
  of: { readonly id: string; readonly version: number },
  set: Omit<Updateable<RequestTables['requests.conversion']>, 'version'>,
): Promise<boolean> {
  const { numUpdatedRows } = await requestTables(db)
    .updateTable('requests.conversion')
    .set({ ...set, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
