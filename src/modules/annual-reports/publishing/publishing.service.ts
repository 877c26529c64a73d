import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { staleError } from '../../../kernel/stale.ts';
import type { Platform } from '../../../platform/platform.ts';
import { PublicationContent, type PublicationsServices } from '../../publications/index.ts';
import type { ReportExports } from '../paper/exports.service.ts';
import { reportBody } from '../paper/report-body.ts';
import type { ReportPaper } from '../paper/report-paper.ts';
import { demandMove } from '../reports/report-moves.ts';
import type { ReportRow } from '../reports/report-tables.store.ts';
import type { ReportViews } from '../reports/report-views.service.ts';
import type { ReportView } from '../reports/reports.contract.ts';
import { demandAct } from '../reports/reports.service.ts';
import { addReportEvent, lockReport, reportByPublication, updateReport } from '../reports/reports.store.ts';

/** The kind of the door out in which annual reports stand: column 政府信息公开年报 of every unit. */
const KIND = 'opennessReport';

/** An accepted report becomes a draft of the door out, with everything that it asks; what comes out of it is noted here. */
export class ReportPublishing {
  readonly #platform: Platform;
  readonly #views: ReportViews;
  readonly #exports: ReportExports;
  readonly #publications: Pick<PublicationsServices, 'drafting' | 'view' | 'open'>;

  constructor(
    platform: Platform,
    below: {
      readonly views: ReportViews;
      readonly exports: ReportExports;
      readonly publications: Pick<PublicationsServices, 'drafting' | 'view' | 'open'>;
    },
  ) {
    this.#platform = platform;
    this.#views = below.views;
    this.#exports = below.exports;
    this.#publications = below.publications;
  }

  /** Drafts it, or brings the draft up to the report; a report that is public already is amended. */
  async draft(actor: Actor, id: string, version: number): Promise<ReportView> {
    const report = await this.#views.row(actor, id);
    demandAct(actor, 'publish', report);
    if (report.version !== version) throw staleError({ state: report.state, version: report.version }, { version });
    demandMove(report.state, 'publish');
    const paper = await this.#exports.paper(report, null);
    const isTakenUp = report.publication_id !== null && (await this.#renew(actor, report, paper));
    if (!isTakenUp) await this.#begin(actor, report, paper);
    return this.#views.get(actor, id);
  }

  /** @returns false when its draft was thrown away before it was ever public */
  async #renew(actor: Actor, report: ReportRow, paper: ReportPaper): Promise<boolean> {
    const { drafting, view } = this.#publications;
    const publicationId = report.publication_id ?? '';
    const seen = await view.get(actor, publicationId);
    if (!seen.draft && seen.life === 'none') return false;
    if (!seen.draft) await drafting.amend(actor, publicationId, seen.version);
    const { draft } = seen.draft ? seen : await view.get(actor, publicationId);
    if (!draft) return false;
    // What was entered there by hand, the index number above all, stays.
    const content = contentOf(paper, localDateAt(this.#platform.clock.now()), draft.content.fields);
    const changeNote = seen.life === 'none' ? undefined : '根据核对后的记录更正年度报告。';
    await drafting.edit(actor, publicationId, { edit: draft.edit, content, changeNote });
    await this.#tell(actor, report, '更新公开信息稿。', {});
    return true;
  }

  async #begin(actor: Actor, report: ReportRow, paper: ReportPaper): Promise<void> {
    const content = contentOf(paper, localDateAt(this.#platform.clock.now()), {});
    await this.#platform.changes.run(actor, async (change) => {
      const held = await lockReport(change.tx, report.id);
      if (held?.version !== report.version)
        throw staleError({ state: held?.state, version: held?.version }, { version: report.version });
      demand(actor, 'create', { kind: 'publication', state: 'none', unitIds: [report.unit_id] });
      const { id } = await this.#publications.drafting.createIn(change, {
        kind: KIND,
        unitId: report.unit_id,
        content,
      });
      await updateReport(change.tx, report.id, { publication_id: id, updated_at: change.at });
      const byName = actor.type === 'person' ? actor.name : '系统';
      await addReportEvent(change.tx, { reportId: report.id, text: '生成公开信息稿。', byName, at: change.at });
      change.record({
        action: 'publish',
        kind: 'annualReport',
        subjectId: report.id,
        unitId: report.unit_id,
        detail: { publicationId: id },
      });
    });
  }

  async #tell(actor: Actor, report: ReportRow, text: string, set: Parameters<typeof updateReport>[2]): Promise<void> {
    await this.#platform.changes.run(actor, async (change) => {
      await updateReport(change.tx, report.id, { ...set, updated_at: change.at });
      const byName = actor.type === 'person' ? actor.name : '系统';
      await addReportEvent(change.tx, { reportId: report.id, text, byName, at: change.at });
      change.record({ action: 'publish', kind: 'annualReport', subjectId: report.id, unitId: report.unit_id });
    });
  }

  /** News of the door out: the report is public since the day that its public form tells. Safe to hear twice, and late. */
  async published(publicationId: string): Promise<void> {
    const item = await this.#publications.open.itemOf(publicationId);
    if (!item) return;
    const { number } = item;
    const publishedOn = localDateAt(item.firstPublishedAt);
    await this.#platform.changes.run({ type: 'system' }, async (change) => {
      const report = await reportByPublication(change.tx, publicationId);
      if (!report || (report.state === 'published' && report.publication_number === number)) return;
      const isSame = report.state === 'accepted';
      await updateReport(change.tx, report.id, {
        ...(isSame ? { state: 'published' as const } : {}),
        publication_number: number,
        published_on: publishedOn,
        updated_at: change.at,
      });
      const text = isSame ? '已公布。' : '公开信息稿已公布，与正在修改的报告不是同一稿，请核对。';
      await addReportEvent(change.tx, { reportId: report.id, text, byName: '系统', at: change.at });
    });
  }
}

function contentOf(paper: ReportPaper, today: LocalDate, kept: PublicationContent['fields']): PublicationContent {
  return PublicationContent.parse({
    title: paper.title,
    fields: {
      issuedOn: today,
      summary: `${paper.unitName}${paper.year}年政府信息公开工作情况，包括主动公开、依申请公开、复议诉讼和工作要点落实情况。`,
      ...kept,
      reportYear: paper.year,
    },
    body: reportBody(paper),
  });
}
