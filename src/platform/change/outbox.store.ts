import { type Generated, sql } from 'kysely';
import type { Queryable } from '../db/database.ts';

type OutboxTables = {
  'outbox.event': {
    id: Generated<number>;
    name: string;
    payload: unknown;
    happened_at: Date;
    delivered_at: Date | null;
  };
};

export interface OutboxEvent {
  readonly id: number;
  readonly name: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly happenedAt: Date;
}

export async function appendEvent(
  db: Queryable,
  name: string,
  payload: Readonly<Record<string, unknown>>,
  at: Date,
): Promise<void> {
  await db
    .withTables<OutboxTables>()
    .insertInto('outbox.event')
    .values({ name, payload: sql`${JSON.stringify(payload)}::jsonb`, happened_at: at })
    .execute();
}

/** Oldest first; rows another worker holds are passed over. Call inside the transaction that marks them delivered. */
export async function takeUndelivered(db: Queryable, limit: number): Promise<OutboxEvent[]> {
  const rows = await db
    .withTables<OutboxTables>()
    .selectFrom('outbox.event')
    .selectAll()
    .where('delivered_at', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    payload: row.payload as Record<string, unknown>,
    happenedAt: row.happened_at,
  }));
}

export async function markDelivered(db: Queryable, ids: readonly number[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .withTables<OutboxTables>()
    .updateTable('outbox.event')
    .set({ delivered_at: at })
    .where('id', 'in', ids)
    .execute();
}
