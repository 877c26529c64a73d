import type { Generated } from 'kysely';
import type { Queryable } from '../../platform/db/database.ts';

type CredentialTables = {
  'sign_in.credential': { person_id: string; hash: string; changed_at: Date; must_change: boolean };
  'sign_in.old_password': { id: Generated<number>; person_id: string; hash: string };
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
