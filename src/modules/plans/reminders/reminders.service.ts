import { addDays, localDateAt, startOfDay } from '../../../kernel/local-date.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { nameOf, personIdOf } from '../events.store.ts';
import { listParameters } from '../plan/parameters.store.ts';
import { numberParameter, numbersParameter } from '../plan/parameters.ts';
import { unitsOf } from '../plan-subjects.ts';
import type { PlanLevel, ReminderKind } from '../plan-words.ts';
import { type PlansContext, todayOf } from '../plans.context.ts';
import { dutyLinesMadeSince } from './duties.store.ts';
import { digestMail, digestsOf } from './reminder-digest.ts';
import { type DueReminder, reminderFor } from './reminder-schedule.ts';
import type { ReminderPage } from './reminders.contract.ts';
import {
  mailedOn,
  markMailed,
  markRead,
  owedDays,
  remindersMadeSince,
  remindersOf,
  remindOwed,
} from './reminders.store.ts';

export const LOOK_AHEAD_DAYS = 60;

/** Reminders found from state (PLAN-5): in the workbench at once, by mail as one digest a day. */
export class RemindersService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(
    actor: Actor,
    query: { unread?: string | undefined; page: number; pageSize: number },
  ): Promise<ReminderPage> {
    const personId = demandSelf(actor);
    const of = { personId, unitIds: unitsOf(actor), page: query.page, pageSize: query.pageSize };
    const { rows, total, unread } = await remindersOf(this.#db, { ...of, unreadOnly: query.unread === 'true' });
    return {
      items: rows.map((row) => ({
        id: row.id,
        kind: row.kind,
        path: pathOf(row),
        text: row.text,
        forDay: row.for_day,
        dueOn: row.due_on,
        createdAt: row.created_at.toISOString(),
        readAt: row.read_at?.toISOString() ?? null,
      })),
      total,
      page: query.page,
      pageSize: query.pageSize,
      unread,
    };
  }

  /** @param reminderId absent: all of the actor's units */
  async read(actor: Actor, reminderId?: string): Promise<void> {
    const personId = demandSelf(actor);
    await this.#context.platform.changes.run(actor, async (change) => {
      await markRead(
        change.tx,
        { personId, unitIds: unitsOf(actor), ...(reminderId ? { reminderId } : {}) },
        change.at,
      );
    });
  }

  /** Job: makes the reminders that stand today. Safe to run twice, in two processes, and after days of pause. */
  async makeDue(signal: AbortSignal): Promise<number> {
    const today = todayOf(this.#context);
    const workdays = await this.#context.calendar.current();
    const parameters = await listParameters(this.#db);
    let made = 0;
    for (const owed of await owedDays(this.#db, addDays(today, LOOK_AHEAD_DAYS))) {
      if (signal.aborted) break;
      const scope = { level: owed.level as PlanLevel, year: owed.year, unitId: null };
      const settings = {
        workdaysBefore: numbersParameter('reminderWorkdaysBefore', parameters, scope),
        overdueEveryDays: numberParameter('overdueEveryDays', parameters, scope) ?? 7,
      };
      const reminder = reminderFor(owed.alert_on, today, settings, workdays);
      if (!reminder) continue;
      made += await this.#context.platform.changes.run({ type: 'system' }, async (change) => {
        const phrase = phraseOf(reminder, owed.alert_on);
        const of = { alertOn: owed.alert_on, level: owed.level, year: owed.year };
        const count = await remindOwed(change.tx, of, { ...reminder, phrase, at: change.at });
        if (count > 0) {
          const detail = { kind: reminder.kind, dueOn: owed.alert_on, count };
          change.record({ action: 'remind', kind: 'reminder', subjectId: owed.alert_on, detail });
        }
        return count;
      });
    }
    return made;
  }

  /**
   * Job: one mail a day to each person who has something new to be reminded of: the named person of a share, else the unit's officers; the supervising office's
   * own are told to its people.
   * A mail that cannot be sent is tried again with the next run under the same message id.
   */
  async mailDigests(signal: AbortSignal): Promise<number> {
    const { mailer, clock, config, log } = this.#context.platform;
    if (!mailer.configured) return 0;
    const today = localDateAt(clock.now());
    const since = startOfDay(today);
    const lines = [...(await remindersMadeSince(this.#db, since)), ...(await dutyLinesMadeSince(this.#db, since))];
    if (lines.length === 0) return 0;
    const holders = await this.#context.directory.holders(['officer', 'handler', 'supervisor']);
    const digests = digestsOf(lines, holders, await mailedOn(this.#db, today));
    const people = await this.#context.directory.people([...digests.keys()]);
    const origin = config.origin ?? `http://${config.host}:${config.port}`;
    let sent = 0;
    for (const person of people) {
      const of = digests.get(person.id) ?? [];
      if (signal.aborted || !person.email || !person.active || of.length === 0) continue;
      try {
        await mailer.send(digestMail({ ...person, email: person.email }, of, today, origin));
      } catch (error) {
        log.warn({ err: error, personId: person.id }, 'reminder digest not sent');
        continue;
      }
      await markMailed(this.#db, person.id, today, of.length, clock.now());
      sent += 1;
    }
    return sent;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

/** Duties are dealt with on pages of their own, found there by their unit. */
function pathOf(row: Awaited<ReturnType<typeof remindersOf>>['rows'][number]): string {
  if (row.assignment_id) return `/shares/${row.assignment_id}`;
  if (row.look_back_item_id) return row.plan_id ? `/look-back?planId=${row.plan_id}` : '/look-back';
  return row.meeting_id ? `/meetings/${row.meeting_id}` : '/leading-group-issues';
}

export function demandSelf(actor: Actor, kind = 'reminder', action = 'read'): string {
  const personId = personIdOf(actor);
  demand(actor, action, { kind, ...(personId ? { personId } : {}) });
  if (!personId) throw new Error(`${nameOf(actor)} is no person`);
  return personId;
}

/** Where the sentence ends, after what it is about. */
export function phraseOf(reminder: DueReminder, dueOn: string): string {
  const phrases: Readonly<Record<ReminderKind, string>> = {
    before: `将于 ${dueOn} 到期，请按时报送。`,
    dueDay: '今天到期，请今天报送。',
    overdue: `已于 ${dueOn} 到期，请尽快办理并报送。`,
    manual: '',
    returned: '',
  };
  return phrases[reminder.kind];
}
