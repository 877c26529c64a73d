import type { Generated } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

type IdentityTables = {
  'sign_in.identity': {
    issuer: string;
    subject: string;
    person_id: string;
    label: string | null;
    linked_at: Date;
    linked_by: string | null;
  };
  'sign_in.unlinked_identity': {
    id: Generated<string>;
    issuer: string;
    subject: string;
    label: string | null;
    seen_at: Date;
  };
  'sign_in.oidc_attempt': {
    state_hash: string;
    nonce: string;
    verifier: string;
    return_to: string;
    link_person_id: string | null;
    created_at: Date;
  };
};

/** Whom a provider vouches for: the pair is unique, an e-mail address proves nothing. */
export interface ProviderSubject {
  readonly issuer: string;
  readonly subject: string;
  /** Name or account there, so that an administrator knows the person again. */
  readonly label: string | null;
}

export interface Attempt {
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly linkPersonId: string | null;
  readonly createdAt: Date;
}

export async function insertAttempt(db: Queryable, stateHash: string, attempt: Attempt): Promise<void> {
  await db
    .withTables<IdentityTables>()
    .insertInto('sign_in.oidc_attempt')
    .values({
      state_hash: stateHash,
      nonce: attempt.nonce,
      verifier: attempt.verifier,
      return_to: attempt.returnTo,
      link_person_id: attempt.linkPersonId,
      created_at: attempt.createdAt,
    })
    .execute();
}

/** Each attempt is good for one answer. */
export async function takeAttempt(db: Queryable, stateHash: string): Promise<Attempt | undefined> {
  const row = await db
    .withTables<IdentityTables>()
    .deleteFrom('sign_in.oidc_attempt')
    .where('state_hash', '=', stateHash)
    .returningAll()
    .executeTakeFirst();
  return (
    row && {
      nonce: row.nonce,
      verifier: row.verifier,
      returnTo: row.return_to,
      linkPersonId: row.link_person_id,
      createdAt: row.created_at,
    }
  );
}

export async function sweepAttempts(db: Queryable, before: Date): Promise<void> {
  await db.withTables<IdentityTables>().deleteFrom('sign_in.oidc_attempt').where('created_at', '<', before).execute();
}

export async function personOfIdentity(db: Queryable, who: ProviderSubject): Promise<string | undefined> {
  const row = await db
    .withTables<IdentityTables>()
    .selectFrom('sign_in.identity')
    .select('person_id')
    .where('issuer', '=', who.issuer)
    .where('subject', '=', who.subject)
    .executeTakeFirst();
  return row?.person_id;
}

export async function identitiesOf(db: Queryable, personId: string) {
  const rows = await db
    .withTables<IdentityTables>()
    .selectFrom('sign_in.identity')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .execute();
  return rows.map(({ issuer, subject, label, linked_at }) => ({ issuer, subject, label, linkedAt: linked_at }));
}

/** @returns false when the identity, or the person at this provider, is linked already */
export async function insertIdentity(
  db: Queryable,
  who: ProviderSubject,
  personId: string,
  by: { at: Date; personId: string | null },
): Promise<boolean> {
  const tables = db.withTables<IdentityTables>();
  const done = await tables
    .insertInto('sign_in.identity')
    .values({ ...who, person_id: personId, linked_at: by.at, linked_by: by.personId })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst();
  if (!done) return false;
  await tables
    .deleteFrom('sign_in.unlinked_identity')
    .where('issuer', '=', who.issuer)
    .where('subject', '=', who.subject)
    .execute();
  return true;
}

export async function deleteIdentities(db: Queryable, personId: string): Promise<number> {
  const done = await db
    .withTables<IdentityTables>()
    .deleteFrom('sign_in.identity')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Number(done.numDeletedRows);
}

export async function rememberUnlinked(db: Queryable, who: ProviderSubject, at: Date): Promise<void> {
  await db
    .withTables<IdentityTables>()
    .insertInto('sign_in.unlinked_identity')
    .values({ ...who, seen_at: at })
    .onConflict((conflict) => conflict.columns(['issuer', 'subject']).doUpdateSet({ label: who.label, seen_at: at }))
    .execute();
}

export async function listUnlinked(db: Queryable) {
  const rows = await db
    .withTables<IdentityTables>()
    .selectFrom('sign_in.unlinked_identity')
    .selectAll()
    .orderBy('seen_at', 'desc')
    .limit(200)
    .execute();
  return rows.map(({ seen_at, ...row }) => ({ ...row, seenAt: seen_at }));
}

export async function findUnlinked(db: Queryable, id: string): Promise<ProviderSubject | undefined> {
  return db
    .withTables<IdentityTables>()
    .selectFrom('sign_in.unlinked_identity')
    .select(['issuer', 'subject', 'label'])
    .where('id', '=', id)
    .executeTakeFirst();
}
