import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../kernel/clock.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { Changes } from '../change/change.ts';
import { createDatabase, dropDatabase, openTestDatabase } from '../db/database.fixtures.ts';
import { type Database, openEmbedded, openPostgres } from '../db/database.ts';
import type { Migration } from '../db/migrate.ts';
import { LocalFileStore } from '../files/local-file-store.ts';
import { platformMigrations } from '../migrations.ts';
import { backup } from './backup.ts';
import { restore } from './restore.ts';

const sample: Migration = {
  name: '2026-11-21-90-sample',
  sql: `
    create schema sample;
    create table sample.unit (id uuid primary key default gen_random_uuid(), parent uuid references sample.unit (id), name text not null);
    create table sample.everything (
      id bigint generated always as identity primary key,
      unit uuid references sample.unit (id),
      day date, at timestamptz, span interval, amount numeric(20, 6), ratio double precision, extra jsonb, tags text[], raw bytea,
      title text not null, words tsvector generated always as (to_tsvector('simple', title)) stored
    );
    insert into sample.unit (name) values ('来自升级步骤');
  `,
};
const later: Migration = { name: '2026-11-21-91-later', sql: 'alter table sample.unit add column short_name text;' };
const migrations = [...platformMigrations, sample];

let folder: string;
const closing: (() => Promise<void>)[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-backup-'));
});
afterAll(async () => {
  for (const close of closing.splice(0)) await close();
  await rm(folder, { recursive: true });
});

async function emptyDatabase(kind: Database['kind']): Promise<Database> {
  if (kind === 'embedded') {
    const database = await openEmbedded();
    closing.push(() => database.close());
    return database;
  }
  const url = await createDatabase();
  const database = openPostgres(url.href);
  closing.push(async () => {
    await database.close();
    await dropDatabase(url);
  });
  return database;
}

let stores = 0;
function fileStore(): LocalFileStore {
  stores += 1;
  return new LocalFileStore(join(folder, `files-${stores}`));
}

/** A database with a row of every kind of value, rows that refer to later ones, and files. */
async function filled(kind: Database['kind']) {
  const database = await openTestDatabase(kind, [sample]);
  closing.push(() => database.close());
  const files = fileStore();
  const changes = new Changes(database, systemClock);
  for (let n = 0; n < 30; n += 1) {
    await changes.run({ type: 'system' }, async (change) => {
      change.record({ action: 'create', kind: 'unit', subjectId: `${n}`, detail: { n, 名称: '明湖区' } });
      await change.emit('unit.created', { n });
    });
  }
  await database.pool.query(`
    with child as (insert into sample.unit (id, name) values ('00000000-0000-4000-8000-000000000002', E'引号" 换行\\n反斜杠\\\\ 😀 制表\\t') returning id)
    insert into sample.unit (id, name) values ('ffffffff-0000-4000-8000-000000000001', '上级')`);
  await database.pool.query(
    "update sample.unit set parent = 'ffffffff-0000-4000-8000-000000000001' where name <> '上级'",
  );
  await database.pool.query(`
    insert into sample.everything (unit, day, at, span, amount, ratio, extra, tags, raw, title)
    select 'ffffffff-0000-4000-8000-000000000001', date '2026-03-01' + n, '2026-03-01 00:00:00.123456+08'::timestamptz + n * interval '1 minute',
      '1 mon 2 days 03:04:05.6', 12345678901234.123456 + n, 0.1 + n / 3.0::float8, '{"b": [1, null, "x"], "a": {"深": 1e20}}',
      array['公开', null, 'a,b"c'], '\\x00ff5c', repeat('标题', 40) || n
    from generate_series(1, 6000) n`);
  await database.pool.query(`
    insert into sample.everything (day, at, ratio, extra, tags, title) values ('infinity', '-infinity', 'NaN', 'null', '{}', '')`);
  const contents = ['', '佐证', 'x'.repeat(3_000_000)];
  for (const content of contents) await files.put(Readable.from([Buffer.from(content)]), { maxBytes: 10_000_000 });
  return { database, files, clock: systemClock, contents };
}

