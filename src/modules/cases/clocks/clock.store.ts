import { sql } from 'kysely';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseTables } from '../case-tables.store.ts';
import type { ClockEvent } from '../clock/clock-event.ts';
import type { Reckoned } from './reckon.ts';

/** In their order. */
export async function clockEventsOf(db: Queryable, caseId: string): Promise<ClockEvent[]> {
  const rows = await caseTables(db)
    .selectFrom('cases.clock_event')
    .select('event')
    .where('case_id', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map((row) => row.event);
}

/** When the answer that came last was put on record; null: there was none. */
export async function lastAnswerAt(db: Queryable, caseId: string): Promise<Date | null> {
  const row = await caseTables(db)
    .selectFrom('cases.clock_event')
    .select('at')
    .where('case_id', '=', caseId)
    .where(sql<string>`event ->> 'type'`, '=', 'answered')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

/** Behind those that are there; a second process that appends at the same place fails on the number. */
export async function appendClockEvents(
  db: Queryable,
  caseId: string,
  before: number,
  events: readonly ClockEvent[],
  by: { readonly at: Date; readonly name: string },
): Promise<void> {
  if (events.length === 0) return;
  await caseTables(db)
    .insertInto('cases.clock_event')
    .values(
      events.map((event, index) => ({
        case_id: caseId,
        seq: before + index + 1,
        event: JSON.stringify(event),
        at: by.at,
        by_name: by.name,
      })),
    )
    .execute();
}

export async function putClock(
  db: Queryable,
  caseId: string,
  { state, explanation }: Reckoned,
  of: { readonly basis: string; readonly events: number },
): Promise<void> {
  const row = { state, basis: of.basis, events: of.events, explanation: JSON.stringify(explanation) };
  await caseTables(db)
    .insertInto('cases.clock')
    .values({ case_id: caseId, ...row })
    .onConflict((conflict) => conflict.column('case_id').doUpdateSet(row))
    .execute();
}

export function clockOf(db: Queryable, caseId: string) {
  return caseTables(db).selectFrom('cases.clock').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}

export async function addDueChange(
  db: Queryable,
  change: { caseId: string; at: Date; from: LocalDate | null; to: LocalDate | null; why: string },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.due_history')
    .values({ case_id: change.caseId, at: change.at, from_on: change.from, to_on: change.to, why: change.why })
    .execute();
}

export function dueHistoryOf(db: Queryable, caseId: string) {
  return caseTables(db)
    .selectFrom('cases.due_history')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
}

/** A case brings its own earliest day and those of the open ones merged into it; its reply answers them all. */
export async function refreshUrgent(db: Queryable, caseId: string): Promise<void> {
  await sql`
    update cases."case" as c set
      merged_count = merged.count,
      urgent_on = case when merged.due_on < c.due_on or c.due_on is null then coalesce(merged.due_on, c.due_on) else c.due_on end
    from (
      select count(*)::int as count, min(due_on) filter (where answered_on is null) as due_on
      from cases."case" where merged_into = ${caseId}::uuid
    ) as merged
    where c.id = ${caseId}::uuid`.execute(db);
}
