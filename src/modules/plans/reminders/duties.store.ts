import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { DutyKind, ReminderKind } from '../plan-words.ts';
import type { MailLine } from './reminders.store.ts';

/** What one unit owes besides its shares: an order of the look-back, an action item of a meeting, a decision of the leading group. */
export interface Duty {
  readonly kind: DutyKind;
  readonly id: string;
  /** Null: of the supervising office. */
  readonly unit_id: string | null;
  readonly due_on: LocalDate | null;
  /** Where it stands: number of the order, name of the meeting or of the issue. */
  readonly source: string;
  readonly text: string;
  /** Of the workbench. */
  readonly path: string;
  readonly version: number;
}

export type DatedDuty = Duty & { readonly unit_id: string; readonly due_on: LocalDate };

const DUTIES = sql`
  select 'rectification' as kind, item.id, unit_id, item.order_due_on as due_on, item.order_number as source,
    item.order_text as text, '/look-back?planId=' || back.plan_id as path, item.version
  from plans.look_back_item as item
  join plans.look_back as back on back.id = item.look_back_id
  cross join lateral unnest(item.order_unit_ids) as unit_id
  where item.verdict = 'unfinished'
  union all
  select 'actionItem', item.id, item.unit_id, item.due_on, meeting.title, item.text, '/meetings/' || meeting.id, item.version
  from plans.action_item as item join plans.meeting as meeting on meeting.id = item.meeting_id
  where not item.done
  union all
  select 'issue', id, unit_id, due_on, title, coalesce(decision, question), '/leading-group-issues', version
  from plans.issue where state = 'decided'`;

/**
 * Earliest first, those without a day last; with `from` or `to` only those that have one.
 * @param units null: of everybody @param withOffice those that name no unit too
 */
export async function openDuties(
  db: Queryable,
  of: { units: readonly string[] | null; withOffice: boolean; from?: LocalDate; to?: LocalDate; limit: number },
): Promise<{ rows: Duty[]; total: number }> {
  const mine = of.units
    ? sql`(unit_id = any(${[...of.units]}::uuid[]) or (${of.withOffice} and unit_id is null))`
    : sql`true`;
  const { rows } = await sql<Duty & { total: number }>`
    select duty.*, count(*) over () as total from (${DUTIES}) as duty
    where ${mine} ${of.from ? sql`and due_on >= ${of.from}` : sql``} ${of.to ? sql`and due_on <= ${of.to}` : sql``}
    order by due_on nulls last, kind, id limit ${of.limit}`.execute(db);
  return { rows, total: rows[0]?.total ?? 0 };
}

const COLUMNS: Readonly<Record<DutyKind, string>> = {
  rectification: 'look_back_item_id',
  actionItem: 'action_item_id',
  issue: 'issue_id',
};

/** @returns false when this very reminder stands already */
export async function addDutyReminder(
  db: Queryable,
  duty: DatedDuty,
  reminder: { kind: ReminderKind; forDay: LocalDate; text: string; at: Date },
): Promise<boolean> {
  const result = await sql`
    insert into plans.reminder (${sql.ref(COLUMNS[duty.kind])}, unit_id, kind, for_day, due_on, text, created_at)
    values (${duty.id}, ${duty.unit_id}, ${reminder.kind}, ${reminder.forDay}, ${duty.due_on}, ${reminder.text}, ${reminder.at})
    on conflict do nothing`.execute(db);
  return Number(result.numAffectedRows ?? 0) > 0;
}

/** Reminders made since then of duties that are still open: what a digest tells besides shares. */
export async function dutyLinesMadeSince(db: Queryable, since: Date): Promise<MailLine[]> {
  const { rows } = await sql<MailLine>`
    select reminder.unit_id, null as person_id, reminder.kind, reminder.text, reminder.due_on
    from plans.reminder as reminder
    where reminder.created_at >= ${since} and reminder.assignment_id is null
      and coalesce(reminder.look_back_item_id, reminder.action_item_id, reminder.issue_id) in (select id from (${DUTIES}) as duty)
    order by reminder.due_on, reminder.id`.execute(db);
  return rows;
}
