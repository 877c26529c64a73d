import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Changes } from '../../../platform/change/change.ts';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../index.ts';
import { openTestLog, someTexts, type TestLog, tamper } from '../log/log.fixtures.ts';
import { leafHash } from '../merkle/hash.ts';

let log: TestLog;
let module: ReturnType<typeof transparencyModule>;
beforeEach(async () => {
  log = await openTestLog();
  module = transparencyModule(log.platform);
  await log.append(...someTexts(5));
  await log.service.sequence();
});
afterEach(() => log.platform.close());

const path = (name: string) => join(log.platform.config.logFolder, name);

/** The same installation with the database as it was at the first checkpoint of `size` leaves: an old backup restored. */
async function withOlderDatabase<T>(
  leaves: number,
  act: (older: ReturnType<typeof transparencyModule>, changes: Changes) => Promise<T>,
): Promise<T> {
  const database = await openTestDatabase('embedded', transparencyMigrations);
  const copy = async (table: string, where: string) => {
    const { rows } = await log.platform.database.pool.query(`select * from transparency.${table} ${where}`);
    for (const row of rows) {
      const names = Object.keys(row);
      const places = names.map((_, at) => `$${at + 1}`);
      await database.pool.query(
        `insert into transparency.${table} (${names.join()}) values (${places.join()})`,
        Object.values(row),
      );
    }
  };
  await copy('identity', '');
  await copy('leaf', `where index < ${leaves}`);
  await copy('checkpoint', `where size <= ${leaves}`);
  const { rows } = await log.platform.database.pool.query('select hashes from transparency.tile where level = 0');
  await database.pool.query('insert into transparency.tile values (0, 0, $1)', [
    rows[0].hashes.subarray(0, leaves * 32),
  ]);
  await database.pool.query('update transparency.tree set size = $1', [leaves]);
  const changes = new Changes(database, log.platform.clock);
  return act(transparencyModule({ ...log.platform, database, changes }), changes).finally(() => database.close());
}

describe('after an old backup', () => {
  beforeEach(async () => {
    for (const count of [3, 400, 2]) {
      await log.append(...someTexts(count));
      await log.service.sequence();
    }
  });

  it('the log goes on from the copy outside as if nothing had happened', async () => {
    const shown = await log.service.checkpoint();
    const ids = (await log.service.newest(3)).map(({ entry }) => Buffer.from(leafHash(entry)).toString('hex'));
    await withOlderDatabase(8, async (older) => {
      await expect(older.service.sequence()).rejects.toMatchObject({ code: 'log-behind' });
      expect(await older.service.warnings()).toEqual([expect.stringContaining('mingchuang log recover')]);
      expect(await older.keeper.recover()).toBe(402);
      await older.service.sequence();
      expect(await older.service.warnings()).toEqual([]);
      expect(await older.service.checkpoint()).toBe(shown);
      for (const id of ids) expect(await older.service.proofOf(id)).toEqual(await log.service.proofOf(id));
      expect((await older.keeper.verify()).findings).toEqual([]);
    });
  });

  it('nothing is taken from a copy that is cut, changed or of another log', async () => {
    const whole = await readFile(path('entries'));
    const bent = Buffer.from(whole);
    bent.writeUInt8(bent.readUInt8(3) ^ 1, 3);
    const last = Buffer.from(whole);
    last.writeUInt8(last.readUInt8(last.length - 1) ^ 1, last.length - 1);
    await withOlderDatabase(8, async (older) => {
      for (const copy of [whole.subarray(0, -5), bent, last, Buffer.alloc(0)]) {
        await writeFile(path('entries'), copy);
        await expect(older.keeper.recover()).rejects.toMatchObject({ code: 'log-not-recoverable', status: 409 });
      }
      await writeFile(path('entries'), whole);
      await writeFile(
        path('log.checkpoint'),
        (await readFile(path('log.checkpoint'), 'utf8')).replace('\n410\n', '\n409\n'),
      );
      await expect(older.keeper.recover()).rejects.toMatchObject({ code: 'log-checkpoint-foreign' });
    });
  });

  it('a leaf that waits again takes its old place', async () => {
    const [newest] = await log.service.newest(1);
    await withOlderDatabase(8, async (older, changes) => {
      await changes.run({ type: 'system' }, (change) => older.service.append(change, newest?.entry ?? Buffer.of()));
      await older.keeper.recover();
      await older.service.sequence();
      expect((await older.service.state()).waiting).toBe(0);
      expect((await older.keeper.verify()).findings).toEqual([]);
    });
  });

  it('nothing is recovered where nothing is lacking', async () => {
    await expect(module.keeper.recover()).rejects.toThrow('数据库中没有缺失的存证');
  });
});

describe('the copy of the entries', () => {
  it('loses what was written but never signed, and goes on', async () => {
    await appendFile(path('entries'), Buffer.from('0003616263000561', 'hex'));
    const fresh = transparencyModule(log.platform);
    await log.append(...someTexts(2));
    await fresh.service.sequence();
    expect(await entriesKept()).toEqual(await entriesInTree());
  });

  it('is made anew when it was lost', async () => {
    await rm(path('entries'));
    await log.append(...someTexts(1));
    await log.service.sequence();
    expect(await entriesKept()).toEqual(await entriesInTree());
  });

  async function entriesKept(): Promise<string> {
    return (await readFile(path('entries'))).toString('hex');
  }

  async function entriesInTree(): Promise<string | undefined> {
    const { size } = await log.service.state();
    return (await log.service.tile({ level: 'entries', index: 0, width: size }))?.toString('hex');
  }
});

describe('after the checkpoint outside was lost', () => {
  it('a person may take the database’s in its place, and only then', async () => {
    await expect(module.keeper.adopt()).rejects.toThrow('并未遗失');
    await rm(path('log.checkpoint'));
    expect((await module.keeper.verify()).findings).toEqual(['缺少数据库之外保存的检查点。']);
    expect(await module.keeper.adopt()).toBe(5);
    expect((await module.keeper.verify()).findings).toEqual([]);
    await log.append(...someTexts(1));
    expect(await module.service.sequence()).toBe(1);
  });
});

describe('every night', () => {
  it('what does not hold becomes an alarm, until it holds again', async () => {
    await module.keeper.verifyNightly();
    const flip = `update transparency.leaf set entry = set_byte(entry, 0, 255 - get_byte(entry, 0)) where index = 2`;
    await tamper(log, flip);
    await expect(module.keeper.verifyNightly()).rejects.toMatchObject({ code: 'verify-log' });
    expect(await module.service.warnings()).toEqual([expect.stringContaining('第 2 条存证的内容与其哈希不符')]);
    await tamper(log, flip);
    await module.keeper.verifyNightly();
    expect(await module.service.warnings()).toEqual([]);
  });
});
