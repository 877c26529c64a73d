import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import type { Direction } from '../filing/filing-words.ts';
import type { Peer } from './peer.ts';
import type { PeerInput } from './peers.contract.ts';

const COLUMNS = sql`id, code, name, direction, base_url as "baseUrl", public_key as "publicKey", log_key as "logKey",
  alarm_hours as "alarmHours", is_active as "isActive", failures, next_attempt_at as "nextAttemptAt",
  last_error as "lastError", version`;

export async function listPeers(db: Queryable, direction?: Direction): Promise<Peer[]> {
  const where = direction ? sql`where direction = ${direction}` : sql``;
  return (await sql<Peer>`select ${COLUMNS} from exchange.peer ${where} order by direction desc, name, id`.execute(db))
    .rows;
}

export async function findPeer(db: Queryable, id: string): Promise<Peer | undefined> {
  return (await sql<Peer>`select ${COLUMNS} from exchange.peer where id = ${id}::uuid`.execute(db)).rows[0];
}

export async function insertPeer(db: Queryable, input: PeerInput, at: Date): Promise<string> {
  const result = await sql<{ id: string }>`
    insert into exchange.peer (code, name, direction, base_url, public_key, log_key, alarm_hours, is_active, created_at, updated_at)
    values (${input.code}, ${input.name}, ${input.direction}, ${input.baseUrl}, ${input.publicKey}, ${input.logKey},
      ${input.alarmHours}, ${input.isActive}, ${at}, ${at})
    returning id`.execute(db);
  return result.rows[0]?.id ?? '';
}

/** A peer that was mended is tried at once. @returns false when somebody else wrote meanwhile */
export async function updatePeer(db: Queryable, id: string, version: number, input: PeerInput, at: Date) {
  const result = await sql<{ id: string }>`
    update exchange.peer set name = ${input.name}, base_url = ${input.baseUrl}, public_key = ${input.publicKey},
      log_key = ${input.logKey}, alarm_hours = ${input.alarmHours}, is_active = ${input.isActive}, updated_at = ${at},
      failures = 0, next_attempt_at = null, last_error = null, version = version + 1
    where id = ${id}::uuid and version = ${version} returning id`.execute(db);
  return result.rows.length > 0;
}

/** Whether another peer has this code, or in this direction this key. */
export async function takenBy(db: Queryable, input: PeerInput, exceptId: string | null) {
  const result = await sql<{ code: string; public_key: string }>`
    select code, public_key from exchange.peer
    where id is distinct from ${exceptId}::uuid
      and (code = ${input.code} or (direction = ${input.direction} and public_key = ${input.publicKey}))`.execute(db);
  return result.rows;
}

/** The other side could not be reached, or can again. */
export async function setReach(
  db: Queryable,
  id: string,
  reach: { failures: number; nextAttemptAt: Date | null; lastError: string | null },
): Promise<void> {
  await sql`update exchange.peer set failures = ${reach.failures}, next_attempt_at = ${reach.nextAttemptAt},
    last_error = ${reach.lastError} where id = ${id}::uuid`.execute(db);
}

/** @returns false when the nonce was used before */
export async function spendNonce(db: Queryable, keyId: string, nonce: string, expires: Date): Promise<boolean> {
  const result =
    await sql`insert into exchange.nonce (key_id, nonce, expires_at) values (${keyId}, ${nonce}, ${expires})
    on conflict do nothing returning nonce`.execute(db);
  return result.rows.length > 0;
}

export async function forgetNonces(db: Queryable, before: Date): Promise<void> {
  await sql`delete from exchange.nonce where expires_at < ${before}`.execute(db);
}
