import { AppError } from '../../../kernel/app-error.ts';
import type { PublicationsContext } from '../publications.context.ts';
import { dueVersions, type VersionRow } from '../versions/versions.store.ts';
import { type AlarmRow, markTold, raiseAlarm, resolveAlarms, untoldAlarms } from './alarms.store.ts';
import { type PublishingService, shanghaiTime } from './publishing.service.ts';

const LATE_MS = 5 * 60_000;
const BATCH = 200;

/**
 * Publishes what is due, found from state: safe to run twice, by several processes, after any stop. What is five minutes late raises an
 * alarm once, with the reasons.
 */
export class ScheduleService {
  readonly #context: PublicationsContext;
  readonly #publishing: PublishingService;

  constructor(context: PublicationsContext, publishing: PublishingService) {
    this.#context = context;
    this.#publishing = publishing;
  }

  async run(signal: AbortSignal): Promise<void> {
    const { database, clock, log } = this.#context.platform;
    const due = await dueVersions(database.kysely, clock.now(), BATCH);
    for (const version of due) {
      if (signal.aborted) return;
      try {
        await this.#publish(version);
      } catch (error) {
        // One that fails keeps no other from its minute; it is tried again with the next run.
        log.error({ err: error, versionId: version.id }, 'scheduled publication failed');
        await this.#late(version, [error instanceof AppError ? error.message : '系统出错，将自动重试。'], false);
      }
    }
    await resolveAlarms(database.kysely, clock.now());
    await this.#tell(signal);
  }

  async #publish(version: VersionRow): Promise<void> {
    const reasons = await this.#publishing.publishScheduled(version.id, version.publication_id);
    await this.#late(
      version,
      reasons.map((reason) => reason.message),
      reasons.length === 0,
    );
  }

  async #late(version: VersionRow, reasons: readonly string[], isOver: boolean): Promise<void> {
    const { database, clock } = this.#context.platform;
    const at = clock.now();
    const { scheduled_for: scheduledFor } = version;
    if (!scheduledFor || at.getTime() - scheduledFor.getTime() < LATE_MS) return;
    await raiseAlarm(database.kysely, { versionId: version.id, scheduledFor, at, reasons, isOver });
  }

  /** Once to the officers of the unit and to the office; without mail the workbench still shows it. */
  async #tell(signal: AbortSignal): Promise<void> {
    const { database, mailer, clock, log } = this.#context.platform;
    if (!mailer.configured) return;
    for (const alarm of await untoldAlarms(database.kysely)) {
      if (signal.aborted) return;
      try {
        for (const to of await this.#addresses(alarm)) await mailer.send({ to, ...mailOf(alarm, to) });
        await markTold(database.kysely, alarm.id, clock.now());
      } catch (error) {
        log.error({ err: error, alarmId: alarm.id }, 'alarm of a late publication not sent');
      }
    }
  }

  async #addresses({ unit_id: unitId }: AlarmRow): Promise<string[]> {
    const told = await this.#context.organisations.people.correspondents();
    return told.filter((one) => one.isSupervisor || one.unitIds.includes(unitId)).map((one) => one.email);
  }
}

function mailOf(alarm: AlarmRow, to: string) {
  const why = alarm.reasons.length > 0 ? `原因：\n${alarm.reasons.map((one) => `· ${one}`).join('\n')}` : '现已发布。';
  return {
    subject: `定时发布未能准时：${alarm.title}`,
    text: `《${alarm.title}》定于 ${shanghaiTime(alarm.scheduled_for)} 发布，未能准时。\n${why}\n请到工作台查看。`,
    messageId: `<alarm-${alarm.id}-${Buffer.from(to).toString('hex')}@mingchuang>`,
  };
}
