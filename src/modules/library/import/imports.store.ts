import { type Generated, type JSONColumnType, type RawBuilder, type Selectable, sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { ImportValues } from './import-columns.contract.ts';
import type { ImportProblem } from './import-row.ts';
import type { Import, ImportRow, ImportRowQuery } from './imports.contract.ts';

type Json<T extends object | null> = JSONColumnType<T, string, string>;

export type ImportTables = {
  'library.import': {
    id: Generated<string>;
    name: string;
    source: string;
    state: Generated<Import['state']>;
    trouble: string | null;
    table_hash: string | null;
    archive_hash: string | null;
    archive_files: number;
    unused: string[];
    started_by: string | null;
    created_at: Date;
    finished_at: Date | null;
  };
  'library.import_row': {
    import_id: string;
    row: number;
    state: ImportRow['state'];
    issued_on: string | null;
    document_number: string | null;
    values: Json<ImportValues>;
    problems: Json<ImportProblem[]>;
    number: number | null;
    taken_at: Date | null;
  };
};

export type ImportRecord = Selectable<ImportTables['library.import']>;
export type RowRecord = Selectable<ImportTables['library.import_row']>;

const tables = (db: Queryable) => db.withTables<ImportTables>();

/** A table that is yet to be read. */
export async function insertImport(
  db: Queryable,
  head: { name: string; source: string; tableHash: string; archiveHash: string | null; by: string; at: Date },
): Promise<string> {
  const { id } = await tables(db)
    .insertInto('library.import')
    .values({
      name: head.name,
      source: head.source,
      state: 'reading',
      table_hash: head.tableHash,
      archive_hash: head.archiveHash,
      archive_files: 0,
      unused: [],
      started_by: head.by,
      created_at: head.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds rows of a table that is being read; those that are there already stay. */
export async function insertRows(
  db: Queryable,
  id: string,
  rows: readonly { readonly row: number; readonly values: ImportValues }[],
): Promise<void> {
  await sql`insert into library.import_row (import_id, row, state, "values", problems)
    select ${id}::uuid, given.row, 'unchecked', given."values", '[]'
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (row integer, "values" jsonb)
    on conflict do nothing`.execute(db);
}

/** The table is read, its words are in the rows. @returns false when it was so already */
export async function setRead(
  db: Queryable,
  id: string,
  seen: { readonly unused: readonly string[]; readonly archiveFiles: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('library.import')
    .set({ state: 'checking', unused: [...seen.unused], archive_files: seen.archiveFiles, table_hash: null })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns false when it is past reading already */
export async function setUnreadable(db: Queryable, id: string, trouble: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tables(db)
    .updateTable('library.import')
    .set({ state: 'unreadable', trouble, table_hash: null, finished_at: at })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function findImport(db: Queryable, id: string): Promise<ImportRecord | undefined> {
  return tables(db).selectFrom('library.import').selectAll().where('id', '=', id).executeTakeFirst();
}

export function allImports(db: Queryable): Promise<ImportRecord[]> {
  return tables(db).selectFrom('library.import').selectAll().orderBy('created_at', 'desc').limit(100).execute();
}

export interface CheckedRecord {
  readonly row: number;
  readonly state: 'ready' | 'faulty';
  readonly issued_on: string | null;
  readonly document_number: string | null;
  readonly problems: readonly ImportProblem[];
}

/** The next rows that the dry run has to look at, in the order of the table. */
export function uncheckedRows(db: Queryable, id: string, most: number): Promise<RowRecord[]> {
  return tables(db)
    .selectFrom('library.import_row')
    .selectAll()
    .where('import_id', '=', id)
    .where('state', '=', 'unchecked')
    .orderBy('row')
    .limit(most)
    .execute();
}

/** Which of these numbers a row before that one has. */
export async function earlierNumbers(
  db: Queryable,
  id: string,
  numbers: readonly (string | null)[],
  before: number,
): Promise<Set<string>> {
  const asked = numbers.filter((number) => number !== null);
  if (asked.length === 0) return new Set();
  const rows = await tables(db)
    .selectFrom('library.import_row')
    .select('document_number')
    .where('import_id', '=', id)
    .where('document_number', 'in', asked)
    .where('row', '<', before)
    .execute();
  return new Set(rows.flatMap(({ document_number: number }) => number ?? []));
}

/** Whoever is second leaves what the first has written. */
export async function saveChecked(db: Queryable, id: string, rows: readonly CheckedRecord[]): Promise<void> {
  await sql`update library.import_row r set state = given.state, issued_on = given.issued_on,
      document_number = given.document_number, problems = given.problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (row integer, state text, issued_on date, document_number text, problems jsonb)
    where r.import_id = ${id} and r.row = given.row and r.state = 'unchecked'`.execute(db);
}

export async function setChecked(db: Queryable, id: string): Promise<void> {
  await tables(db)
    .updateTable('library.import')
    .set({ state: 'checked' })
    .where('id', '=', id)
    .where('state', '=', 'checking')
    .execute();
}

/** Those whose table is not read, or whose dry run is not at its end: a worker may join in, both come to the same. */
export async function unpreparedImports(db: Queryable): Promise<string[]> {
  const rows = await tables(db)
    .selectFrom('library.import')
    .select('id')
    .where('state', 'in', ['reading', 'checking'])
    .execute();
  return rows.map((row) => row.id);
}

/** Imports that should be going on while nobody has taken a row since that instant: their process died. */
export async function abandonedImports(db: Queryable, since: Date): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select i.id from library.import i where i.state = 'running'
    and not exists (select 1 from library.import_row r where r.import_id = i.id and r.taken_at >= ${since})`.execute(
    db,
  );
  return rows.map((row) => row.id);
}

/** Whether a lot taken since that instant is not settled yet. */
export async function isInFlight(db: Queryable, id: string, since: Date): Promise<boolean> {
  const { rows } = await sql`select 1 from library.import_row
    where import_id = ${id} and state = 'taken' and taken_at >= ${since} limit 1`.execute(db);
  return rows.length > 0;
}

export async function setState(
  db: Queryable,
  id: string,
  state: Import['state'],
  finishedAt: Date | null = null,
): Promise<void> {
  await tables(db).updateTable('library.import').set({ state, finished_at: finishedAt }).where('id', '=', id).execute();
}

/** Tables that are not read yet, and archives of imports that still bring in documents; what was brought in is named where it lies. */
export async function heldFiles(db: Queryable, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const rows = await tables(db)
    .selectFrom('library.import')
    .select(['archive_hash', 'table_hash'])
    .where((e) => e.or([e('archive_hash', 'in', [...hashes]), e('table_hash', 'in', [...hashes])]))
    .where('state', 'not in', ['done', 'unreadable'])
    .execute();
  return rows.flatMap(({ archive_hash, table_hash }) => [archive_hash ?? [], table_hash ?? []].flat());
}

/** What was imported as this number, when the document is erased. */
export async function eraseRows(db: Queryable, number: number): Promise<void> {
  await tables(db)
    .updateTable('library.import_row')
    .set({ document_number: null, values: '{}', problems: '[]' })
    .where('number', '=', number)
    .execute();
}

export async function countRows(db: Queryable, id: string): Promise<Import['counts']> {
  const rows = await tables(db)
    .selectFrom('library.import_row')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('import_id', '=', id)
    .groupBy('state')
    .execute();
  const counts = { total: 0, unchecked: 0, ready: 0, faulty: 0, taken: 0, imported: 0, failed: 0 };
  for (const { state, count } of rows) {
    counts[state] = Number(count);
    counts.total += Number(count);
  }
  return counts;
}

/**
 * Takes the next rows, oldest documents first, so that what repeals comes after what it repeals; rows taken long ago by a process that died
 * are taken again, before all others. Two workers never take the same.
 */
export async function takeRows(
  db: Queryable,
  id: string,
  most: number,
  at: Date,
  staleBefore: Date,
): Promise<RowRecord[]> {
  const stale = await take(db, id, sql`state = 'taken' and taken_at < ${staleBefore}`, most, at);
  return stale.length > 0 ? stale : take(db, id, sql`state = 'ready'`, most, at);
}

/** One state at a time, so that the index gives them in their order and the rest is not sorted for each lot. */
async function take(
  db: Queryable,
  id: string,
  condition: RawBuilder<unknown>,
  most: number,
  at: Date,
): Promise<RowRecord[]> {
  const { rows } = await sql<RowRecord>`with next as (
      select import_id, row from library.import_row where import_id = ${id} and ${condition}
      order by issued_on nulls last, row limit ${most} for update skip locked)
    update library.import_row r set state = 'taken', taken_at = ${at}
    from next where r.import_id = next.import_id and r.row = next.row
    returning r.*`.execute(db);
  return rows.sort((a, b) => (a.issued_on ?? '9').localeCompare(b.issued_on ?? '9') || a.row - b.row);
}

export interface SettledRow {
  readonly row: number;
  readonly state: 'imported' | 'failed';
  readonly number: number | null;
  readonly problems: readonly ImportProblem[];
}

export async function settleRows(db: Queryable, id: string, rows: readonly SettledRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`update library.import_row r set state = given.state, number = given.number, problems = given.problems
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (row integer, state text, number bigint, problems jsonb)
    where r.import_id = ${id} and r.row = given.row`.execute(db);
}

export async function listRows(
  db: Queryable,
  id: string,
  query: ImportRowQuery,
): Promise<{ items: RowRecord[]; total: number }> {
  let rows = tables(db).selectFrom('library.import_row').where('import_id', '=', id);
  if (query.state) rows = rows.where('state', '=', query.state);
  const { total } = await rows.select((e) => e.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const items = await rows
    .selectAll()
    .orderBy('row')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { items, total: Number(total) };
}

/** Rows with anything to tell, in their order. */
export function troubledRows(db: Queryable, id: string): Promise<RowRecord[]> {
  return tables(db)
    .selectFrom('library.import_row')
    .selectAll()
    .where('import_id', '=', id)
    .where(sql<boolean>`problems <> '[]'::jsonb`)
    .orderBy('row')
    .execute();
}
