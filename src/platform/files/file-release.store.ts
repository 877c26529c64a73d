import { sql } from 'kysely';
import type { Queryable } from '../db/database.ts';

type ReleaseTables = {
  'files.release': { hash: string; due_at: Date };
};

/** Until the end of the transaction nobody else who locks a file deletes it or begins to name it. In one order, so that two never wait for each other. */
export async function lockFiles(db: Queryable, hashes: readonly string[]): Promise<void> {
  for (const hash of [...new Set(hashes)].sort()) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`files:${hash}`}, 0))`.execute(db);
  }
}

/** The earliest of the days asked for counts. */
export async function putReleases(db: Queryable, hashes: readonly string[], dueAt: Date): Promise<void> {
  for (let start = 0; start < hashes.length; start += 1000) {
    await db
      .withTables<ReleaseTables>()
      .insertInto('files.release')
      .values(hashes.slice(start, start + 1000).map((hash) => ({ hash, due_at: dueAt })))
      .onConflict((conflict) =>
        conflict.column('hash').doUpdateSet({ due_at: sql<Date>`least(files.release.due_at, excluded.due_at)` }),
      )
      .execute();
  }
}

export async function dueReleases(db: Queryable, now: Date, after: string, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<ReleaseTables>()
    .selectFrom('files.release')
    .select('hash')
    .where('due_at', '<=', now)
    .where('hash', '>', after)
    .orderBy('hash')
    .limit(limit)
    .execute();
  return rows.map(({ hash }) => hash);
}

export async function dropRelease(db: Queryable, hash: string): Promise<void> {
  await db.withTables<ReleaseTables>().deleteFrom('files.release').where('hash', '=', hash).execute();
}