async function fingerprint(database: Database): Promise<Record<string, string>> {
  const client = await database.pool.connect();
  try {
    await client.query("set timezone = 'UTC'");
    const tables = await client.query(
      "select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('audit', 'outbox', 'jobs', 'sample') order by 1",
    );
    const prints: Record<string, string> = {};
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select t::text as line from ${name} t order by 1`);
      prints[name] = `${rows.length} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`;
    }
    return prints;
  } finally {
    client.release();
  }
}

const WITH_POSTGRES = process.env.MINGCHUANG_TEST_POSTGRES !== undefined;
const kinds: Database['kind'][] = WITH_POSTGRES ? ['embedded', 'postgresql'] : ['embedded'];

describe.each(kinds)('a backup of %s', (from) => {
  let source: Awaited<ReturnType<typeof filled>>;
  let path: string;
  beforeAll(async () => {
    source = await filled(from);
    path = join(folder, `${from}.backup`);
    const report = await backup(source, path);
    expect(report).toMatchObject({ files: 3 });
    expect(report.rows).toBeGreaterThan(6000);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it.each(kinds)('comes back on %s with every row, every file, and a whole audit chain', async (to) => {
    const database = await emptyDatabase(to);
    const files = fileStore();
    const report = await restore({ database, files }, migrations, path);
    expect(report.files).toBe(3);
    expect(await fingerprint(database)).toEqual(await fingerprint(source.database));
    for (const content of source.contents) {
      const hash = createHash('sha256').update(content).digest('hex');
      expect((await text(await files.read(hash))) === content).toBe(true);
    }
    expect(await verifyAudit(database.kysely)).toEqual(await verifyAudit(source.database.kysely));
    await new Changes(database, systemClock).run({ type: 'system' }, async (change) => {
      change.record({ action: 'edit', kind: 'unit', subjectId: '1' });
      await change.emit('unit.edited', {});
    });
    expect((await verifyAudit(database.kysely)).entries).toBe(31);
    await expect(database.pool.query('delete from audit.entry')).rejects.toThrow('append-only');
    const next = await database.pool.query("insert into sample.everything (title) values ('x') returning id");
    expect(next.rows[0].id).toBeGreaterThan(6001);
    await expect(
      database.pool.query("insert into sample.everything (unit, title) values (gen_random_uuid(), 'x')"),
    ).rejects.toThrow('foreign key');
  });

  it('is refused by a target that holds something', async () => {
    await expect(restore(source, migrations, path)).rejects.toMatchObject({ code: 'restore-target-not-empty' });
  });

  it('goes on to the schema of a newer program, and is refused by an older one', async () => {
    const database = await emptyDatabase('embedded');
    await expect(restore({ database, files: fileStore() }, platformMigrations, path)).rejects.toMatchObject({
      code: 'backup-newer',
    });
    await restore({ database, files: fileStore() }, [...migrations, later], path);
    const { rows } = await database.pool.query('select count(*) as n, count(short_name) as short from sample.unit');
    expect(rows).toEqual([{ n: 3, short: 0 }]);
  });
});

describe('an archive that was damaged', () => {
  let whole: Buffer;
  let database: Database;
  beforeAll(async () => {
    const source = await filled('embedded');
    const path = join(folder, 'whole.backup');
    await backup(source, path);
    whole = await readFile(path);
    database = await emptyDatabase('embedded');
  });

  const flipped = (bytes: Buffer, at: number) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy;
  };
  const repacked = (change: (tar: Buffer) => Buffer) => gzipSync(change(gunzipSync(whole)), { level: 1 });

  it.each([
    ['cut off', () => whole.subarray(0, whole.length - 1000), 'backup-corrupt'],
    ['cut in half', () => whole.subarray(0, whole.length / 2), 'backup-corrupt'],
    ['with a flipped bit', () => flipped(whole, Math.floor(whole.length / 2)), 'backup-corrupt'],
    [
      'with a changed row, packed again',
      () => repacked((tar) => flipped(tar, tar.indexOf('标题') + 1)),
      'backup-corrupt',
    ],
    [
      'with a changed name, packed again',
      () => repacked((tar) => flipped(tar, tar.indexOf('files/') + 8)),
      'backup-corrupt',
    ],
    [
      'without its end, packed again',
      () => repacked((tar) => tar.subarray(0, tar.lastIndexOf('manifest.json'))),
      'backup-corrupt',
    ],
    ['that is another tar', () => gzipSync(Buffer.alloc(1024)), 'backup-corrupt'],
    ['that is no archive', () => Buffer.from('工作要点'), 'backup-corrupt'],
  ])('%s is refused and leaves nothing', async (what, bytes, code) => {
    const path = join(folder, `${what}.backup`);
    await writeFile(path, bytes());
    await expect(restore({ database, files: fileStore() }, migrations, path)).rejects.toMatchObject({ code });
    const { rows } = await database.pool.query(
      "select count(*) as n from information_schema.tables where table_schema not in ('information_schema', 'pg_catalog')",
    );
    expect(rows).toEqual([{ n: 0 }]);
  });
});
