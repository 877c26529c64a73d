import pg from 'pg';
import { columnTypes, type Database, databaseOver } from './connection.ts';
import { ProbeConnection } from './probe-connection.ts';

/** @param url postgres://… PostgreSQL 15 or newer */
export function openPostgres(url: string, options: { max?: number } = {}): Database {
  const pool = new pg.Pool({
    connectionString: url,
    types: columnTypes,
    max: options.max ?? 10,
    connectionTimeoutMillis: 4_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    application_name: 'mingchuang',
  });
  const probe = new ProbeConnection(url);
  return databaseOver(
    'postgresql',
    pool,
    async () => {
      await probe.close();
      await pool.end();
    },
    () => probe.ask(),
  );
}
