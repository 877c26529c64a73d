import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestLog, someTexts, type TestLog, tamper } from '../log/log.fixtures.ts';
import { LogFolder } from '../log/log-folder.ts';
import { cosign } from '../note/cosignature.ts';
import { newSeed } from '../note/ed25519.ts';
import { COSIGNATURE, formatVerifierKey, signerKey } from '../note/note-key.ts';
import { formatSignature, parseNote } from '../note/signed-note.ts';
import { copyLog, type LogCopy, sourceOf } from './log-copy.fixtures.ts';
import type { OutsideRecord } from './log-source.ts';
import { randomTampering } from './tamperings.fixtures.ts';
import { storedLog } from './verify-log.store.ts';
import { verifyLog } from './verify-log.ts';

const ROUNDS = 10_000;

let log: TestLog;
let copy: LogCopy;
beforeAll(async () => {
  log = await openTestLog();
  await log.service.sequence();
  for (const count of [1, 2, 30, 120, 110, 7]) {
    await log.append(...someTexts(count));
    await log.service.sequence();
  }
  await log.append(...someTexts(3));
  await cosignLast(log);
  copy = await copyLog(log);
}, 60_000);
afterAll(() => log.platform.close());

const check = (one: LogCopy) => verifyLog(sourceOf(one), one.outside);

describe('a log as it was written', () => {
  it('is found to be in order, in the database and in a copy', async () => {
    const outside = await outsideOf(log);
    const verdict = await verifyLog(storedLog(log.platform.database.kysely), outside);
    expect(verdict).toMatchObject({ size: 270, checkpoints: 7, signedSize: 270, findings: [] });
    expect(await check(copy)).toEqual(verdict);
    expect((await check({ ...copy, outside: undefined })).findings).toEqual([]);
  });

  it('may be empty', async () => {
    const empty = await openTestLog();
    const source = storedLog(empty.platform.database.kysely);
    expect((await verifyLog(source, undefined)).findings).toEqual([]);
    await empty.service.sequence();
    expect(await verifyLog(source, await outsideOf(empty))).toMatchObject({ size: 0, checkpoints: 1, findings: [] });
    await empty.platform.close();
  });
});

describe('tampering', () => {
  it(`is found ${ROUNDS} times of ${ROUNDS}`, { timeout: 300_000 }, async () => {
    const missed: string[] = [];
    const kinds = new Map<string, number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      const { what, changed } = randomTampering(copy);
      kinds.set(what, (kinds.get(what) ?? 0) + 1);
      const { findings } = await check(changed);
      if (findings.length === 0) missed.push(what);
    }
    expect(missed).toEqual([]);
    expect(kinds.size).toBeGreaterThanOrEqual(24);
  });

  it('is found in the database itself and named by its place', async () => {
    const at = randomInt(256);
    await tamper(
      log,
      `update transparency.leaf set entry = set_byte(entry, 3, 255 - get_byte(entry, 3)) where index = ${at}`,
    );
    const { findings } = await verifyLog(storedLog(log.platform.database.kysely), await outsideOf(log));
    expect(findings).toContain(`第 ${at} 条存证的内容与其哈希不符。`);
    expect(findings).toContain(`哈希瓦片 0/0 的第 ${at} 个哈希与存证内容不符。`);
    expect(findings.some((sentence) => /第 \d 个检查点的根哈希与前 \d+ 条存证不符/.test(sentence))).toBe(true);
  });
});

async function outsideOf({ platform }: TestLog): Promise<OutsideRecord> {
  const folder = new LogFolder(`${platform.config.dataFolder}/transparency`);
  const key = await folder.readKey('log');
  return { verifierKey: key && formatVerifierKey(key), checkpoint: await folder.readCheckpoint('log') };
}

async function cosignLast({ platform, service }: TestLog): Promise<void> {
  const key = signerKey('witness.example', COSIGNATURE, newSeed());
  const note = parseNote((await service.checkpoint()) ?? '');
  const line = formatSignature(cosign(note?.text ?? '', key, 1_800_000_000));
  await platform.database.pool.query(
    'insert into transparency.cosignature select max(number), $1, $2 from transparency.checkpoint',
    [formatVerifierKey(key), line],
  );
}
