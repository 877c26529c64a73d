import { type Insertable, type SqlBool, sql, type Updateable } from 'kysely';
import type { PageRequest } from '../../../kernel/page.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { type RecordRow, type RecordTables, recordTables } from './record-tables.store.ts';

type Table = RecordTables['interpretations.record'];

export interface RecordFilter {
  readonly register: string;
  readonly unitId?: string | undefined;
  readonly year?: number | undefined;
  readonly about?: number | undefined;
  readonly parentId?: string | undefined;
  readonly text?: string | undefined;
}

function filtered(db: Queryable, filter: RecordFilter) {
  let rows = recordTables(db).selectFrom('interpretations.record').where('register', '=', filter.register);
  if (filter.unitId) rows = rows.where('unit_id', '=', filter.unitId);
  if (filter.about) rows = rows.where('about', '=', filter.about);
  if (filter.parentId) rows = rows.where('parent_id', '=', filter.parentId);
  if (filter.year)
    rows = rows.where(
      sql<SqlBool>`dated_on >= make_date(${filter.year}, 1, 1) and dated_on <= make_date(${filter.year}, 12, 31)`,
    );
  if (filter.text) {
    const pattern = `%${filter.text.replaceAll(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where(sql<SqlBool>`(title like ${pattern} or data::text like ${pattern})`);
  }
  return rows;
}

export async function listRecords(
  db: Queryable,
  filter: RecordFilter,
  { page, pageSize }: PageRequest,
): Promise<{ rows: RecordRow[]; total: number }> {
  const rows = await filtered(db, filter)
    .selectAll()
    .orderBy('dated_on', 'desc')
    .orderBy('id')
    .limit(pageSize)
    .offset((page - 1) * pageSize)
    .execute();
  const { total } = await filtered(db, filter)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total: Number(total) };
}

/** The next rows of an export, in the order of the list. @param after last row of those before */
export function recordsAfter(
  db: Queryable,
  filter: RecordFilter,
  after: Pick<RecordRow, 'dated_on' | 'id'> | undefined,
  limit: number,
): Promise<RecordRow[]> {
  let rows = filtered(db, filter).selectAll();
  if (after)
    rows = rows.where((e) =>
      e.or([e('dated_on', '<', after.dated_on), e.and([e('dated_on', '=', after.dated_on), e('id', '>', after.id)])]),
    );
  return rows.orderBy('dated_on', 'desc').orderBy('id').limit(limit).execute();
}

export function findRecord(db: Queryable, id: string): Promise<RecordRow | undefined> {
  return recordTables(db).selectFrom('interpretations.record').selectAll().where('id', '=', id).executeTakeFirst();
}

export function lockRecord(db: Queryable, id: string): Promise<RecordRow | undefined> {
  return recordTables(db)
    .selectFrom('interpretations.record')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function insertRecord(db: Queryable, values: Insertable<Table>): Promise<string> {
  const { id } = await recordTables(db)
    .insertInto('interpretations.record')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function updateRecord(db: Queryable, id: string, set: Updateable<Table>): Promise<void> {
  await recordTables(db)
    .updateTable('interpretations.record')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function deleteRecord(db: Queryable, id: string): Promise<void> {
  await recordTables(db).deleteFrom('interpretations.record').where('id', '=', id).execute();
}

/** How many rows hang below each of these. */
export async function countBelow(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await recordTables(db)
    .selectFrom('interpretations.record')
    .select(({ fn }) => ['parent_id', fn.countAll<number>().as('count')])
    .where('parent_id', 'in', ids)
    .groupBy('parent_id')
    .execute();
  return new Map(rows.map((row) => [row.parent_id ?? '', Number(row.count)]));
}

export async function titlesOfRecords(db: Queryable, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await recordTables(db)
    .selectFrom('interpretations.record')
    .select(['id', 'title'])
    .where('id', 'in', ids)
    .execute();
  return new Map(rows.map((row) => [row.id, row.title]));
}

/** Rows and sums of a year per unit, most rows first. */
export async function sumByUnit(db: Queryable, filter: Pick<RecordFilter, 'register' | 'year'>) {
  const rows = await filtered(db, filter)
    .select(({ fn }) => ['unit_id', fn.countAll<number>().as('count'), fn.sum<number>('amount').as('amount')])
    .groupBy('unit_id')
    .orderBy('count', 'desc')
    .orderBy('unit_id')
    .execute();
  return rows.map((row) => ({ unitId: row.unit_id, count: Number(row.count), amount: Number(row.amount ?? 0) }));
}

/** Years that have rows, newest first. */
export async function yearsOfRecords(db: Queryable, register: string): Promise<number[]> {
  const rows = await recordTables(db)
    .selectFrom('interpretations.record')
    .select(sql<number>`extract(year from dated_on)::int`.as('year'))
    .where('register', '=', register)
    .groupBy(sql`1`)
    .orderBy(sql`1`, 'desc')
    .execute();
  return rows.map((row) => row.year);
}
