import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { UnitRef } from '../../../kernel/route.contract.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations, Unit } from '../../organisations/index.ts';
import type { DueDates } from '../due/due-dates.service.ts';
import { cellsOf, FEE_CELL, totalsOf } from '../form/cells.ts';
import type { StatutoryForm } from '../form/form-shape.ts';
import { printedTables } from '../form/printed-tables.ts';
import { FORM_2021, formOf } from '../form/statutory-form.ts';
import { standing } from '../statements/standing.ts';
import { type Statement, statementsOf } from '../statements/statements.store.ts';
import { feeSentence, suggestedTexts } from '../texts/suggested-texts.ts';
import { contentFigures, differences, type ReportContent } from './frozen-report.ts';
import type { ReportContents } from './report-content.service.ts';
import { reportMissing } from './report-errors.ts';
import { type CheckedReport, reportFaults } from './report-faults.ts';
import { ACT_STATES, type ReportAct } from './report-moves.ts';
import type { ReportRow } from './report-tables.store.ts';
import type { ReportSummary, ReportView, StatementView } from './reports.contract.ts';
import { eventsOf, findReport, reportOf, reportsOfYear } from './reports.store.ts';

export type UnitsById = ReadonlyMap<string, Unit>;

/** What staff see of one report: tables, figures, texts, faults, what the records say meanwhile. */
export class ReportViews {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #contents: ReportContents;
  readonly #due: DueDates;

  constructor(
    platform: Platform,
    below: { readonly organisations: Organisations; readonly contents: ReportContents; readonly due: DueDates },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#contents = below.contents;
    this.#due = below.due;
  }

