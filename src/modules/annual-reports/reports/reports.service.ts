import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Change } from '../../../platform/change/change.ts';
import type { Platform } from '../../../platform/platform.ts';
import { cellsOf, totalsOf } from '../form/cells.ts';
import type { CellId, StatutoryForm } from '../form/form-shape.ts';
import { formOf } from '../form/statutory-form.ts';
import { addStatement } from '../statements/statements.store.ts';
import { frozenReport } from './frozen-report.ts';
import type { ReportContents } from './report-content.service.ts';
import { alreadyMade, cellRefused, reportBlocked, reportMissing } from './report-errors.ts';
import { reportFaults } from './report-faults.ts';
import { ACT_STATES, demandMove, type ReportAct } from './report-moves.ts';
import type { ReportRow } from './report-tables.store.ts';
import { reportTitle } from './report-title.ts';
import { formOfReport, owesReport, type ReportViews, reportSubject } from './report-views.service.ts';
import { TEXT_HEAD_WORDS } from './report-words.ts';
import type { CreateReport, ReportView, ReturnInput, StateInput, TextInput } from './reports.contract.ts';
import {
  addReportEvent,
  dropFrozen,
  insertReport,
  lockReport,
  putFrozen,
  reportOf,
  updateReport,
} from './reports.store.ts';

/** Making a report: texts, stated figures, submission, review (RPT-1, RPT-2). */
export class ReportsService {
  readonly #platform: Platform;
  readonly #views: ReportViews;
  readonly #contents: ReportContents;

  constructor(platform: Platform, below: { readonly views: ReportViews; readonly contents: ReportContents }) {
    this.#platform = platform;
    this.#views = below.views;
    this.#contents = below.contents;
  }

