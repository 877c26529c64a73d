import type { Actor } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordsBehind } from '../counting/count-year.ts';
import { type CountedRecord, sumOf } from '../counting/counted-record.ts';
import { cellsOf, leavesOf } from '../form/cells.ts';
import type { CellId, StatutoryForm } from '../form/form-shape.ts';
import { statedCells } from '../statements/standing.ts';
import { statementsOf } from '../statements/statements.store.ts';
import { contentFigures, contentOf } from './frozen-report.ts';
import type { ReportContents } from './report-content.service.ts';
import { reportMissing } from './report-errors.ts';
import type { ReportRow } from './report-tables.store.ts';
import { formOfReport, type ReportViews, statementViews, type UnitsById, unitRef } from './report-views.service.ts';
import type { CellRecords, RecordView, StatementView } from './reports.contract.ts';
import { frozenOf, reportsOfYear } from './reports.store.ts';

/** What stands behind one figure: its records, page by page, and what was stated of it (RPT-2). */
export class CellRecordsService {
  readonly #platform: Platform;
  readonly #views: ReportViews;
  readonly #contents: ReportContents;

  constructor(platform: Platform, below: { readonly views: ReportViews; readonly contents: ReportContents }) {
    this.#platform = platform;
    this.#views = below.views;
    this.#contents = below.contents;
  }

  async of(
    actor: Actor,
    reportId: string,
    asked: string,
    { page, pageSize }: { readonly page: number; readonly pageSize: number },
  ): Promise<CellRecords> {
    const report = await this.#views.row(actor, reportId);
    const form = formOfReport(report);
    const known = cellsOf(form).find((one) => one.cell === asked);
    if (!known) throw reportMissing();
    const { cell, label } = known;
    const units = await this.#views.units();
    const content = await this.#contents.standing(report);
    const records = recordsBehind(form, content.cells, cell);
    const figure = contentFigures(form, content).get(cell) ?? { counted: null, declared: null, value: null };
    const stated = await this.#stated(report, form, cell, units);
    return {
      label,
      figure,
      items: records.slice((page - 1) * pageSize, page * pageSize).map((record) => recordView(record, units)),
      total: records.length,
      page,
      pageSize,
      statements: stated.statements,
      units: report.scope === 'unit' ? [] : unitShares(records, stated.byUnit, units),
    };
  }

  /** What was stated of the cell or of its parts: in the report itself, and for the district's in those of its units. */
  async #stated(
    report: ReportRow,
    form: StatutoryForm,
    cell: CellId,
    units: UnitsById,
  ): Promise<{ readonly statements: StatementView[]; readonly byUnit: ReadonlyMap<string, number> }> {
    const within = new Set<string>(leavesOf(form, cell));
    const others =
      report.scope === 'unit'
        ? []
        : (await reportsOfYear(this.#db, report.year)).filter(({ scope }) => scope === 'unit');
    const all = [report, ...others];
    const frozen = await frozenOf(
      this.#db,
      others.map(({ id }) => id),
    );
    const byReport = Map.groupBy(
      await statementsOf(
        this.#db,
        all.map(({ id }) => id),
      ),
      ({ reportId }) => reportId,
    );
    const byUnit = new Map<string, number>();
    const statements = all.flatMap((one) => {
      const own = byReport.get(one.id) ?? [];
      const stood = frozen.get(one.id);
      const cells = stood ? contentOf(stood).declared : statedCells(own);
      const declared = [...cells].filter(([at]) => within.has(at)).reduce((sum, [, amount]) => sum + amount, 0);
      byUnit.set(one.unit_id, (byUnit.get(one.unit_id) ?? 0) + declared);
      return statementViews(
        form,
        one,
        own.filter((statement) => within.has(statement.cell)),
        units,
      );
    });
    return { statements, byUnit };
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

function recordView({ kind, id, caseId, number, title, unitId, note }: CountedRecord, units: UnitsById): RecordView {
  return { kind, id, caseId: caseId ?? null, number, title, note, unit: unitRef(units, unitId) };
}

/** Units with something in the figure, in protocol order. */
function unitShares(
  records: readonly CountedRecord[],
  declared: ReadonlyMap<string, number>,
  units: UnitsById,
): CellRecords['units'] {
  const counted = Map.groupBy(records, ({ unitId }) => unitId);
  const ids = [...units.keys(), ...[...counted.keys()].filter((id) => !units.has(id))];
  return ids
    .map((id) => ({
      unit: unitRef(units, id),
      counted: sumOf(counted.get(id) ?? []),
      declared: declared.get(id) ?? 0,
    }))
    .filter((one) => one.counted !== 0 || one.declared !== 0);
}
