import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Unit } from '../../organisations/index.ts';
import type { DueDates } from '../due/due-dates.service.ts';
import { punctuality } from '../due/due-dates.ts';
import { FORM_2021 } from '../form/statutory-form.ts';
import type { PublishedReport, PublishedReports } from '../publishing/published-reports.service.ts';
import type { ReportRow } from './report-tables.store.ts';
import {
  owesReport,
  type ReportViews,
  reportSubject,
  summaryOf,
  type UnitsById,
  unitRef,
} from './report-views.service.ts';
import type { ReportScope } from './report-words.ts';
import type { ReportLine, ReportList } from './reports.contract.ts';
import { reportsOfYear, yearsWithReports } from './reports.store.ts';

/** Who owes a report of the year, and what became of it (RPT-C1). */
export class ReportListService {
  readonly #platform: Platform;
  readonly #views: ReportViews;
  readonly #due: DueDates;
  readonly #published: PublishedReports;

  constructor(
    platform: Platform,
    below: { readonly views: ReportViews; readonly due: DueDates; readonly published: PublishedReports },
  ) {
    this.#platform = platform;
    this.#views = below.views;
    this.#due = below.due;
    this.#published = below.published;
  }

  /** Of the units that the actor may see. @param asked absent: the year that is over last */
  async list(actor: Actor, asked: number | undefined): Promise<ReportList> {
    const { today } = this.#views;
    const thisYear = Number(today.slice(0, 4));
    const year = asked ?? thisYear - 1;
    const units = await this.#views.units();
    const reports = await reportsOfYear(this.#db, year);
    const elsewhere = await this.#published.ofYear(year);
    const due = { unit: await this.#due.of('unit', year), district: await this.#due.of('district', year) };
    const line = (unit: Unit, scope: ReportScope): ReportLine[] => {
      const report = reports.find((one) => one.unit_id === unit.id && one.scope === scope);
      const subject = report ? reportSubject(report) : { kind: 'annualReport', state: 'none', unitIds: [unit.id] };
      if (!can(actor, 'read', subject)) return [];
      const { dueOn } = due[scope];
      return [this.#line(actor, { unit, scope, report, units, dueOn, published: elsewhere(unit.id, scope, reports) })];
    };
    const office = [...units.values()].find((unit) => unit.isOffice);
    return {
      year,
      years: yearsShown(thisYear, await yearsWithReports(this.#db)),
      today,
      due,
      district: (office && line(office, 'district')[0]) ?? null,
      units: [...units.values()].filter((unit) => owesReport(unit, year)).flatMap((unit) => line(unit, 'unit')),
    };
  }

  #line(
    actor: Actor,
    given: {
      readonly unit: Unit;
      readonly scope: ReportScope;
      readonly report: ReportRow | undefined;
      readonly units: UnitsById;
      readonly dueOn: ReportLine['dueOn'];
      readonly published: PublishedReport | undefined;
    },
  ): ReportLine {
    const { unit, scope, report, units, dueOn, published } = given;
    const publishedOn = report?.published_on ?? published?.on ?? null;
    return {
      unit: unitRef(units, unit.id),
      scope,
      report: report ? summaryOf(report, units) : null,
      dueOn,
      publishedOn,
      publicationNumber: report?.publication_number ?? published?.number ?? null,
      punctuality: punctuality(dueOn, publishedOn, this.#views.today),
      mayCreate:
        !report && !published && can(actor, 'create', { kind: 'annualReport', state: 'none', unitIds: [unit.id] }),
    };
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}

/** Newest first: this year while it runs, and back to the first that the form covers or five years. */
function yearsShown(thisYear: number, kept: readonly number[]): number[] {
  const usual = Array.from({ length: 6 }, (_, back) => thisYear - back).filter((year) => year >= FORM_2021.validFrom);
  return [...new Set([...usual, ...kept])].sort((a, b) => b - a);
}
