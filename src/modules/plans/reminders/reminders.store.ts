import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { AssignmentRecord } from '../assignments/assignments.store.ts';
import { ledger } from '../plan-tables.store.ts';
import type { ReminderKind } from '../plan-words.ts';

type ReminderExtras = {
  'plans.action_item': { id: string; meeting_id: string };
  'plans.look_back_item': { id: string; look_back_id: string };
  'plans.look_back': { id: string; plan_id: string };
  'plans.reminder_read': { reminder_id: string; person_id: string; read_at: Date };
  'plans.reminder_mail': { person_id: string; for_day: LocalDate; sent_at: Date; reminder_count: number };
};

/** @returns false when this very reminder stands already */
export async function addReminder(
  db: Queryable,
  reminder: {
    share: Pick<AssignmentRecord, 'id' | 'task_id' | 'unit_id' | 'due_on'>;
    kind: ReminderKind;
    forDay: LocalDate;
    text: string;
    at: Date;
  },
): Promise<boolean> {
  const row = await ledger(db)
    .insertInto('plans.reminder')
    .values({
      assignment_id: reminder.share.id,
      task_id: reminder.share.task_id,
      unit_id: reminder.share.unit_id,
      kind: reminder.kind,
      for_day: reminder.forDay,
      due_on: reminder.share.due_on,
      text: reminder.text,
      created_at: reminder.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Due days of shares that a unit still owes, each once, up to the horizon. */
export async function owedDays(
  db: Queryable,
  horizon: LocalDate,
): Promise<{ alert_on: LocalDate; level: string; year: number }[]> {
  return ledger(db)
    .selectFrom('plans.assignment as share')
    .innerJoin('plans.plan as plan', 'plan.id', 'share.plan_id')
    .select([sql<LocalDate>`share.alert_on`.as('alert_on'), 'plan.level', 'plan.year'])
    .distinct()
    .where('plan.state', '=', 'published')
    .where('share.state', 'in', ['open', 'returned'])
    .where('share.removed', '=', false)
    .where('share.alert_on', '<=', horizon)
    .execute() as Promise<{ alert_on: LocalDate; level: string; year: number }[]>;
}

/**
 * One reminder for every share owed on that day, in one statement; those that stand already are passed over.
 * @returns how many are new
 */
export async function remindOwed(
  db: Queryable,
  of: { alertOn: LocalDate; level: string; year: number },
  reminder: { kind: ReminderKind; forDay: LocalDate; phrase: string; at: Date },
): Promise<number> {
  const result = await sql`
    insert into plans.reminder (assignment_id, task_id, unit_id, kind, for_day, due_on, text, created_at)
    select share.id, share.task_id, share.unit_id, ${reminder.kind}, ${reminder.forDay}, share.alert_on,
      '第 ' || task.number || ' 项“' || left(coalesce(nullif(task.name, ''), task.content), 40) || '”' || ${reminder.phrase}::text,
      ${reminder.at}
    from plans.assignment as share
    join plans.task as task on task.id = share.task_id
    join plans.plan as plan on plan.id = share.plan_id
    where share.alert_on = ${of.alertOn} and share.state in ('open', 'returned') and not share.removed
      and plan.state = 'published' and plan.level = ${of.level} and plan.year = ${of.year}
    on conflict do nothing`.execute(db);
  return Number(result.numAffectedRows ?? 0);
}

export async function remindersOf(
  db: Queryable,
  of: { personId: string; unitIds: readonly string[]; unreadOnly: boolean; page: number; pageSize: number },
) {
  const base = ledger(db)
    .withTables<ReminderExtras>()
    .selectFrom('plans.reminder as reminder')
    .leftJoin('plans.reminder_read as seen', (join) =>
      join.onRef('seen.reminder_id', '=', 'reminder.id').on('seen.person_id', '=', of.personId),
    )
    .where('reminder.unit_id', '=', sql<string>`any(${[...of.unitIds]}::uuid[])`);
  const counts = await base
    .select([sql<number>`count(*)`.as('total'), sql<number>`count(*) filter (where seen.read_at is null)`.as('unread')])
    .executeTakeFirstOrThrow();
  const rows = await (of.unreadOnly ? base.where('seen.read_at', 'is', null) : base)
    .leftJoin('plans.action_item as action', 'action.id', 'reminder.action_item_id')
    .leftJoin('plans.look_back_item as item', 'item.id', 'reminder.look_back_item_id')
    .leftJoin('plans.look_back as back', 'back.id', 'item.look_back_id')
    .selectAll('reminder')
    .select(['seen.read_at', 'action.meeting_id', 'back.plan_id'])
    .orderBy('reminder.created_at', 'desc')
    .orderBy('reminder.id')
    .limit(of.pageSize)
    .offset((of.page - 1) * of.pageSize)
    .execute();
  return { rows, total: of.unreadOnly ? counts.unread : counts.total, unread: counts.unread };
}

export async function markRead(
  db: Queryable,
  of: { personId: string; unitIds: readonly string[]; reminderId?: string },
  at: Date,
): Promise<void> {
  await sql`
    insert into plans.reminder_read (reminder_id, person_id, read_at)
    select id, ${of.personId}::uuid, ${at} from plans.reminder
    where unit_id = any(${[...of.unitIds]}::uuid[]) ${of.reminderId ? sql`and id = ${of.reminderId}::uuid` : sql``}
    on conflict do nothing`.execute(db);
}

export interface MailLine {
  readonly unit_id: string;
  readonly person_id: string | null;
  readonly kind: ReminderKind;
  readonly text: string;
  readonly due_on: LocalDate | null;
}

/** Reminders made on that day for shares still owed: what a digest tells. */
export async function remindersMadeSince(db: Queryable, since: Date): Promise<MailLine[]> {
  return ledger(db)
    .selectFrom('plans.reminder as reminder')
    .innerJoin('plans.assignment as share', 'share.id', 'reminder.assignment_id')
    .select(['reminder.unit_id', 'share.person_id', 'reminder.kind', 'reminder.text', 'reminder.due_on'])
    .where('reminder.created_at', '>=', since)
    .where('share.state', 'in', ['open', 'returned'])
    .where('share.removed', '=', false)
    .orderBy('reminder.due_on')
    .orderBy('reminder.id')
    .execute();
}

export async function mailedOn(db: Queryable, day: LocalDate): Promise<Set<string>> {
  const rows = await db
    .withTables<ReminderExtras>()
    .selectFrom('plans.reminder_mail')
    .select('person_id')
    .where('for_day', '=', day)
    .execute();
  return new Set(rows.map((row) => row.person_id));
}

export async function markMailed(
  db: Queryable,
  personId: string,
  day: LocalDate,
  count: number,
  at: Date,
): Promise<void> {
  await db
    .withTables<ReminderExtras>()
    .insertInto('plans.reminder_mail')
    .values({ person_id: personId, for_day: day, sent_at: at, reminder_count: count })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
