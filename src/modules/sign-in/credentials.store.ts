import { type Generated, sql } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';
import type { Throttle } from './lock-out.ts';

type CredentialTables = {
  'sign_in.credential': { person_id: string; hash: string; changed_at: Date; must_change: boolean };
  'sign_in.old_password': { id: Generated<number>; person_id: string; hash: string };
  'sign_in.throttle': { account_key: string; failures: number; first_at: Date; locked_until: Date | null };
};

export interface Credential {
  readonly hash: string;
  readonly changedAt: Date;
  readonly mustChange: boolean;
}

export async function findCredential(db: Queryable, personId: string): Promise<Credential | undefined> {
  const row = await db
    .withTables<CredentialTables>()
    .selectFrom('sign_in.credential')
    .selectAll()
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && { hash: row.hash, changedAt: row.changed_at, mustChange: row.must_change };
}

/** Sets the password; the one before goes to the old ones, of which `keep` stay. */
export async function writeCredential(
  db: Queryable,
  personId: string,
  credential: Credential,
  keep: number,
): Promise<void> {
  const tables = db.withTables<CredentialTables>();
  const row = { hash: credential.hash, changed_at: credential.changedAt, must_change: credential.mustChange };
  await tables
    .insertInto('sign_in.credential')
    .values({ person_id: personId, ...row })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(row))
    .execute();
  await tables.insertInto('sign_in.old_password').values({ person_id: personId, hash: credential.hash }).execute();
  await tables
    .deleteFrom('sign_in.old_password')
    .where('person_id', '=', personId)
    .where('id', 'not in', (e) =>
      e
        .selectFrom('sign_in.old_password')
        .select('id')
        .where('person_id', '=', personId)
        .orderBy('id', 'desc')
        .limit(keep),
    )
    .execute();
}

/** Same password, newer parameters: neither its age nor the old ones change. */
export async function replaceHash(db: Queryable, personId: string, before: string, hash: string): Promise<void> {
  await db
    .withTables<CredentialTables>()
    .updateTable('sign_in.credential')
    .set({ hash })
    .where('person_id', '=', personId)
    .where('hash', '=', before)
    .execute();
}

/** Hashes of the last passwords, the present one included. */
export async function oldHashes(db: Queryable, personId: string): Promise<string[]> {
  const rows = await db
    .withTables<CredentialTables>()
    .selectFrom('sign_in.old_password')
    .select('hash')
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => row.hash);
}

/** Holds the row until the transaction ends, so that attempts at once are counted one after another. */
export async function lockThrottle(db: Queryable, accountKey: string, now: Date): Promise<Throttle | undefined> {
  const tables = db.withTables<CredentialTables>();
  const inserted = await tables
    .insertInto('sign_in.throttle')
    .values({ account_key: accountKey, failures: 0, first_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('account_key')
    .executeTakeFirst();
  if (inserted) return undefined;
  const row = await tables
    .selectFrom('sign_in.throttle')
    .selectAll()
    .where('account_key', '=', accountKey)
    .forUpdate()
    .executeTakeFirst();
  return row && { failures: row.failures, firstAt: row.first_at, lockedUntil: row.locked_until };
}

export async function writeThrottle(db: Queryable, accountKey: string, throttle: Throttle): Promise<void> {
  const row = { failures: throttle.failures, first_at: throttle.firstAt, locked_until: throttle.lockedUntil };
  await db
    .withTables<CredentialTables>()
    .insertInto('sign_in.throttle')
    .values({ account_key: accountKey, ...row })
    .onConflict((conflict) => conflict.column('account_key').doUpdateSet(row))
    .execute();
}

export async function clearThrottle(db: Queryable, accountKey: string): Promise<void> {
  await db
    .withTables<CredentialTables>()
    .deleteFrom('sign_in.throttle')
    .where('account_key', '=', accountKey)
    .execute();
}

export async function sweepThrottles(db: Queryable, before: Date): Promise<void> {
  await db
    .withTables<CredentialTables>()
    .deleteFrom('sign_in.throttle')
    .where('first_at', '<', before)
    .where(sql<boolean>`(locked_until is null or locked_until < ${before})`)
    .execute();
}
