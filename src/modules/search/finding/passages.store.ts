import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { searchTables } from '../search-tables.store.ts';

export interface StoredEntry {
  readonly number: number;
  readonly kind: string;
  readonly unitId: string;
  readonly validity: string | null;
  readonly topics: readonly string[];
  readonly datedOn: LocalDate;
  readonly documentNumber: string | null;
  readonly title: string;
  readonly body: string;
}

export async function readEntries(
  db: Queryable,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, StoredEntry>> {
  if (numbers.length === 0) return new Map();
  const rows = await searchTables(db)
    .selectFrom('search.entry as e')
    .innerJoin('search.passage as p', 'p.number', 'e.number')
    .select([
      'e.number',
      'e.kind',
      'e.unit_id as unitId',
      'e.validity',
      'e.topics',
      'e.dated_on as datedOn',
      'e.document_number as documentNumber',
      'p.title',
      'p.body',
    ])
    .where('e.number', 'in', numbers)
    .execute();
  return new Map(rows.map((row) => [Number(row.number), { ...row, number: Number(row.number) }]));
}

/** Those that carry exactly this document number, the newest first. */
export async function numbersWith(db: Queryable, documentNumber: string): Promise<number[]> {
  const rows = await searchTables(db)
    .selectFrom('search.entry')
    .select('number')
    .where('document_number', '=', documentNumber)
    .orderBy('dated_on', 'desc')
    .limit(10)
    .execute();
  return rows.map((row) => Number(row.number));
}
