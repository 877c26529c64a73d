import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded } from './embedded.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-embedded-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('keeps what was written, refuses a second opener, and lets go when closed', async () => {
  const first = await openEmbedded(folder);
  await sql`create table note (text text)`.execute(first.kysely);
  await sql`insert into note values ('台账')`.execute(first.kysely);
  await expect(openEmbedded(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  await first.close();
  await first.close();

  const second = await openEmbedded(folder);
  expect((await sql`select text from note`.execute(second.kysely)).rows).toEqual([{ text: '台账' }]);
  await second.close();
  expect(await readdir(folder)).not.toContain('database.new');
});

it('leaves no transaction of a client that was cut off to the next one', async () => {
  const database = await openEmbedded(folder);
  const cut = await database.pool.connect();
  await cut.query('begin');
  await cut.query("insert into note values ('lost')");
  cut.release(new Error('cut off'));
  expect((await sql`select text from note`.execute(database.kysely)).rows).toEqual([{ text: '台账' }]);
  await database.close();
});

it('goes on with other work while a long query runs', async () => {
  const database = await openEmbedded(folder);
  const long = sql`select count(*) from generate_series(1, 3000000)`.execute(database.kysely);
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 10);
  await long;
  clearInterval(timer);
  expect(turns).toBeGreaterThan(3);
  await database.close();
});
