import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { searchTables } from '../search-tables.store.ts';

export interface IndexedValidity {
  readonly number: number;
  readonly validity: string | null;
}

/** In order of number, after the one given. */
export async function indexedValidities(db: Queryable, after: number, limit: number): Promise<IndexedValidity[]> {
  const rows = await searchTables(db)
    .selectFrom('search.entry')
    .select(['number', 'validity'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ number: Number(row.number), validity: row.validity }));
}

export async function putValidities(db: Queryable, changed: readonly IndexedValidity[]): Promise<void> {
  if (changed.length === 0) return;
  await sql`
    update search.entry set validity = given.validity
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as given(number bigint, validity text)
    where entry.number = given.number`.execute(db);
}
