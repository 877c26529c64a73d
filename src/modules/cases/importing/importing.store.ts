import type { Queryable } from '../../../platform/db/database.ts';
import { type CaseRow, caseTables } from '../case-tables.store.ts';

export function findExternal(db: Queryable, system: string, number: string): Promise<CaseRow | undefined> {
  return caseTables(db)
    .selectFrom('cases.case')
    .selectAll()
    .where('external_system', '=', system)
    .where('external_number', '=', number)
    .executeTakeFirst();
}
