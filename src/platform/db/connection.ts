import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';

/**
 * One code path for both: PostgreSQL on duty, embedded PGlite for trying and tests. A store narrows it to its own tables with
 * `withTables<…>()`.
 */
export interface Database {
  readonly kind: 'postgresql' | 'embedded';
  readonly kysely: Kysely<unknown>;
  readonly pool: pg.Pool;
  /** Resolves when the database answers now; waits as long as it does not. See readiness.ts for the time limit. */
  answers(): Promise<void>;
  close(): Promise<void>;
}

/** What a store works on: the database itself for reading, a transaction inside a change. */
export type Queryable = Kysely<unknown> | Transaction<unknown>;

/** DATE is a day, not an instant (a Date would shift it under Asia/Shanghai); our counts fit a double. */
export const columnTypes = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** @param close releases what the pool stands on; called once however often the database is closed */
export function databaseOver(
  kind: Database['kind'],
  pool: pg.Pool,
  close: () => Promise<void>,
  answers: () => Promise<void>,
): Database {
  // An idle connection that the server drops must not end the process; the next query says what is wrong.
  pool.on('error', () => undefined);
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  return {
    kind,
    kysely,
    pool,
    answers,
    close: () => {
      closed ??= close();
      return closed;
    },
  };
}