  /** @throws AppError `cell-refused` (422) for years and units that have no such report, `report-exists` (409) */
  async create(actor: Actor, { unitId, year, scope }: CreateReport): Promise<{ id: string }> {
    demand(actor, 'create', { kind: 'annualReport', state: 'none', unitIds: [unitId] });
    const units = await this.#views.units();
    const unit = units.get(unitId);
    if (!formOf(year)) throw cellRefused(`${year}年的年度报告用的是旧格式，请作为“政府信息公开年报”直接登记原文。`);
    if (year > Number(this.#views.today.slice(0, 4))) throw cellRefused(`${year}年还没有开始，请选择以前的年度。`);
    if (!unit || (scope === 'district' ? !unit.isOffice : !owesReport(unit, year)))
      throw cellRefused(
        scope === 'district' ? '全区报告由政务公开主管部门编制。' : '这个单位不编制年度报告，请重新选择。',
      );
    const id = await this.#platform.changes.run(actor, async (change) => {
      const made = await insertReport(change.tx, {
        unit_id: unitId,
        year,
        scope,
        title: reportTitle(unit, scope, year, units),
        texts: '{}',
        created_by_name: nameOf(actor),
        created_at: change.at,
        updated_at: change.at,
      });
      if (made) await this.#tell(change, { id: made, unit_id: unitId }, 'create', '开始编制。');
      return made;
    });
    if (!id) throw alreadyMade((await reportOf(this.#platform.database.kysely, { unitId, year, scope }))?.id);
    return { id };
  }

  async setText(actor: Actor, id: string, { version, head, text }: TextInput): Promise<ReportView> {
    await this.#acting(actor, id, 'edit', { version, text }, async (change, report) => {
      const texts = { ...report.texts, [head]: text.trim() };
      await updateReport(change.tx, id, { texts: JSON.stringify(texts), updated_at: change.at });
      await this.#tell(change, report, 'edit', `修改“${TEXT_HEAD_WORDS[head].label}”。`);
    });
    return this.#views.get(actor, id);
  }

  /** A figure the platform has no records of, or one that lies before its time; totals follow. */
  async state(actor: Actor, id: string, { version, cell, amount, source }: StateInput): Promise<ReportView> {
    await this.#acting(actor, id, 'edit', { version, amount }, async (change, report) => {
      const label = demandCell(formOfReport(report), cell, amount);
      await addStatement(change.tx, {
        reportId: id,
        cell: cell as CellId,
        amount,
        source,
        byName: nameOf(actor),
        byId: actor.type === 'person' ? actor.personId : null,
        at: change.at,
      });
      await updateReport(change.tx, id, { updated_at: change.at });
      const what = amount === null ? '撤回补充申报' : `补充申报 ${amount}`;
      await this.#tell(change, report, 'state', `“${label}”${what}（${source}）。`);
    });
    return this.#views.get(actor, id);
  }

  /** From here on the figures stand still. @throws AppError `report-blocked` (409) with every reason */
  async submit(actor: Actor, id: string, version: number): Promise<ReportView> {
    // Counted before the change begins: a change holds the one connection of an embedded database. The version says whether it still holds.
    const seen = await this.#views.row(actor, id);
    demandAct(actor, 'submit', seen);
    const content = await this.#contents.live(seen);
    const checked = await this.#views.checked(seen, content, content.faults);
    const blocking = reportFaults(checked, this.#views.today).filter(({ severity }) => severity === 'blocks');
    await this.#acting(actor, id, 'submit', { version }, async (change, report) => {
      if (report.version !== seen.version)
        throw staleError({ state: report.state, version: report.version }, { version });
      if (blocking.length > 0) throw reportBlocked(blocking);
      await putFrozen(change.tx, id, frozenReport(formOfReport(report), content), change.at);
      await updateReport(change.tx, id, {
        state: 'submitted',
        submitted_at: change.at,
        returned_because: null,
        updated_at: change.at,
      });
      await this.#tell(change, report, 'submit', '提交审核，数字自此固定。');
    });
    return this.#views.get(actor, id);
  }

  async accept(actor: Actor, id: string, version: number): Promise<ReportView> {
    await this.#acting(actor, id, 'accept', { version }, async (change, report) => {
      await updateReport(change.tx, id, { state: 'accepted', accepted_at: change.at, updated_at: change.at });
      await this.#tell(change, report, 'accept', '审核通过。');
    });
    return this.#views.get(actor, id);
  }

  /** What was public stays so, as it was, until the corrected report is published in its turn. */
  async return(actor: Actor, id: string, { version, reason }: ReturnInput): Promise<ReportView> {
    await this.#acting(actor, id, 'return', { version }, async (change, report) => {
      await dropFrozen(change.tx, id);
      await updateReport(change.tx, id, {
        state: 'returned',
        returned_because: reason,
        submitted_at: null,
        accepted_at: null,
        updated_at: change.at,
      });
      await this.#tell(change, report, 'return', `退回修改：${reason}`);
    });
    return this.#views.get(actor, id);
  }

  /** Locks the report, asks permission, then whether it is still the one that was seen. */
  async #acting(
    actor: Actor,
    id: string,
    act: ReportAct,
    submitted: { readonly version: number; readonly [field: string]: unknown },
    change: (change: Change, report: ReportRow) => Promise<void>,
  ): Promise<void> {
    await this.#platform.changes.run(actor, async (own) => {
      const report = await lockReport(own.tx, id);
      if (!report || !can(actor, 'read', reportSubject(report))) throw reportMissing();
      demandAct(actor, act, report);
      if (report.version !== submitted.version)
        throw staleError({ state: report.state, version: report.version }, submitted);
      demandMove(report.state, act);
      await change(own, report);
    });
  }

  async #tell(change: Change, report: Pick<ReportRow, 'id' | 'unit_id'>, action: string, text: string): Promise<void> {
    await addReportEvent(change.tx, { reportId: report.id, text, byName: nameOf(change.actor), at: change.at });
    change.record({ action, kind: 'annualReport', subjectId: report.id, unitId: report.unit_id });
  }
}

/** Who could do it in another state of the report learns how it stands now; others are refused. */
export function demandAct(actor: Actor, act: ReportAct, report: ReportRow): void {
  if (ACT_STATES[act].some((state) => can(actor, act, reportSubject({ ...report, state })))) return;
  demand(actor, act, reportSubject(report));
}

function demandCell(form: StatutoryForm, cell: string, amount: number | null): string {
  const known = cellsOf(form).find((one) => one.cell === cell);
  if (!known) throw cellRefused('年度报告没有这一格，请刷新页面。');
  if (totalsOf(form).some((one) => one.cell === cell))
    throw cellRefused(`“${known.label}”是合计，由各项相加得出，请修改其中的分项。`);
  if (amount === null) return known.label;
  if (!known.isMoney && !Number.isInteger(amount)) throw cellRefused('件数应为整数。');
  if (!known.isCounted && amount < 0) throw cellRefused('这一格没有平台记录，填报的数字不能小于 0。');
  if (Math.abs(amount * 1e6 - Math.round(amount * 1e6)) > 1e-3) throw cellRefused('金额最多保留六位小数。');
  return known.label;
}

function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
