import { sql } from 'kysely';
import type { Queryable } from '../db/database.ts';

type RunTables = {
  'jobs.run': {
    name: string;
    started_at: Date;
    succeeded_at: Date | null;
    failed_at: Date | null;
    failures: number;
    failure: string | null;
  };
};

export interface JobRun {
  readonly name: string;
  readonly startedAt: Date;
  readonly succeededAt: Date | null;
  readonly failedAt: Date | null;
  /** In a row, since the last success. */
  readonly failures: number;
  /** What the last failure said; absent since the last success. */
  readonly failure: string | null;
}

export async function saveStart(db: Queryable, name: string, at: Date): Promise<void> {
  await db
    .withTables<RunTables>()
    .insertInto('jobs.run')
    .values({ name, started_at: at, succeeded_at: null, failed_at: null, failures: 0, failure: null })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ started_at: at }))
    .execute();
}

export async function saveSuccess(db: Queryable, name: string, at: Date): Promise<void> {
  await db
    .withTables<RunTables>()
    .updateTable('jobs.run')
    .set({ succeeded_at: at, failures: 0, failure: null })
    .where('name', '=', name)
    .execute();
}

export async function saveFailure(db: Queryable, name: string, at: Date, failure: string): Promise<void> {
  await db
    .withTables<RunTables>()
    .updateTable('jobs.run')
    .set({ failed_at: at, failures: sql`failures + 1`, failure })
    .where('name', '=', name)
    .execute();
}

export async function listRuns(db: Queryable): Promise<JobRun[]> {
  const rows = await db.withTables<RunTables>().selectFrom('jobs.run').selectAll().orderBy('name').execute();
  return rows.map((row) => ({
    name: row.name,
    startedAt: row.started_at,
    succeededAt: row.succeeded_at,
    failedAt: row.failed_at,
    failures: row.failures,
    failure: row.failure,
  }));
}
