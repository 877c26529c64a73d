import { sql } from 'kysely';
import type { Queryable } from '../../../platform/db/database.ts';
import { type CaseRow, caseTables } from '../case-tables.store.ts';
import type { Submissions } from './flood.ts';

const HOUR_MS = 3_600_000;

/** What came from a place within the last hour and day; a place has another key each day, so that none is followed for long. */
export async function submissionsFrom(
  db: Queryable,
  place: 'connection_key' | 'browser_key',
  keys: readonly string[],
  now: Date,
): Promise<Submissions> {
  const row = await caseTables(db)
    .selectFrom('cases.submission')
    .select((e) => [
      e.fn.countAll<number>().as('day'),
      e.fn
        .countAll<number>()
        .filterWhere('at', '>', new Date(now.getTime() - HOUR_MS))
        .as('hour'),
    ])
    .where(place, 'in', keys)
    .where('at', '>', new Date(now.getTime() - 24 * HOUR_MS))
    .executeTakeFirstOrThrow();
  return { hour: Number(row.hour), day: Number(row.day) };
}

export async function insertSubmission(
  db: Queryable,
  from: { readonly connection: string; readonly browser: string | null; readonly at: Date },
): Promise<void> {
  await caseTables(db)
    .insertInto('cases.submission')
    .values({ connection_key: from.connection, browser_key: from.browser, at: from.at })
    .execute();
}

/** Two that send the same words at the same instant are taken one after the other. */
export async function lockText(db: Queryable, textHash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`case text ${textHash}`}))`.execute(db);
}

/** The case to which the same words led within the time; the one that stays, when it was merged. */
export async function sameText(db: Queryable, textHash: string, since: Date): Promise<CaseRow | undefined> {
  const first = await caseTables(db)
    .selectFrom('cases.case')
    .selectAll()
    .where('text_hash', '=', textHash)
    .where('received_at', '>', since)
    .where('state', 'not in', ['awaitingCheck', 'rejected'])
    .orderBy('received_at')
    .limit(1)
    .executeTakeFirst();
  if (!first?.merged_into) return first;
  return caseTables(db).selectFrom('cases.case').selectAll().where('id', '=', first.merged_into).executeTakeFirst();
}

export function usedForm(db: Queryable, nonce: string) {
  return caseTables(db).selectFrom('cases.used_form').selectAll().where('nonce', '=', nonce).executeTakeFirst();
}

/** @returns false when it was used at the same moment by another request */
export async function markFormUsed(
  db: Queryable,
  use: { readonly nonce: string; readonly caseId: string; readonly textHash: string; readonly at: Date },
): Promise<boolean> {
  const row = await caseTables(db)
    .insertInto('cases.used_form')
    .values({ nonce: use.nonce, case_id: use.caseId, text_hash: use.textHash, at: use.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('nonce')
    .executeTakeFirst();
  return row !== undefined;
}

export async function forgetFlood(db: Queryable, before: Date): Promise<void> {
  await caseTables(db).deleteFrom('cases.submission').where('at', '<', before).execute();
  await caseTables(db).deleteFrom('cases.used_form').where('at', '<', before).execute();
}
