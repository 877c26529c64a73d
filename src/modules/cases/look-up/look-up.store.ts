import type { Queryable } from '../../../platform/db/database.ts';
import { type CaseRow, caseTables } from '../case-tables.store.ts';
import type { Tries } from './look-up-wait.ts';

/** One question whether number or secret is wrong: an index that knows the hash of both together. */
export function findByLookUp(db: Queryable, hash: string): Promise<CaseRow | undefined> {
  return caseTables(db).selectFrom('cases.case').selectAll().where('look_up_hash', '=', hash).executeTakeFirst();
}

/**
 * What came before under each key. Until the end of the transaction no other try under one of them is decided, so that tries sent at once
 * are decided one after another.
 */
export async function lockTries(db: Queryable, keys: readonly string[], now: Date): Promise<Map<string, Tries>> {
  const rows = await caseTables(db)
    .insertInto('cases.look_up_try')
    // Always in the same order, so that two never wait for each other.
    .values([...keys].sort().map((key) => ({ key, failures: 0, last_at: now })))
    // Nothing changes, but a row that stands is held, and told, in the same statement.
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((e) => ({ failures: e.ref('cases.look_up_try.failures') })),
    )
    .returningAll()
    .execute();
  return new Map(rows.map((row) => [row.key, { failures: row.failures, lastAt: row.last_at }]));
}

/** One more wrong try under each key, which are locked. */
export async function countTries(db: Queryable, keys: readonly string[], now: Date, forgotten: Date): Promise<void> {
  for (const key of keys) {
    await caseTables(db)
      .insertInto('cases.look_up_try')
      .values({ key, failures: 1, last_at: now })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((e) => ({
          failures: e
            .case()
            .when('cases.look_up_try.last_at', '<', forgotten)
            .then(1)
            .else(e('cases.look_up_try.failures', '+', 1))
            .end(),
          last_at: now,
        })),
      )
      .execute();
  }
}

/**
 * The owner came: what was counted against his place at his number speaks no more, and where nothing was counted nothing stays.
 * @param keys that are locked
 */
export async function forgetTries(db: Queryable, keys: readonly string[], atNumber: string): Promise<void> {
  await caseTables(db)
    .deleteFrom('cases.look_up_try')
    .where('key', 'in', keys)
    .where((e) => e.or([e('key', '=', atNumber), e('failures', '=', 0)]))
    .execute();
}

export async function forgetOldTries(db: Queryable, before: Date): Promise<void> {
  await caseTables(db).deleteFrom('cases.look_up_try').where('last_at', '<', before).execute();
}

/** @returns false when it was rated before */
export async function insertRating(
  db: Queryable,
  rating: { readonly caseId: string; readonly stars: number; readonly comment: string | null; readonly at: Date },
): Promise<boolean> {
  const row = await caseTables(db)
    .insertInto('cases.rating')
    .values({ case_id: rating.caseId, stars: rating.stars, comment: rating.comment, at: rating.at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('case_id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Of an answer that no longer counts, so that the next one can be rated. @returns undefined when none was given since then */
export function takeRating(db: Queryable, caseId: string, since: Date) {
  return caseTables(db)
    .deleteFrom('cases.rating')
    .where('case_id', '=', caseId)
    .where('at', '>=', since)
    .returning(['stars', 'comment'])
    .executeTakeFirst();
}

export function ratingOf(db: Queryable, caseId: string) {
  return caseTables(db).selectFrom('cases.rating').selectAll().where('case_id', '=', caseId).executeTakeFirst();
}
