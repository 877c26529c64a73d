import type { Actor } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contentFigures } from '../reports/frozen-report.ts';
import type { ReportContents } from '../reports/report-content.service.ts';
import type { ReportRow } from '../reports/report-tables.store.ts';
import { formOfReport, type ReportViews } from '../reports/report-views.service.ts';
import type { ExportFormat, ReportState } from '../reports/report-words.ts';
import { reportDocx } from './report-docx.ts';
import { type ReportPaper, reportPaper } from './report-paper.ts';
import { reportPdf } from './report-pdf.ts';
import { reportXlsx } from './report-xlsx.ts';

export interface ExportedReport {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** What a reader of paper must know while it is not public. */
const NOTICES: Readonly<Record<ReportState, string | null>> = {
  draft: '（编制稿，数字以正式公布的报告为准）',
  returned: '（编制稿，数字以正式公布的报告为准）',
  submitted: '（送审稿）',
  accepted: '（送审稿）',
  published: null,
};

/** The report on paper, in the words and tables that are published. */
export class ReportExports {
  readonly #platform: Platform;
  readonly #views: ReportViews;
  readonly #contents: ReportContents;

  constructor(platform: Platform, below: { readonly views: ReportViews; readonly contents: ReportContents }) {
    this.#platform = platform;
    this.#views = below.views;
    this.#contents = below.contents;
  }

  async file(actor: Actor, id: string, format: ExportFormat): Promise<ExportedReport> {
    const report = await this.#views.row(actor, id);
    const paper = await this.paper(report, NOTICES[report.state]);
    const name = `${report.title}${paper.notice ? '（未公布）' : ''}.${format}`;
    return { name, mediaType: MEDIA_TYPES[format], bytes: await this.#bytes(paper, format) };
  }

  async paper(report: ReportRow, notice: string | null): Promise<ReportPaper> {
    const form = formOfReport(report);
    const content = await this.#contents.standing(report);
    const unit = (await this.#views.units()).get(report.unit_id);
    return reportPaper({
      title: report.title,
      unitName: unit?.name ?? '',
      year: report.year,
      notice,
      form,
      figures: contentFigures(form, content),
      texts: report.texts,
      plan: content.plan,
    });
  }

  #bytes(paper: ReportPaper, format: ExportFormat): Promise<Buffer> {
    if (format === 'docx') return reportDocx(paper);
    if (format === 'xlsx') return reportXlsx(paper);
    return reportPdf(paper, this.#platform.clock.now());
  }
}
