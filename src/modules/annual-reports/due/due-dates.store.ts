import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { reportTables } from '../reports/report-tables.store.ts';
import type { ReportScope } from '../reports/report-words.ts';

export function dueDateOf(db: Queryable, year: number, scope: ReportScope) {
  return reportTables(db)
    .selectFrom('reports.due_date')
    .selectAll()
    .where('year', '=', year)
    .where('scope', '=', scope)
    .executeTakeFirst();
}

export async function putDueDate(
  db: Queryable,
  one: {
    readonly year: number;
    readonly scope: ReportScope;
    readonly dueOn: LocalDate;
    readonly basis: string;
    readonly byName: string;
    readonly at: Date;
  },
): Promise<void> {
  const set = { due_on: one.dueOn, basis: one.basis, set_by_name: one.byName, set_at: one.at };
  await reportTables(db)
    .insertInto('reports.due_date')
    .values({ year: one.year, scope: one.scope, ...set })
    .onConflict((conflict) =>
      conflict.columns(['year', 'scope']).doUpdateSet({ ...set, version: sql<number>`reports.due_date.version + 1` }),
    )
    .execute();
}

/** Days before the due day that were told, by unit and scope. */
export async function toldReminders(db: Queryable, year: number, scope: ReportScope, dueOn: LocalDate) {
  const rows = await reportTables(db)
    .selectFrom('reports.reminder')
    .select(['unit_id', 'days_before'])
    .where('year', '=', year)
    .where('scope', '=', scope)
    .where('due_on', '=', dueOn)
    .execute();
  const byUnit = Map.groupBy(rows, (row) => row.unit_id);
  return (unitId: string): ReadonlySet<number> =>
    new Set((byUnit.get(unitId) ?? []).map(({ days_before }) => days_before));
}

export async function markTold(
  db: Queryable,
  one: {
    readonly unitId: string;
    readonly scope: ReportScope;
    readonly year: number;
    readonly dueOn: LocalDate;
    readonly daysBefore: number;
    readonly at: Date;
  },
): Promise<void> {
  await reportTables(db)
    .insertInto('reports.reminder')
    .values({
      unit_id: one.unitId,
      scope: one.scope,
      year: one.year,
      due_on: one.dueOn,
      days_before: one.daysBefore,
      at: one.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
