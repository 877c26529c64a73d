import type { Queryable } from '../../../platform/db/database.ts';
import type { CellId } from '../form/form-shape.ts';
import { reportTables } from '../reports/report-tables.store.ts';

/** What somebody stated of a cell, with where the figure comes from. */
export interface Statement {
  readonly reportId: string;
  readonly cell: CellId;
  /** Null: taken back. */
  readonly amount: number | null;
  readonly source: string;
  readonly byName: string;
  readonly at: Date;
}

export async function addStatement(db: Queryable, one: Statement & { readonly byId: string | null }): Promise<void> {
  await reportTables(db)
    .insertInto('reports.statement')
    .values({
      report_id: one.reportId,
      cell: one.cell,
      amount: one.amount === null ? null : String(one.amount),
      source: one.source,
      by_name: one.byName,
      by_id: one.byId,
      at: one.at,
    })
    .execute();
}

/** All that was ever stated in these reports, newest first. */
export async function statementsOf(db: Queryable, reportIds: readonly string[]): Promise<Statement[]> {
  if (reportIds.length === 0) return [];
  const rows = await reportTables(db)
    .selectFrom('reports.statement')
    .selectAll()
    .where('report_id', 'in', [...reportIds])
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    reportId: row.report_id,
    cell: row.cell as CellId,
    amount: row.amount === null ? null : Number(row.amount),
    source: row.source,
    byName: row.by_name,
    at: row.at,
  }));
}