  /** @throws AppError `report-missing` (404), also for those who may not read it */
  async row(actor: Actor, id: string): Promise<ReportRow> {
    const report = await findReport(this.#db, id);
    if (!report || !can(actor, 'read', reportSubject(report))) throw reportMissing();
    return report;
  }

  async get(actor: Actor, id: string): Promise<ReportView> {
    const report = await this.row(actor, id);
    const form = formOfReport(report);
    const units = await this.units();
    const frozen = await this.#contents.frozen(report);
    const live = await this.#contents.live(report);
    const content = frozen ?? live;
    const figures = contentFigures(form, content);
    const lastYear = await reportOf(this.#db, { unitId: report.unit_id, year: report.year - 1, scope: report.scope });
    const checked = await this.checked(report, content, frozen ? [] : live.faults);
    return {
      ...summaryOf(report, units),
      form: form.basis,
      parts: [...form.parts],
      due: await this.#due.of(report.scope, report.year),
      returnedBecause: report.returned_because,
      publicationId: report.publication_id,
      isFrozen: frozen !== undefined,
      tables: printedTables(form).map((table) => ({
        ...table,
        widths: [...table.widths],
        rows: table.rows.map((row) => row.map((cell) => ({ ...cell }))),
      })),
      figures: Object.fromEntries(figures),
      cells: cellViews(form),
      texts: { ...report.texts } as Record<string, string>,
      suggested: { ...suggestedTexts(figures, report.year) } as Record<string, string>,
      feeSentence: feeSentence(report.year, figures.get(FEE_CELL)?.value ?? null),
      lastYear: lastYear ? { id: lastYear.id, texts: { ...lastYear.texts } as Record<string, string> } : null,
      plan: [...content.plan],
      faults: reportFaults(checked, this.today).map(({ cells, ...fault }) => ({ ...fault, cells: [...cells] })),
      differences: frozen ? differences(form, figures, contentFigures(form, live)) : [],
      statements: statementViews(form, report, await statementsOf(this.#db, [report.id]), units),
      members: await this.#members(report, units),
      history: (await eventsOf(this.#db, id)).map(({ text, by_name, at }) => ({
        text,
        by: by_name,
        at: at.toISOString(),
      })),
      allowed: this.#allowed(actor, report),
    };
  }

  /** What the checks look at. */
  async checked(report: ReportRow, content: ReportContent, records: CheckedReport['records']): Promise<CheckedReport> {
    const form = formOfReport(report);
    const { year, scope, unit_id: unitId, texts } = report;
    const before = await reportOf(this.#db, { unitId, year: year - 1, scope });
    const members = await this.#members(report, await this.units());
    return {
      form,
      scope,
      year,
      texts,
      records,
      plan: content.plan,
      figures: contentFigures(form, content),
      lastYear: before && {
        texts: before.texts,
        figures: contentFigures(formOfReport(before), await this.#contents.standing(before)),
      },
      waiting: members
        .filter(({ state }) => state === null || state === 'draft' || state === 'returned')
        .map(({ unit }) => unit.shortName),
    };
  }

  async units(): Promise<UnitsById> {
    return new Map((await this.#organisations.units.all()).map((unit) => [unit.id, unit]));
  }

  get today() {
    return localDateAt(this.#platform.clock.now());
  }

  /** Units that owe a report of the year, for the district's. */
  async #members(report: ReportRow, units: UnitsById): Promise<ReportView['members']> {
    if (report.scope === 'unit') return [];
    const reports = (await reportsOfYear(this.#db, report.year)).filter(({ scope }) => scope === 'unit');
    const byUnit = new Map(reports.map((one) => [one.unit_id, one]));
    return [...units.values()]
      .filter((unit) => owesReport(unit, report.year))
      .map((unit) => {
        const own = byUnit.get(unit.id);
        return { unit: unitRef(units, unit.id), reportId: own?.id ?? null, state: own?.state ?? null };
      });
  }

  #allowed(actor: Actor, report: ReportRow): string[] {
    return (Object.keys(ACT_STATES) as ReportAct[]).filter(
      (act) => ACT_STATES[act].includes(report.state) && can(actor, act, reportSubject(report)),
    );
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

export function reportSubject(report: Pick<ReportRow, 'state' | 'unit_id'>) {
  return { kind: 'annualReport', state: report.state, unitIds: [report.unit_id] };
}

export function formOfReport({ year }: Pick<ReportRow, 'year'>): StatutoryForm {
  return formOf(year) ?? FORM_2021;
}

/** Agencies under the Regulations; governments report by the district's report, institutions and firms by rules of their own (art. 55). */
const OWING: ReadonlySet<Unit['kind']> = new Set(['department', 'street', 'town', 'park']);

export function owesReport({ kind, fromOn, toOn }: Unit, year: number): boolean {
  if (!OWING.has(kind)) return false;
  return (fromOn === null || fromOn <= `${year}-12-31`) && (toOn === null || toOn >= `${year}-12-31`);
}

export function unitRef(units: UnitsById, id: string): UnitRef {
  const unit = units.get(id);
  return unit
    ? { id, code: unit.code, name: unit.name, shortName: unit.shortName }
    : { id, code: '', name: '已撤销的单位', shortName: '已撤销的单位' };
}

export function summaryOf(report: ReportRow, units: UnitsById): ReportSummary {
  const { id, scope, year, title, state, version } = report;
  return {
    ...{ id, scope, year, title, state, version },
    unit: unitRef(units, report.unit_id),
    publishedOn: report.published_on,
    publicationNumber: report.publication_number,
  };
}

function cellViews(form: StatutoryForm): ReportView['cells'] {
  const totals = new Set(totalsOf(form).map(({ cell }) => cell));
  return Object.fromEntries(
    cellsOf(form).map(({ cell, label, isMoney }) => [cell, { label, isMoney, isTotal: totals.has(cell) }]),
  );
}

/** @param statements newest first */
export function statementViews(
  form: StatutoryForm,
  report: Pick<ReportRow, 'unit_id'>,
  statements: readonly Statement[],
  units: UnitsById,
): StatementView[] {
  const labels = new Map<string, string>(cellsOf(form).map(({ cell, label }) => [cell, label]));
  const stand = new Set(standing(statements));
  return statements.map((one) => ({
    cell: one.cell,
    label: labels.get(one.cell) ?? one.cell,
    unit: unitRef(units, report.unit_id),
    amount: one.amount,
    source: one.source,
    by: one.byName,
    at: one.at.toISOString(),
    stands: stand.has(one),
  }));
}
