import { type Generated, sql } from 'kysely';
import type { Queryable } from '../db/database.ts';

type OutboxTables = {
  'outbox.event': {
    id: Generated<number>;
    name: string;
    payload: unknown;
    happened_at: Date;
    delivered_at: Date | null;
    attempts: Generated<number>;
    retry_at: Generated<Date | null>;
    failure: Generated<string | null>;
  };
};

export interface OutboxEvent {
  readonly id: number;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
  /** Failed attempts so far. */
  readonly attempts: number;
}

/** A statement takes 65,535 values at most. */
const CHUNK = 5_000;

/** In the order given. */
export async function appendEvents(
  db: Queryable,
  events: readonly { readonly name: string; readonly payload: Readonly<Record<string, unknown>> }[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < events.length; from += CHUNK) {
    const rows = events.slice(from, from + CHUNK).map(({ name, payload }) => ({
      name,
      payload: sql`${JSON.stringify(payload)}::jsonb`,
      happened_at: at,
    }));
    await db.withTables<OutboxTables>().insertInto('outbox.event').values(rows).execute();
  }
}

/** What is due at `now`, oldest first. One deliverer runs at a time, see jobs/worker.ts. */
export async function listUndelivered(db: Queryable, now: Date, limit: number): Promise<OutboxEvent[]> {
  const rows = await db
    .withTables<OutboxTables>()
    .selectFrom('outbox.event')
    .selectAll()
    .where('delivered_at', 'is', null)
    .where((e) => e.or([e('retry_at', 'is', null), e('retry_at', '<=', now)]))
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    payload: row.payload as Record<string, unknown>,
    happenedAt: row.happened_at,
    attempts: row.attempts,
  }));
}

export async function anyUndelivered(db: Queryable, now: Date): Promise<boolean> {
  return (await listUndelivered(db, now, 1)).length > 0;
}

export async function markDelivered(db: Queryable, id: number, at: Date): Promise<void> {
  await db
    .withTables<OutboxTables>()
    .updateTable('outbox.event')
    .set({ delivered_at: at, failure: null })
    .where('id', '=', id)
    .execute();
}

export async function postpone(db: Queryable, id: number, retryAt: Date, failure: string): Promise<void> {
  await db
    .withTables<OutboxTables>()
    .updateTable('outbox.event')
    .set((e) => ({ attempts: e('attempts', '+', 1), retry_at: retryAt, failure }))
    .where('id', '=', id)
    .execute();
}

/** Delivered events are kept for a while to find out what happened, not for ever. */
export async function forgetDelivered(db: Queryable, before: Date): Promise<void> {
  await db.withTables<OutboxTables>().deleteFrom('outbox.event').where('delivered_at', '<', before).execute();
}
