import { type Insertable, sql, type Updateable } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { FrozenReport } from './frozen-report.ts';
import { type ReportRow, type ReportTables, reportTables } from './report-tables.store.ts';
import type { ReportScope } from './report-words.ts';

type Table = ReportTables['reports.report'];

export function findReport(db: Queryable, id: string): Promise<ReportRow | undefined> {
  return reportTables(db).selectFrom('reports.report').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Locks the row, so that a version read here still holds when it is written. */
export function lockReport(db: Queryable, id: string): Promise<ReportRow | undefined> {
  return reportTables(db).selectFrom('reports.report').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export function reportOf(
  db: Queryable,
  one: { readonly unitId: string; readonly year: number; readonly scope: ReportScope },
): Promise<ReportRow | undefined> {
  return reportTables(db)
    .selectFrom('reports.report')
    .selectAll()
    .where('unit_id', '=', one.unitId)
    .where('year', '=', one.year)
    .where('scope', '=', one.scope)
    .executeTakeFirst();
}

export function reportByPublication(db: Queryable, publicationId: string): Promise<ReportRow | undefined> {
  return reportTables(db)
    .selectFrom('reports.report')
    .selectAll()
    .where('publication_id', '=', publicationId)
    .forUpdate()
    .executeTakeFirst();
}

export function reportsOfYear(db: Queryable, year: number): Promise<ReportRow[]> {
  return reportTables(db).selectFrom('reports.report').selectAll().where('year', '=', year).execute();
}

export async function yearsWithReports(db: Queryable): Promise<number[]> {
  const rows = await reportTables(db).selectFrom('reports.report').select('year').distinct().execute();
  return rows.map(({ year }) => year);
}

/** @returns undefined when there is one already, made at the same moment too */
export async function insertReport(db: Queryable, values: Insertable<Table>): Promise<string | undefined> {
  const row = await reportTables(db)
    .insertInto('reports.report')
    .values(values)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

export async function updateReport(db: Queryable, id: string, set: Updateable<Table>): Promise<void> {
  await reportTables(db)
    .updateTable('reports.report')
    .set({ ...set, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .execute();
}

export async function frozenOf(
  db: Queryable,
  reportIds: readonly string[],
): Promise<ReadonlyMap<string, FrozenReport>> {
  if (reportIds.length === 0) return new Map();
  const rows = await reportTables(db)
    .selectFrom('reports.frozen')
    .select(['report_id', 'content'])
    .where('report_id', 'in', [...reportIds])
    .execute();
  return new Map(rows.map((row) => [row.report_id, row.content]));
}

export async function putFrozen(db: Queryable, reportId: string, content: FrozenReport, at: Date): Promise<void> {
  const text = JSON.stringify(content);
  await reportTables(db)
    .insertInto('reports.frozen')
    .values({ report_id: reportId, content: text, at })
    .onConflict((conflict) => conflict.column('report_id').doUpdateSet({ content: text, at }))
    .execute();
}

export async function dropFrozen(db: Queryable, reportId: string): Promise<void> {
  await reportTables(db).deleteFrom('reports.frozen').where('report_id', '=', reportId).execute();
}

export async function addReportEvent(
  db: Queryable,
  event: { readonly reportId: string; readonly text: string; readonly byName: string; readonly at: Date },
): Promise<void> {
  const { reportId, byName, ...rest } = event;
  await reportTables(db)
    .insertInto('reports.event')
    .values({ report_id: reportId, by_name: byName, ...rest })
    .execute();
}

/** Oldest first. */
export function eventsOf(db: Queryable, reportId: string) {
  return reportTables(db)
    .selectFrom('reports.event')
    .select(['text', 'by_name', 'at'])
    .where('report_id', '=', reportId)
    .orderBy('id')
    .execute();
}
