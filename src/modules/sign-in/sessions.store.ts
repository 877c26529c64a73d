import type { Generated } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

export type SessionMethod = 'password' | 'oidc';

type SessionTables = {
  'sign_in.session': {
    id: Generated<string>;
    token_hash: string;
    person_id: string;
    method: SessionMethod;
    device: string;
    created_at: Date;
    seen_at: Date;
  };
  'sign_in.credential': { person_id: string; changed_at: Date; must_change: boolean };
};

export interface Session {
  readonly id: string;
  readonly personId: string;
  readonly method: SessionMethod;
  readonly device: string;
  readonly createdAt: Date;
  readonly seenAt: Date;
}

/** With what is known of the person's password, so that one question answers each request. */
export interface OpenSession extends Session {
  readonly password: { readonly changedAt: Date; readonly mustChange: boolean } | null;
}

export async function findSession(db: Queryable, tokenHash: string): Promise<OpenSession | undefined> {
  const row = await db
    .withTables<SessionTables>()
    .selectFrom('sign_in.session as s')
    .leftJoin('sign_in.credential as c', 'c.person_id', 's.person_id')
    .selectAll('s')
    .select(['c.changed_at', 'c.must_change'])
    .where('s.token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!row) return undefined;
  const password = row.changed_at === null ? null : { changedAt: row.changed_at, mustChange: row.must_change === true };
  return { ...sessionOf(row), password };
}

export async function insertSession(
  db: Queryable,
  session: Omit<Session, 'id' | 'seenAt'> & { tokenHash: string },
): Promise<string> {
  const { id } = await db
    .withTables<SessionTables>()
    .insertInto('sign_in.session')
    .values({
      token_hash: session.tokenHash,
      person_id: session.personId,
      method: session.method,
      device: session.device,
      created_at: session.createdAt,
      seen_at: session.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

export async function markSeen(db: Queryable, id: string, at: Date): Promise<void> {
  await db
    .withTables<SessionTables>()
    .updateTable('sign_in.session')
    .set({ seen_at: at })
    .where('id', '=', id)
    .where('seen_at', '<', at)
    .execute();
}

export async function sessionsOf(db: Queryable, personId: string): Promise<Session[]> {
  const rows = await db
    .withTables<SessionTables>()
    .selectFrom('sign_in.session')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('seen_at', 'desc')
    .execute();
  return rows.map(sessionOf);
}

/** @returns false when the person has no such session */
export async function deleteSession(db: Queryable, personId: string, id: string): Promise<boolean> {
  const done = await db
    .withTables<SessionTables>()
    .deleteFrom('sign_in.session')
    .where('id', '=', id)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return done.numDeletedRows > 0n;
}

/** @param except id of the session that stays */
export async function deleteSessionsOf(db: Queryable, personId: string, except?: string): Promise<void> {
  let query = db.withTables<SessionTables>().deleteFrom('sign_in.session').where('person_id', '=', personId);
  if (except !== undefined) query = query.where('id', '!=', except);
  await query.execute();
}

export async function sweepSessions(db: Queryable, seenBefore: Date, createdBefore: Date): Promise<void> {
  await db
    .withTables<SessionTables>()
    .deleteFrom('sign_in.session')
    .where((e) => e.or([e('seen_at', '<', seenBefore), e('created_at', '<', createdBefore)]))
    .execute();
}

function sessionOf(row: {
  id: string;
  person_id: string;
  method: SessionMethod;
  device: string;
  created_at: Date;
  seen_at: Date;
}): Session {
  return {
    id: row.id,
    personId: row.person_id,
    method: row.method,
    device: row.device,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  };
}
