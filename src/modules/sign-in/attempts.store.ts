import type { Queryable } from '../../platform/db/database.ts';
import type { Throttle } from './lock-out.ts';

type AttemptTables = {
  'sign_in.throttle': {
    account_key: string;
    place_key: string;
    failures: number;
    rounds: number;
    last_at: Date;
    locked_until: Date | null;
  };
  'sign_in.known_device': { person_id: string; token_hash: string; seen_at: Date };
};

/** Both as hashes; an empty place means all unknown places together. */
export interface ThrottleKey {
  readonly account: string;
  readonly place: string;
}

/** Holds the row until the transaction ends, so that attempts at once are counted one after another. */
export async function lockThrottle(db: Queryable, key: ThrottleKey, now: Date): Promise<Throttle | undefined> {
  const tables = db.withTables<AttemptTables>();
  const inserted = await tables
    .insertInto('sign_in.throttle')
    .values({ account_key: key.account, place_key: key.place, failures: 0, rounds: 0, last_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_key')
    .executeTakeFirst();
  if (inserted) return undefined;
  const row = await tables
    .selectFrom('sign_in.throttle')
    .selectAll()
    .where('account_key', '=', key.account)
    .where('place_key', '=', key.place)
    .forUpdate()
    .executeTakeFirst();
  return row && { failures: row.failures, rounds: row.rounds, lastAt: row.last_at, lockedUntil: row.locked_until };
}

/** Of a row that is locked. */
export async function writeThrottle(db: Queryable, key: ThrottleKey, throttle: Throttle): Promise<void> {
  await db
    .withTables<AttemptTables>()
    .updateTable('sign_in.throttle')
    .set({
      failures: throttle.failures,
      rounds: throttle.rounds,
      last_at: throttle.lastAt,
      locked_until: throttle.lockedUntil,
    })
    .where('account_key', '=', key.account)
    .where('place_key', '=', key.place)
    .execute();
}

/** The attempts of one place turned out to be the owner's: they no longer speak against other places. */
export async function forgetPlace(db: Queryable, key: ThrottleKey): Promise<void> {
  const tables = db.withTables<AttemptTables>();
  const own = await tables
    .deleteFrom('sign_in.throttle')
    .where('account_key', '=', key.account)
    .where('place_key', '=', key.place)
    .returning('failures')
    .executeTakeFirst();
  if (!own) return;
  await tables
    .updateTable('sign_in.throttle')
    .set((row) => ({ failures: row.fn<number>('greatest', [row('failures', '-', own.failures), row.lit(0)]) }))
    .where('account_key', '=', key.account)
    .where('place_key', '=', '')
    .execute();
}

export async function forgetAccount(db: Queryable, account: string): Promise<void> {
  await db.withTables<AttemptTables>().deleteFrom('sign_in.throttle').where('account_key', '=', account).execute();
}

export async function sweepThrottles(db: Queryable, before: Date): Promise<void> {
  await db
    .withTables<AttemptTables>()
    .deleteFrom('sign_in.throttle')
    .where((row) => row(row.fn.coalesce('locked_until', 'last_at'), '<', before))
    .execute();
}

export async function isKnownDevice(db: Queryable, personId: string, hash: string, since: Date): Promise<boolean> {
  const row = await db
    .withTables<AttemptTables>()
    .selectFrom('sign_in.known_device')
    .select('person_id')
    .where('person_id', '=', personId)
    .where('token_hash', '=', hash)
    .where('seen_at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}

/** @param keep how many of the person's devices stay, the last used first */
export async function rememberDevice(
  db: Queryable,
  device: { personId: string; hash: string; at: Date },
  keep: number,
): Promise<void> {
  const tables = db.withTables<AttemptTables>();
  await tables
    .insertInto('sign_in.known_device')
    .values({ person_id: device.personId, token_hash: device.hash, seen_at: device.at })
    .onConflict((conflict) => conflict.columns(['person_id', 'token_hash']).doUpdateSet({ seen_at: device.at }))
    .execute();
  await tables
    .deleteFrom('sign_in.known_device')
    .where('person_id', '=', device.personId)
    .where('token_hash', 'not in', (e) =>
      e
        .selectFrom('sign_in.known_device')
        .select('token_hash')
        .where('person_id', '=', device.personId)
        .orderBy('seen_at', 'desc')
        .orderBy('token_hash')
        .limit(keep),
    )
    .execute();
}

export async function forgetDevices(db: Queryable, personId: string): Promise<void> {
  await db.withTables<AttemptTables>().deleteFrom('sign_in.known_device').where('person_id', '=', personId).execute();
}

export async function sweepDevices(db: Queryable, before: Date): Promise<void> {
  await db.withTables<AttemptTables>().deleteFrom('sign_in.known_device').where('seen_at', '<', before).execute();
}
