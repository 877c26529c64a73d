import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import { type EmbeddedLock, lockDataFolder } from './embedded-lock.ts';

/**
 * One code path for both: PostgreSQL on duty, embedded PGlite for trying and tests. A store narrows it to its own tables with
 * `withTables<…>()`.
 */
export interface Database {
  readonly kind: 'postgresql' | 'embedded';
  readonly kysely: Kysely<unknown>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/** What a store works on: the database itself for reading, a transaction inside a change. */
export type Queryable = Kysely<unknown> | Transaction<unknown>;

// DATE is a day, not an instant (a Date would shift it under Asia/Shanghai); our counts fit a double.
const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  },
} as pg.CustomTypesConfig;

/** @param url postgres://… PostgreSQL 15 or newer */
export function openPostgres(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types,
    max: options.max ?? 10,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'mingchuang',
  });
  // An idle connection that the server drops must not end the process; the next query says what is wrong.
  pool.on('error', () => undefined);
  return database('postgresql', pool, async () => pool.end());
}

/**
 * @param folder data folder; absent: in memory, for tests
 * @throws AppError `data-folder-in-use` when another process holds the folder
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  let lock: EmbeddedLock | undefined;
  if (folder !== undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    lock = await lockDataFolder(folder);
  }
  try {
    const lite = await PGlite.create(folder === undefined ? 'memory://' : join(folder, 'database'));
    const pool = new pg.Pool({
      ...createPgConfig(lite),
      types,
      max: 1,
      connectionTimeoutMillis: 20_000,
    } as pg.PoolConfig);
    pool.on('error', () => undefined);
    return database('embedded', pool, async () => {
      await pool.end();
      await lite.close();
      await lock?.release();
    });
  } catch (error) {
    await lock?.release();
    throw error;
  }
}

function database(kind: Database['kind'], pool: pg.Pool, close: () => Promise<void>): Database {
  const kysely = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  let closed: Promise<void> | undefined;
  return { kind, kysely, pool, close: () => (closed ??= close()) };
}
