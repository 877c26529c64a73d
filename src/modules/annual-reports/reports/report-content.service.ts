import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import { mergedRecords } from '../counting/count-year.ts';
import type { RecordFault } from '../counting/counted-record.ts';
import type { YearCounts } from '../counting/year-counts.service.ts';
import type { PlanExecution } from '../execution/plan-execution.service.ts';
import { mergedCells } from '../form/figures.ts';
import { statedCells } from '../statements/standing.ts';
import { statementsOf } from '../statements/statements.store.ts';
import { contentOf, type ReportContent } from './frozen-report.ts';
import type { ReportRow } from './report-tables.store.ts';
import { frozenOf, reportsOfYear } from './reports.store.ts';

export interface LiveContent extends ReportContent {
  readonly faults: readonly RecordFault[];
}

/** What a report says: counted at this moment, or as it stood when it was submitted. */
export class ReportContents {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #counts: YearCounts;
  readonly #plans: PlanExecution;

  constructor(
    platform: Platform,
    below: { readonly organisations: Organisations; readonly counts: YearCounts; readonly plans: PlanExecution },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#counts = below.counts;
    this.#plans = below.plans;
  }

  /** As it stands: what was submitted stands still. */
  async standing(report: ReportRow): Promise<ReportContent> {
    return (await this.frozen(report)) ?? this.live(report);
  }

  async frozen(report: ReportRow): Promise<ReportContent | undefined> {
    const stored = (await frozenOf(this.#db, [report.id])).get(report.id);
    return stored && contentOf(stored);
  }

  /** From the records of this moment, whatever was submitted before. */
  live(report: ReportRow): Promise<LiveContent> {
    return report.scope === 'unit' ? this.#ofUnit(report) : this.#ofDistrict(report);
  }

  async #ofUnit({ id, unit_id: unitId, year }: ReportRow): Promise<LiveContent> {
    const unit = await this.#organisations.units.find(unitId);
    const counted = await this.#counts.of([unitId], year);
    const declared = statedCells(await statementsOf(this.#db, [id]));
    return { ...counted, declared, plan: await this.#plans.ofUnit(unit.code, year) };
  }

  /**
   * The district's: what its units have submitted as it was submitted, all other units as their records are at this moment, and what was
   * stated in the district's own report.
   */
  async #ofDistrict({ id, year }: ReportRow): Promise<LiveContent> {
    const reports = (await reportsOfYear(this.#db, year)).filter((one) => one.scope === 'unit');
    const frozen = await frozenOf(
      this.#db,
      reports.map((one) => one.id),
    );
    const submitted = new Set(reports.filter((one) => frozen.has(one.id)).map((one) => one.unit_id));
    const others = (await this.#organisations.units.all()).map((unit) => unit.id).filter((one) => !submitted.has(one));
    const counted = await this.#counts.of(others, year);
    const stood = [...frozen.values()].map(contentOf);
    const drafts = reports.filter((one) => !frozen.has(one.id)).map((one) => one.id);
    const stated = await Promise.all(
      [...drafts, id].map(async (one) => statedCells(await statementsOf(this.#db, [one]))),
    );
    return {
      cells: mergedRecords([...stood.map(({ cells }) => cells), counted.cells]),
      declared: mergedCells([...stood.map(({ declared }) => declared), ...stated]),
      plan: await this.#plans.ofDistrict(year),
      faults: counted.faults,
    };
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
