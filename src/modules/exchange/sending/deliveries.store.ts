import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { FilingFacts } from '../filing/filing-event.ts';
import type { Receipt } from '../filing/filing-message.ts';
import type { FilingEvent } from '../filing/filing-words.ts';
import type { Delivery } from './delivery.ts';

export const DELIVERY_COLUMNS = sql`d.id, d.peer_id as "peerId", d.publication_id as "publicationId", d.ordinal, d.unit_id as "unitId",
  d.event, d.state, d.state_hash as "stateHash", d.facts, d.reasons, d.receipt, d.receipt_number as "receiptNumber", d.attempts,
  d.next_attempt_at as "nextAttemptAt", d.last_error as "lastError", d.created_at as "createdAt", d.settled_at as "settledAt"`;

export interface Owed {
  readonly publicationId: string;
  readonly stateHash: string;
  readonly facts: FilingFacts;
  readonly unitId: string;
  /** Of the newest delivery; 0 when there is none. */
  readonly ordinal: number;
  /** Of the newest one with a receipt. */
  readonly before: FilingFacts | null;
}

/** What the peer was never sent in the state it has now; found from state alone. @param ids absent: of the whole register */
export async function owedTo(
  db: Queryable,
  peerId: string,
  ids: readonly string[] | null,
  limit: number,
): Promise<Owed[]> {
  const some = ids === null ? sql`true` : sql`s.publication_id = any(${[...ids]}::uuid[])`;
  return (
    await sql<Owed>`
      select s.publication_id as "publicationId", s.state_hash as "stateHash", s.facts, s.unit_id as "unitId",
        coalesce(newest.ordinal, 0) as ordinal, receipted.facts as before
      from exchange.seen s
      left join lateral (
        select ordinal, state_hash from exchange.delivery
        where peer_id = ${peerId}::uuid and publication_id = s.publication_id order by ordinal desc limit 1
      ) newest on true
      left join lateral (
        select facts from exchange.delivery
        where peer_id = ${peerId}::uuid and publication_id = s.publication_id and state = 'receipted'
        order by ordinal desc limit 1
      ) receipted on true
      where ${some} and newest.state_hash is distinct from s.state_hash
        and not (newest.state_hash is null and s.facts ->> 'life' = 'discarded')
      order by s.publication_id limit ${limit}`.execute(db)
  ).rows;
}

