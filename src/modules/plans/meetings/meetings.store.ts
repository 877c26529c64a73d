import { type Generated, type Selectable, sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import type { MEETING_KINDS, MeetingInput } from './meetings.contract.ts';

type MeetingTables = {
  'plans.meeting': {
    id: Generated<string>;
    plan_id: string | null;
    kind: (typeof MEETING_KINDS)[number];
    title: string;
    held_on: LocalDate;
    place: string | null;
    chaired_by: string | null;
    agenda: string;
    minutes: string;
    unit_ids: string[];
    created_at: Date;
    updated_at: Date;
    updated_by_name: string;
    version: Generated<number>;
  };
  'plans.action_item': {
    id: Generated<string>;
    meeting_id: string;
    position: number;
    text: string;
    task_id: string | null;
    unit_id: string | null;
    due_on: LocalDate | null;
    done: Generated<boolean>;
    done_at: Date | null;
    done_note: string | null;
    version: Generated<number>;
  };
};

export type MeetingRow = Selectable<MeetingTables['plans.meeting']>;
export type ActionItemRow = Selectable<MeetingTables['plans.action_item']>;
const of = (db: Queryable) => db.withTables<MeetingTables>();

export async function listMeetings(
  db: Queryable,
  query: { planId?: string | undefined; kind?: string | undefined; sort: string; page: number; pageSize: number },
): Promise<{ rows: MeetingRow[]; total: number }> {
  let found = of(db).selectFrom('plans.meeting');
  if (query.planId) found = found.where('plan_id', '=', query.planId);
  if (query.kind) found = found.where('kind', '=', query.kind as MeetingRow['kind']);
  const { total } = await found.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await found
    .selectAll()
    .orderBy('held_on', query.sort === 'heldOn' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize)
    .execute();
  return { rows, total };
}

export async function lockMeeting(db: Queryable, id: string): Promise<MeetingRow | undefined> {
  return of(db).selectFrom('plans.meeting').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function findMeeting(db: Queryable, id: string): Promise<MeetingRow | undefined> {
  return of(db).selectFrom('plans.meeting').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function saveMeeting(
  db: Queryable,
  input: MeetingInput,
  by: { at: Date; name: string },
  current?: MeetingRow,
): Promise<MeetingRow> {
  const columns = {
    plan_id: input.planId,
    kind: input.kind,
    title: input.title,
    held_on: input.heldOn,
    place: input.place,
    chaired_by: input.chairedBy,
    agenda: input.agenda,
    minutes: input.minutes,
    unit_ids: sql<string[]>`${[...input.unitIds]}::uuid[]`,
    updated_at: by.at,
    updated_by_name: by.name,
  };
  if (!current) {
    return of(db)
      .insertInto('plans.meeting')
      .values({ ...columns, created_at: by.at })
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  return of(db)
    .updateTable('plans.meeting')
    .set({ ...columns, version: current.version + 1 })
    .where('id', '=', current.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Keeps items that are named by id, with their being done; drops the others; adds the new ones. */
export async function saveActionItems(
  db: Queryable,
  meetingId: string,
  items: MeetingInput['actionItems'],
): Promise<void> {
  const known = (await actionItemsOf(db, [meetingId])).map((item) => item.id);
  const kept = items.map((item) => item.id).filter((id) => id && known.includes(id)) as string[];
  const dropped = known.filter((id) => !kept.includes(id));
  if (dropped.length > 0) await of(db).deleteFrom('plans.action_item').where('id', 'in', dropped).execute();
  for (const [position, item] of items.entries()) {
    const columns = {
      position,
      text: item.text,
      task_id: item.taskId ?? null,
      unit_id: item.unitId ?? null,
      due_on: item.dueOn ?? null,
    };
    if (item.id && kept.includes(item.id)) {
      await of(db)
        .updateTable('plans.action_item')
        .set({ ...columns, version: sql`version + 1` })
        .where('id', '=', item.id)
        .execute();
    } else {
      await of(db)
        .insertInto('plans.action_item')
        .values({ ...columns, meeting_id: meetingId, done_at: null, done_note: null })
        .execute();
    }
  }
}

export async function actionItemsOf(db: Queryable, meetingIds: readonly string[]): Promise<ActionItemRow[]> {
  if (meetingIds.length === 0) return [];
  return of(db)
    .selectFrom('plans.action_item')
    .selectAll()
    .where('meeting_id', 'in', [...meetingIds])
    .orderBy('meeting_id')
    .orderBy('position')
    .execute();
}

export async function actionItemsOfTask(db: Queryable, taskId: string) {
  const rows = await of(db)
    .selectFrom('plans.action_item')
    .selectAll()
    .where('task_id', '=', taskId)
    .orderBy('due_on')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    meetingId: row.meeting_id,
    text: row.text,
    done: row.done,
    dueOn: row.due_on,
  }));
}

export async function lockActionItem(db: Queryable, id: string): Promise<ActionItemRow | undefined> {
  return of(db).selectFrom('plans.action_item').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

export async function setActionItemDone(
  db: Queryable,
  item: ActionItemRow,
  done: boolean,
  note: string | null,
  at: Date,
): Promise<ActionItemRow> {
  return of(db)
    .updateTable('plans.action_item')
    .set({ done, done_at: done ? at : null, done_note: note, version: item.version + 1 })
    .where('id', '=', item.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}
