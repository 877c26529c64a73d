import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import pg from 'pg';
import { columnTypes, type Database, databaseOver } from './connection.ts';
import { lockDataFolder } from './embedded-lock.ts';

// PGlite's default of 128 MB only costs memory: it serves one connection from one process.
const START_PARAMETERS = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB'];

/**
 * @param folder data folder; absent: in memory, for tests
 * @throws AppError `data-folder-in-use` when another process holds the folder
 */
export async function openEmbedded(folder?: string): Promise<Database> {
  if (folder === undefined) return embeddedDatabase(await PGlite.create({ startParams: START_PARAMETERS }));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(folder);
  try {
    const lite = await PGlite.create(join(folder, 'database'), { startParams: START_PARAMETERS });
    return embeddedDatabase(lite, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** A database in memory that starts from a dumped data folder. */
export async function openSnapshot(snapshot: Blob): Promise<Database> {
  return embeddedDatabase(await PGlite.create({ loadDataDir: snapshot, startParams: START_PARAMETERS }));
}

export function embeddedDatabase(lite: PGlite, afterwards: () => Promise<void> = async () => undefined): Database {
  // One connection: a query of the pool inside a transaction would wait for ever, so waiting has an end.
  const pool = new pg.Pool({
    ...createPgConfig(lite),
    types: columnTypes,
    max: 1,
    connectionTimeoutMillis: 20_000,
  } as pg.PoolConfig);
  return databaseOver('embedded', pool, async () => {
    await pool.end();
    await lite.close();
    await afterwards();
  });
}