/** Puts a delivery in the row; an earlier one still under way is overtaken by it. Two at once: one of them is made. */
export async function putDelivery(
  db: Queryable,
  peerId: string,
  owed: Owed,
  event: FilingEvent,
  at: Date,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`exchange.delivery ${peerId} ${owed.publicationId}`}))`.execute(db);
  const newest = await sql<{ ordinal: number }>`select coalesce(max(ordinal), 0) as ordinal from exchange.delivery
    where peer_id = ${peerId}::uuid and publication_id = ${owed.publicationId}::uuid`.execute(db);
  if (Number(newest.rows[0]?.ordinal) !== owed.ordinal) return;
  // What the other side or the line said of an earlier state may quote words that were erased since.
  await sql`update exchange.delivery set state = 'superseded', settled_at = ${at}, reasons = '[]', last_error = null
    where peer_id = ${peerId}::uuid and publication_id = ${owed.publicationId}::uuid and state in ('waiting', 'refused')`.execute(
    db,
  );
  if (event === 'erased') await forgetStates(db, peerId, owed.publicationId);
  await sql`insert into exchange.delivery
      (peer_id, publication_id, ordinal, unit_id, event, state_hash, facts, next_attempt_at, created_at)
    values (${peerId}::uuid, ${owed.publicationId}::uuid, ${owed.ordinal + 1}, ${owed.unitId}::uuid, ${event},
      ${owed.stateHash}, ${JSON.stringify(owed.facts)}::jsonb, ${at}, ${at})`.execute(db);
}

/** By law no hash of erased words stays from which they could be guessed; that it was filed and receipted stays. */
async function forgetStates(db: Queryable, peerId: string, publicationId: string): Promise<void> {
  await sql`update exchange.delivery set state_hash = '', facts = facts - 'recordHash',
      receipt = case when receipt is null then null else jsonb_build_object('receiptNumber', receipt_number) end
    where peer_id = ${peerId}::uuid and publication_id = ${publicationId}::uuid`.execute(db);
}

/** Takes what is due, the oldest first, for two minutes: another worker takes others, and after a death they are free again. */
export async function takeDue(
  db: Queryable,
  peerId: string,
  now: Date,
  until: Date,
  limit: number,
): Promise<Delivery[]> {
  const result = await sql<Delivery>`
    update exchange.delivery d set taken_until = ${until}, attempts = attempts + 1
    where d.id in (
      select id from exchange.delivery
      where peer_id = ${peerId}::uuid and state = 'waiting' and next_attempt_at <= ${now}
        and (taken_until is null or taken_until <= ${now})
      order by created_at, id limit ${limit} for update skip locked)
    returning ${DELIVERY_COLUMNS}`.execute(db);
  return result.rows;
}

export async function receipted(db: Queryable, id: string, receipt: Receipt, at: Date): Promise<boolean> {
  const result =
    await sql`update exchange.delivery set state = 'receipted', receipt = ${JSON.stringify(receipt)}::jsonb,
      receipt_number = ${receipt.receiptNumber}, settled_at = ${at}, last_error = null, reasons = '[]', taken_until = null
    where id = ${id}::uuid and state = 'waiting' returning id`.execute(db);
  return result.rows.length > 0;
}

export async function refused(db: Queryable, id: string, reasons: readonly string[], at: Date): Promise<boolean> {
  const result = await sql`update exchange.delivery set state = 'refused', reasons = ${JSON.stringify(reasons)}::jsonb,
      refused_once = true, settled_at = ${at}, last_error = null, taken_until = null
    where id = ${id}::uuid and state = 'waiting' returning id`.execute(db);
  return result.rows.length > 0;
}

export async function failed(db: Queryable, id: string, message: string, next: Date): Promise<void> {
  await sql`update exchange.delivery set last_error = ${message}, next_attempt_at = ${next}, taken_until = null
    where id = ${id}::uuid and state = 'waiting'`.execute(db);
}

/** Free for the next round at once. */
export async function giveBack(db: Queryable, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`update exchange.delivery set taken_until = null where id = any(${[...ids]}::uuid[])`.execute(db);
}

/** The receiver has seen later ones: this database was put back to an older day. */
export async function moveBehind(db: Queryable, id: string, ordinal: number): Promise<void> {
  await sql`update exchange.delivery set ordinal = ${ordinal}, taken_until = null where id = ${id}::uuid and state = 'waiting'`.execute(
    db,
  );
}

/** Sends again what was refused or waits, now. @returns how many */
export async function tryAgain(
  db: Queryable,
  where: { readonly id?: string; readonly peerId?: string; readonly publicationIds?: readonly string[] },
  now: Date,
): Promise<number> {
  const parts = [
    sql`state in ('waiting', 'refused')`,
    ...(where.id ? [sql`id = ${where.id}::uuid`] : []),
    ...(where.peerId ? [sql`peer_id = ${where.peerId}::uuid`] : []),
    ...(where.publicationIds ? [sql`publication_id = any(${[...where.publicationIds]}::uuid[])`] : []),
  ];
  const result = await sql`update exchange.delivery set state = 'waiting', next_attempt_at = ${now}, taken_until = null,
    settled_at = null, reasons = '[]' where ${sql.join(parts, sql` and `)} returning id`.execute(db);
  return result.rows.length;
}

/** Makes the next look find it owed, although it bears a receipt: the other side says it does not have it. */
export async function forgetReceipts(db: Queryable, peerId: string, publicationIds: readonly string[]): Promise<void> {
  await sql`update exchange.delivery set state_hash = '' where peer_id = ${peerId}::uuid
    and publication_id = any(${[...publicationIds]}::uuid[]) and state = 'receipted'`.execute(db);
}

export async function findDelivery(db: Queryable, id: string): Promise<Delivery | undefined> {
  return (await sql<Delivery>`select ${DELIVERY_COLUMNS} from exchange.delivery d where d.id = ${id}::uuid`.execute(db))
    .rows[0];
}

/** The newest delivery of each publication, by publication. */
export async function newestDeliveries(db: Queryable, peerId: string, ids: readonly string[]): Promise<Delivery[]> {
  if (ids.length === 0) return [];
  return (
    await sql<Delivery>`select distinct on (d.publication_id) ${DELIVERY_COLUMNS} from exchange.delivery d
      where d.peer_id = ${peerId}::uuid and d.publication_id = any(${[...ids]}::uuid[])
      order by d.publication_id, d.ordinal desc`.execute(db)
  ).rows;
}
