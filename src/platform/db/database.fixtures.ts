import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { platformMigrations } from '../migrations.ts';
import type { Database } from './database.ts';
import { openEmbedded, openSnapshot } from './embedded.ts';
import { type Migration, migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';

export type DatabaseKind = Database['kind'];

const SERVER = process.env.MINGCHUANG_TEST_POSTGRES;
const ALL_REQUIRED = process.env.MINGCHUANG_REQUIRE_ALL === '1';

/**
 * Runs the block once per kind of database, each time on a fresh one that is migrated before the first test and dropped after the last.
 * PostgreSQL needs MINGCHUANG_TEST_POSTGRES (a server on which databases may be created); without it that half is skipped aloud.
 *
 * @param migrations those of the modules under test; the platform's own are always applied
 * @param define gets the open database: call `database()` inside hooks and tests
 */
export function describeDatabases(
  migrations: readonly Migration[],
  define: (database: () => Database, kind: DatabaseKind) => void,
): void {
  describe('embedded database', () => define(useDatabase('embedded', migrations), 'embedded'));
  if (SERVER !== undefined) {
    describe('PostgreSQL', () => define(useDatabase('postgresql', migrations), 'postgresql'));
  } else if (ALL_REQUIRED) {
    it('PostgreSQL', () => {
      throw new Error('MINGCHUANG_REQUIRE_ALL=1, but MINGCHUANG_TEST_POSTGRES names no server');
    });
  } else {
    describe.skip('PostgreSQL (set MINGCHUANG_TEST_POSTGRES to the address of a server to run this half)', () =>
      define(() => unreachable(), 'postgresql'));
  }
}

/** Opens a database before the tests of the surrounding block and closes it after them. */
export function useDatabase(kind: DatabaseKind, migrations: readonly Migration[]): () => Database {
  let open: Database | undefined;
  beforeAll(async () => {
    open = await openTestDatabase(kind, migrations);
  });
  afterAll(() => open?.close());
  return () => open ?? unreachable();
}

/** A fresh database, empty but for the schema; closing it removes it. */
export async function openTestDatabase(kind: DatabaseKind, migrations: readonly Migration[]): Promise<Database> {
  const all = [...new Map([...platformMigrations, ...migrations].map((m) => [m.name, m])).values()];
  if (kind === 'embedded') return openSnapshot(await snapshotOf(all));
  const url = await createDatabase();
  const database = openPostgres(url.href, { max: 5 });
  await migrate(database, all);
  return {
    ...database,
    close: async () => {
      await database.close();
      await dropDatabase(url);
    },
  };
}

/** A new, empty database on the server of MINGCHUANG_TEST_POSTGRES; the caller drops it with `dropDatabase`. */
export async function createDatabase(): Promise<URL> {
  const url = new URL(SERVER ?? unreachable());
  url.pathname = `/mingchuang_test_${randomBytes(8).toString('hex')}`;
  await onServer(`create database ${databaseName(url)}`);
  return url;
}

export async function dropDatabase(url: URL): Promise<void> {
  await onServer(`drop database if exists ${databaseName(url)} with (force)`);
}

/**
 * Starting PGlite from nothing and migrating takes seconds, from a snapshot a fraction of one; so the first to need a set of migrations
 * leaves the snapshot in the system's temporary folder. It is renamed into place: processes that race write the same bytes.
 */
async function snapshotOf(migrations: readonly Migration[]): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([liteVersion(), migrations]))
    .digest('hex')
    .slice(0, 24);
  const folder = join(tmpdir(), 'mingchuang-test-databases');
  const path = join(folder, `${key}.tar`);
  if (!(await exists(path))) {
    await mkdir(folder, { recursive: true });
    const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    await writeFile(temporary, Buffer.from(await (await buildSnapshot(migrations)).arrayBuffer()));
    await rename(temporary, path);
  }
  return path;
}

async function buildSnapshot(migrations: readonly Migration[]): Promise<Blob> {
  const folder = await mkdtemp(join(tmpdir(), 'mingchuang-snapshot-'));
  try {
    const database = await openEmbedded(folder);
    await migrate(database, migrations).finally(() => database.close());
    const lite = await PGlite.create(join(folder, 'database'));
    return await lite.dumpDataDir('none').finally(() => lite.close());
  } finally {
    await rm(folder, { recursive: true });
  }
}

function liteVersion(): string {
  const manifest = join(dirname(fileURLToPath(import.meta.resolve('@electric-sql/pglite'))), '..', 'package.json');
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER ?? unreachable() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function databaseName(url: URL): string {
  return url.pathname.slice(1);
}

function unreachable(): never {
  throw new Error('no test database is open here');
}
