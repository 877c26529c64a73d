import { createHash, randomBytes } from 'node:crypto';
import { addDays } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { DUTY_KIND_WORDS, TASK_STATE_WORDS } from '../plan-words.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { notFound } from '../plans.errors.ts';
import type { UnitNames } from '../unit-directory.ts';
import { calendarFeed, type FeedEvent } from './calendar-feed.ts';
import {
  type FeedLine,
  feedLines,
  feedsOf,
  findFeed,
  insertFeed,
  markFeedUsed,
  revokeFeed,
} from './calendar-feeds.store.ts';
import { type Duty, openDuties } from './duties.store.ts';
import type { CalendarFeed, NewCalendarFeed } from './reminders.contract.ts';
import { demandSelf } from './reminders.service.ts';

const BACK_DAYS = 60;
const MOST_DUTIES = 500;

/** Personal calendar addresses: the secret in the address is the key, only its hash is kept, and it can be taken back at any time. */
export class CalendarFeedsService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor): Promise<{ items: CalendarFeed[] }> {
    const personId = demandSelf(actor, 'calendarFeed', 'manage');
    return { items: (await feedsOf(this.#db, personId)).map(view) };
  }

  /** The address is told this once. */
  async create(actor: Actor): Promise<NewCalendarFeed> {
    const personId = demandSelf(actor, 'calendarFeed', 'manage');
    const token = randomBytes(32).toString('base64url');
    const feed = await this.#context.platform.changes.run(actor, async (change) => {
      const row = await insertFeed(change.tx, personId, hashOf(token), change.at);
      change.record({ action: 'create', kind: 'calendarFeed', subjectId: row.id });
      return row;
    });
    return { ...view(feed), url: `${this.#origin}/calendar/${token}.ics` };
  }

  async revoke(actor: Actor, id: string): Promise<void> {
    const personId = demandSelf(actor, 'calendarFeed', 'manage');
    await this.#context.platform.changes.run(actor, async (change) => {
      if (!(await revokeFeed(change.tx, personId, id, change.at))) throw notFound('个日历订阅');
      change.record({ action: 'revoke', kind: 'calendarFeed', subjectId: id });
    });
  }

  /**
   * @param token as it stands in the address, with or without `.ics`
   * @throws AppError `not-found` (404) when it is unknown, revoked, or its person has left
   */
  async read(token: string): Promise<string> {
    const feed = await findFeed(this.#db, hashOf(token.replace(/\.ics$/, '')));
    const [person] = feed ? await this.#context.directory.people([feed.person_id]) : [];
    if (!feed || !person?.active) throw notFound('个日历订阅');
    const { clock } = this.#context.platform;
    const today = todayOf(this.#context);
    const holders = await this.#context.directory.holders(['officer', 'handler', 'deputyHead', 'head', 'supervisor']);
    const unitIds = [
      ...new Set(holders.filter((holder) => holder.personId === person.id).map((holder) => holder.unitId)),
    ];
    const lines = await feedLines(this.#db, { personId: person.id, unitIds, from: addDays(today, -BACK_DAYS), today });
    const names = await unitNames(this.#context);
    await markFeedUsed(this.#db, feed.id, clock.now());
    const isOffice = holders.some((holder) => holder.personId === person.id && holder.role === 'supervisor');
    const of = { units: unitIds, withOffice: isOffice, from: addDays(today, -BACK_DAYS), limit: MOST_DUTIES };
    const duties = await openDuties(this.#db, of);
    const events = [...lines.map((line) => shareEvent(line, names)), ...duties.rows.flatMap(dutyEvent)];
    return calendarFeed(events, clock.now(), this.#origin);
  }

  get #origin(): string {
    const { config } = this.#context.platform;
    return config.origin ?? `http://${config.host}:${config.port}`;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function shareEvent(line: FeedLine, names: UnitNames): FeedEvent {
  const title = line.name ?? (line.content.length > 40 ? `${line.content.slice(0, 40)}…` : line.content);
  const alarm = `第${line.number}项 ${title}`;
  return {
    id: line.id,
    dueOn: line.alert_on,
    version: line.version,
    summary: `${line.alert_on === line.due_on ? '到期' : '本单位期限'}：${alarm}`,
    description: `${line.plan_title}\n${names.ref(line.unit_id).shortName}　${TASK_STATE_WORDS[line.state]}`,
    alarm,
    path: `/tasks/${line.task_id}`,
  };
}

function dutyEvent(duty: Duty): FeedEvent[] {
  if (!duty.due_on) return [];
  const text = duty.text.length > 40 ? `${duty.text.slice(0, 40)}…` : duty.text;
  // One order may bind several units; a person of two of them has it twice.
  const id = `${duty.id}${duty.unit_id ? `.${duty.unit_id}` : ''}`;
  const summary = `${DUTY_KIND_WORDS[duty.kind]}到期：${text}`;
  const { version, path, source: description } = duty;
  return [{ id, dueOn: duty.due_on, version, summary, description, alarm: text, path }];
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

function view(row: { id: string; created_at: Date; last_used_at: Date | null }): CalendarFeed {
  return { id: row.id, createdAt: row.created_at.toISOString(), lastUsedAt: row.last_used_at?.toISOString() ?? null };
}
