import { type Insertable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type DeliveryRow, type DocumentRow, type IntakeTables, intakeTables } from './intake-tables.store.ts';

/** @param externalIds every name under which it may stand */
export function findDocument(
  db: Queryable,
  sourceId: string,
  externalIds: readonly string[],
): Promise<DocumentRow | undefined> {
  return intakeTables(db)
    .selectFrom('exchange.intake_document')
    .selectAll()
    .where('source_id', '=', sourceId)
    .where('external_id', 'in', externalIds)
    .executeTakeFirst();
}

/** What stands for the numbers of documents of this system that were erased; see erased-id.ts. */
export async function erasedNumbers(db: Queryable, sourceId: string): Promise<string[]> {
  const rows = await intakeTables(db)
    .selectFrom('exchange.intake_document')
    .select('external_id')
    .where('source_id', '=', sourceId)
    .where('external_id', 'like', 'erased-%')
    .orderBy('external_id')
    .execute();
  return rows.map((row) => row.external_id);
}

export function insertDocument(
  db: Queryable,
  row: Omit<Insertable<IntakeTables['exchange.intake_document']>, 'doubts'> & { doubts: readonly string[] },
): Promise<DocumentRow> {
  return intakeTables(db)
    .insertInto('exchange.intake_document')
    .values({ ...row, doubts: whole(row.doubts) as never })
    .returningAll()
    .executeTakeFirstOrThrow();
}

export function renewDocument(
  db: Queryable,
  id: string,
  set: { delivery_hash: string; doubts: readonly string[]; last_at: Date },
): Promise<DocumentRow> {
  return intakeTables(db)
    .updateTable('exchange.intake_document')
    .set({ ...set, doubts: whole(set.doubts) as never })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

export async function countRepeat(db: Queryable, id: string, at: Date): Promise<void> {
  await intakeTables(db)
    .updateTable('exchange.intake_document')
    .set({ repeats: sql<number>`repeats + 1`, last_at: at })
    .where('id', '=', id)
    .execute();
}

export async function insertDelivery(
  db: Queryable,
  row: Omit<Insertable<IntakeTables['exchange.intake_delivery']>, 'notes' | 'file_names'> & {
    notes: readonly string[];
    file_names: readonly string[];
  },
): Promise<void> {
  await intakeTables(db)
    .insertInto('exchange.intake_delivery')
    .values({ ...row, notes: whole(row.notes) as never, file_names: [...row.file_names] })
    .execute();
}

/** Newest first. @param unitIds null: of every unit, and refused ones that named none */
export async function listDeliveries(
  db: Queryable,
  of: {
    unitIds: readonly string[] | null;
    outcome?: DeliveryRow['outcome'] | undefined;
    page: number;
    pageSize: number;
  },
): Promise<{ items: DeliveryRow[]; total: number }> {
  let query = intakeTables(db).selectFrom('exchange.intake_delivery');
  if (of.unitIds) query = query.where('unit_id', '=', sql<string>`any(${[...of.unitIds]}::uuid[])`);
  if (of.outcome) query = query.where('outcome', '=', of.outcome);
  const { total } = await query.select(sql<number>`count(*)::int`.as('total')).executeTakeFirstOrThrow();
  const items = await query
    .selectAll()
    .orderBy('seq', 'desc')
    .limit(of.pageSize)
    .offset((of.page - 1) * of.pageSize)
    .execute();
  return { items, total };
}

/** Words cut off at a limit may end in half a character, which JSON of the database refuses. */
function whole(words: readonly string[]): string {
  return JSON.stringify(words.map((one) => one.toWellFormed()));
}
