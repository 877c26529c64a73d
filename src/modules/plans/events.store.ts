import type { Actor } from '../../kernel/permissions.ts';
import type { Change } from '../../platform/change/change.ts';
import type { Queryable } from '../../platform/db/database.ts';
import { ledger } from './plan-tables.store.ts';
import type { HistoryEntry } from './tasks/tasks.contract.ts';

export interface NewEvent {
  readonly planId: string;
  readonly taskId?: string | null;
  readonly assignmentId?: string | null;
  readonly unitId?: string | null;
  readonly kind: string;
  /** Chinese sentence. */
  readonly text: string;
  readonly changes?: HistoryEntry['changes'];
  /** Version of the changed row after the event. */
  readonly version?: number;
}

/** Adds to the history people read; the audit chain is written beside it by the change. */
export async function addEvents(change: Change, events: readonly NewEvent[]): Promise<void> {
  for (let start = 0; start < events.length; start += 1000) {
    await ledger(change.tx)
      .insertInto('plans.event')
      .values(
        events.slice(start, start + 1000).map((event) => ({
          plan_id: event.planId,
          task_id: event.taskId ?? null,
          assignment_id: event.assignmentId ?? null,
          unit_id: event.unitId ?? null,
          at: change.at,
          by_person: personIdOf(change.actor),
          by_name: nameOf(change.actor),
          kind: event.kind,
          text: event.text,
          changes: JSON.stringify(event.changes ?? []),
          version: event.version ?? null,
        })),
      )
      .execute();
  }
}

export type EventRow = Awaited<ReturnType<typeof eventsOf>>[number];

/** Newest first. */
export async function eventsOf(
  db: Queryable,
  of: { planId: string } | { taskId: string } | { assignmentId: string },
  limit = 200,
) {
  const query = ledger(db).selectFrom('plans.event').selectAll().orderBy('id', 'desc').limit(limit);
  if ('planId' in of) return query.where('plan_id', '=', of.planId).where('task_id', 'is', null).execute();
  if ('taskId' in of) return query.where('task_id', '=', of.taskId).execute();
  return query.where('assignment_id', '=', of.assignmentId).execute();
}

/** Fields changed in a row after the version that an editor saw, for the `stale` answer. */
export async function changedSince(
  db: Queryable,
  of: { planId: string } | { taskId: string } | { assignmentId: string },
  seen: number,
): Promise<{ changed: string[]; labels: string[]; by: string | undefined; at: Date | undefined }> {
  let query = ledger(db).selectFrom('plans.event').selectAll().where('version', '>', seen).orderBy('id', 'desc');
  if ('planId' in of) query = query.where('plan_id', '=', of.planId).where('task_id', 'is', null);
  else if ('taskId' in of) query = query.where('task_id', '=', of.taskId).where('assignment_id', 'is', null);
  else query = query.where('assignment_id', '=', of.assignmentId);
  const rows = await query.limit(50).execute();
  const changes = rows.flatMap((row) => row.changes);
  return {
    changed: [...new Set(changes.map((change) => change.field))],
    labels: [...new Set(changes.map((change) => change.label))],
    by: rows[0]?.by_name,
    at: rows[0]?.at,
  };
}

export function personIdOf(actor: Actor): string | null {
  return actor.type === 'person' ? actor.personId : null;
}

export function nameOf(actor: Actor): string {
  return actor.type === 'person' ? actor.name : '系统';
}
