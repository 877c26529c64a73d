import { access, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { columnTypes, type Database, databaseOver } from './connection.ts';
import { EmbeddedHost } from './embedded-host.ts';
import { lockDataFolder } from './embedded-lock.ts';
import { startMaintenance } from './embedded-maintenance.ts';
import { EmbeddedStream } from './embedded-stream.ts';

/**
 * @param folder data folder, made when absent; without it in memory
 * @throws AppError `data-folder-in-use` when another process holds the folder
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  if (folder === undefined) return embeddedDatabase(await EmbeddedHost.start({}));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(folder);
  try {
    const path = join(folder, 'database');
    if (!(await exists(path))) await initialise(path);
    return embeddedDatabase(await EmbeddedHost.start({ folder: path }), () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database in memory that starts from a dumped data folder. @param path tar file */
export async function openSnapshot(path: string): Promise<Database> {
  return embeddedDatabase(await EmbeddedHost.start({ snapshot: path }));
}

/**
 * Made beside and renamed, so that a process killed half-way leaves nothing to trip over; and in a thread that ends, because making a
 * database takes 1 GB of memory for a moment, running one a fifth of it.
 */
async function initialise(path: string): Promise<void> {
  const beginning = `${path}.new`;
  await rm(beginning, { recursive: true, force: true });
  const host = await EmbeddedHost.start({ folder: beginning });
  await host.close();
  await rename(beginning, path);
}

function embeddedDatabase(host: EmbeddedHost, afterwards: () => Promise<void> = async () => undefined): Database {
  const pool = new pg.Pool({
    user: 'postgres',
    database: 'postgres',
    stream: () => new EmbeddedStream(host) as never,
    types: columnTypes,
    max: 1,
    idleTimeoutMillis: 0,
    // One connection: a query of the pool inside a transaction would wait for ever, so waiting has an end.
    connectionTimeoutMillis: 20_000,
  });
  const maintenance = startMaintenance(pool);
  return databaseOver(
    'embedded',
    pool,
    async () => {
      await maintenance.stop();
      await pool.end();
      await host.close();
      await afterwards();
    },
    () => answering(pool, host),
  );
}

/**
 * Asks without disturbing whoever holds the one connection: while a client is between two statements, the database has answered it.
 */
async function answering(pool: pg.Pool, host: EmbeddedHost): Promise<void> {
  if (host.broken) throw host.broken;
  if (pool.idleCount > 0 || pool.totalCount === 0) {
    await pool.query('select 1');
    return;
  }
  while (host.silence > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
