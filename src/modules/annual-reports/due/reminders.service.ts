import { localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Organisations } from '../../organisations/index.ts';
import type { PublishedReports } from '../publishing/published-reports.service.ts';
import { owesReport } from '../reports/report-views.service.ts';
import { type ReportScope, SCOPE_WORDS } from '../reports/report-words.ts';
import { reportsOfYear } from '../reports/reports.store.ts';
import type { DueDates } from './due-dates.service.ts';
import { markTold, toldReminders } from './due-dates.store.ts';
import { reminderDue } from './due-dates.ts';

/** Tells officers and the supervising office of reports that are not public as their day comes near (RPT-1). */
export class ReportReminders {
  readonly #platform: Platform;
  readonly #organisations: Organisations;
  readonly #due: DueDates;
  readonly #published: PublishedReports;

  constructor(
    platform: Platform,
    below: { readonly organisations: Organisations; readonly due: DueDates; readonly published: PublishedReports },
  ) {
    this.#platform = platform;
    this.#organisations = below.organisations;
    this.#due = below.due;
    this.#published = below.published;
  }

  /** @returns how many reminders went out; without a mail server nothing is marked as told */
  async sendDue(signal?: AbortSignal): Promise<number> {
    const { database, clock, mailer } = this.#platform;
    if (!mailer.configured) return 0;
    const today = localDateAt(clock.now());
    const year = Number(today.slice(0, 4)) - 1;
    const units = await this.#organisations.units.all();
    const reports = await reportsOfYear(database.kysely, year);
    const elsewhere = await this.#published.ofYear(year);
    const isPublished = (unitId: string, scope: ReportScope) =>
      elsewhere(unitId, scope, reports) !== undefined ||
      reports.some((one) => one.unit_id === unitId && one.scope === scope && one.published_on !== null);
    let sent = 0;
    for (const scope of ['unit', 'district'] as const) {
      const { dueOn } = await this.#due.of(scope, year);
      const told = await toldReminders(database.kysely, year, scope, dueOn);
      const owing = units.filter((unit) => (scope === 'unit' ? owesReport(unit, year) : unit.isOffice));
      for (const unit of owing) {
        if (signal?.aborted) return sent;
        const daysBefore = reminderDue(dueOn, told(unit.id), today);
        if (daysBefore === null || isPublished(unit.id, scope)) continue;
        await this.#tell({ unit, scope, year, dueOn, daysBefore });
        await markTold(database.kysely, { unitId: unit.id, scope, year, dueOn, daysBefore, at: clock.now() });
        sent += 1;
      }
    }
    return sent;
  }

  /** The message id is the same on every try, so a mail that was sent before a crash is known again. */
  async #tell(one: {
    readonly unit: { readonly id: string; readonly name: string };
    readonly scope: ReportScope;
    readonly year: number;
    readonly dueOn: string;
    readonly daysBefore: number;
  }): Promise<void> {
    const { config, mailer } = this.#platform;
    const origin = config.origin ?? `http://${config.host}:${config.port}`;
    const { unit, scope, year, dueOn, daysBefore } = one;
    const told = await this.#organisations.people.correspondents();
    const when = daysBefore < 0 ? `已经超过公布期限 ${dueOn}` : `应在 ${dueOn} 前公布`;
    for (const { email, unitIds, isSupervisor } of told) {
      // The office is told of units only when they are late: sixty mails a week help nobody.
      if (!unitIds.includes(unit.id) && !(isSupervisor && (scope === 'district' || daysBefore < 0))) continue;
      await mailer.send({
        to: email,
        subject: `${unit.name}${year}年政府信息公开工作年度报告${when}`,
        text: `${SCOPE_WORDS[scope]}（${year}年）${when}，目前还没有公布。\n请登录工作台，在“年度报告”中办理。\n\n${origin}/workbench/annual-reports?year=${year}\n`,
        messageId: `annual-report-${unit.id}-${scope}-${year}-${dueOn}-${daysBefore}-${email}`,
      });
    }
  }
}
