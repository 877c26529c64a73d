import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Changes } from '../../../platform/change/change.ts';
import { describeDatabases, openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import { transparencyMigrations, transparencyModule } from '../index.ts';
import { leafHash } from '../merkle/hash.ts';
import { parseVerifierKey, type VerifierKey } from '../note/note-key.ts';
import { parseTlogProof, verifyTlogProof } from '../note/tlog-proof.ts';
import { decodeBundle } from '../tiles/entry-bundle.ts';
import { openTestLog, someTexts, type TestLog, tamper } from './log.fixtures.ts';
import type { LeafProof, LogService } from './log.service.ts';

describeDatabases(transparencyMigrations, (database, kind) => {
  let log: TestLog;
  let key: VerifierKey;
  beforeAll(async () => {
    log = await openTestLog({ database: database() });
    await log.service.sequence();
    key = await keyOf(log.service);
  });
  afterAll(() => log.platform.close());

  it('signs the empty tree under the address of the installation', async () => {
    const note = (await log.service.checkpoint()) ?? '';
    expect(note).toContain('localhost:8080/log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n');
    expect(key.name).toBe('localhost:8080/log');
  });

  it('proves each leaf against the signed tree', async () => {
    const ids = await log.append(...someTexts(5));
    expect(await log.service.proofOf(ids[0] ?? '')).toBeUndefined();
    expect(await log.service.sequence()).toBe(5);
    for (const id of ids) expect(isProved(await log.service.proofOf(id), key), id).toBe(true);
  });

  it('gives the same bytes one place', async () => {
    const [text = ''] = someTexts(1);
    const ids = await log.append(text, text);
    expect(ids[0]).toBe(ids[1]);
    expect(await log.service.sequence()).toBe(1);
    expect(await log.append(text)).toEqual([ids[0]]);
    expect(await log.service.sequence()).toBe(0);
  });

  it('keeps nothing of a change that was rolled back', async () => {
    const before = await log.service.state();
    const refused = log.platform.changes.run({ type: 'system' }, async (change) => {
      await log.service.append(change, Buffer.from('never'));
      throw new Error('rolled back');
    });
    await expect(refused).rejects.toThrow('rolled back');
    expect(await log.service.state()).toEqual(before);
  });

  it('refuses a leaf that a bundle cannot hold', async () => {
    const append = (leaf: Uint8Array) =>
      log.platform.changes.run({ type: 'system' }, (change) => log.service.append(change, leaf));
    await expect(append(new Uint8Array(0))).rejects.toThrow('a leaf of 0 bytes');
    await expect(append(new Uint8Array(65_536))).rejects.toThrow('a leaf of 65536 bytes');
    await append(new Uint8Array(65_535));
    await log.service.sequence();
  });

  it('gives places without gap or fork while many append and several sequence', async () => {
    const second = transparencyModule(log.platform).service;
    const texts = someTexts(60);
    const appended = texts.map((text) => log.append(text));
    const rounds = Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? log.service : second).sequence());
    const ids = (await Promise.all(appended)).flat();
    await Promise.all(rounds);
    await log.service.sequence();
    const { size, signedSize, waiting } = await log.service.state();
    expect({ signedSize, waiting }).toEqual({ signedSize: size, waiting: 0 });
    for (const id of ids) expect(isProved(await log.service.proofOf(id), key)).toBe(true);
    expect((await allEntries(log.service)).length).toBe(size);
    expect(new Set((await allEntries(log.service)).map(String)).size).toBe(size);
  });

  it('serves what a signed tree has and nothing beyond', async () => {
    const { size } = await log.service.state();
    expect(await log.service.tile({ level: 0, index: 0, width: size })).toHaveLength(size * 32);
    expect(await log.service.tile({ level: 0, index: 0, width: size + 1 })).toBeUndefined();
    expect(await log.service.tile({ level: 'entries', index: 0, width: 256 })).toBeUndefined();
    expect(await log.service.tile({ level: 1, index: 0, width: 1 })).toBeUndefined();
    const [first] =
      decodeBundle((await log.service.tile({ level: 'entries', index: 0, width: 1 })) ?? Buffer.of()) ?? [];
    expect(await log.service.tile({ level: 0, index: 0, width: 1 })).toEqual(leafHash(first ?? Buffer.of()));
  });

  it('goes on beyond a full tile', async () => {
    const ids = await log.append(...someTexts(300));
    await log.service.sequence();
    expect(await log.service.tile({ level: 0, index: 0, width: 256 })).toHaveLength(8192);
    expect(await log.service.tile({ level: 1, index: 0, width: 1 })).toHaveLength(32);
    for (const id of [ids[0], ids[150], ids[299]]) {
      expect(isProved(await log.service.proofOf(id ?? ''), key)).toBe(true);
    }
  });

  it('gives a receipt that is checked offline', async () => {
    const [id = ''] = await log.append(...someTexts(1));
    await log.service.sequence();
    const receipt = parseTlogProof((await log.service.receiptOf(id, Buffer.from('salt'))) ?? '');
    expect(receipt?.extra?.toString()).toBe('salt');
    expect(receipt && verifyTlogProof(receipt, Buffer.from(id, 'hex'), key)).toBe(true);
    expect(receipt && verifyTlogProof(receipt, leafHash(Buffer.from('other')), key)).toBe(false);
  });

  it('lets nobody change or take away what is in the tree', async () => {
    const { pool } = database();
    for (const statement of [
      'update transparency.leaf set index = 1000000 where index = 0',
      'delete from transparency.leaf where index = 0',
      'update transparency.tile set hashes = decode(repeat($$00$$, 32), $$hex$$) where level = 0 and index = 0',
      'delete from transparency.tile',
      'update transparency.checkpoint set size = size + 1000',
      'delete from transparency.identity',
    ]) {
      await expect(pool.query(statement), statement).rejects.toThrow('append-only');
    }
  });

  it(`knows its kind (${kind})`, () => expect(log.platform.database.kind).toBe(kind));
});

describe('when the database and what was signed do not agree (GIP-9)', () => {
  let log: TestLog;
  const path = (name: string) => join(log.platform.config.dataFolder, 'transparency', name);
  beforeEach(async () => {
    log = await openTestLog();
    await log.append(...someTexts(3));
    await log.service.sequence();
    return () => log.platform.close();
  });

  it('does not sign an older database', async () => {
    const older = await openTestDatabase('embedded', transparencyMigrations);
    const { service } = transparencyModule({
      ...log.platform,
      database: older,
      changes: new Changes(older, log.platform.clock),
    });
    await expect(service.sequence()).rejects.toMatchObject({ code: 'log-behind' });
    expect(await service.checkpoint()).toBeUndefined();
    await older.close();
  });

  it('does not sign a tree that was changed', async () => {
    await tamper(log, `update transparency.tile set hashes = set_byte(hashes, 5, 255 - get_byte(hashes, 5))`);
    await log.append(...someTexts(1));
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-forked' });
    expect(await log.service.checkpoint()).toContain('\n3\n');
    expect(await log.service.warnings()).toEqual([expect.stringContaining('与已签发的检查点不一致')]);
  });

  it('does not sign without the checkpoint kept outside, or with another log’s', async () => {
    await log.append(...someTexts(1));
    const note = await readFile(path('log.checkpoint'), 'utf8');
    await rm(path('log.checkpoint'));
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-checkpoint-missing' });
    await writeFile(path('log.checkpoint'), note.replace(/.{8}$/m, 'AAAAAAA='));
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-checkpoint-foreign' });
    await writeFile(path('log.checkpoint'), note);
    await log.service.sequence();
    expect((await log.service.state()).signedSize).toBe(4);
  });

  it('does not sign with another key', async () => {
    const other = await openTestLog();
    await other.service.sequence();
    await log.append(...someTexts(1));
    const own = await readFile(path('log.key'));
    await writeFile(path('log.key'), await readFile(join(other.platform.config.dataFolder, 'transparency', 'log.key')));
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-key-foreign' });
    await rm(path('log.key'));
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-key-missing' });
    await writeFile(path('log.key'), own, { mode: 0o644 });
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-key-invalid' });
    await other.platform.close();
  });

  it('shows what was signed though it died before it could say so', async () => {
    await log.append(...someTexts(2));
    await log.service.sequence();
    const shown = await log.service.checkpoint();
    await tamper(log, 'delete from transparency.checkpoint where size = 5');
    await log.append(...someTexts(1));
    await log.service.sequence();
    const { rows } = await log.platform.database.pool.query(
      'select size, note from transparency.checkpoint order by number',
    );
    expect(rows.map(({ size }) => size)).toEqual([3, 5, 6]);
    expect(rows[1].note).toBe(shown);
  });

  it('does not place a waiting leaf whose bytes were changed', async () => {
    await log.append(...someTexts(1));
    await tamper(log, `update transparency.leaf set entry = 'other' where index is null`);
    await expect(log.service.sequence()).rejects.toMatchObject({ code: 'log-damaged' });
  });
});

async function keyOf(service: LogService): Promise<VerifierKey> {
  const key = parseVerifierKey((await service.verifierKey()) ?? '');
  if (!key) throw new Error('the log has no key');
  return key;
}

function isProved(proof: LeafProof | undefined, key: VerifierKey): boolean {
  if (!proof) return false;
  const hashes = proof.proof.map((hash) => Buffer.from(hash, 'base64'));
  return verifyTlogProof({ ...proof, extra: undefined, proof: hashes }, leafHash(proof.leaf), key);
}

async function allEntries(service: LogService): Promise<Uint8Array[]> {
  const { size } = await service.state();
  const entries: Uint8Array[] = [];
  for (let index = 0; index * 256 < size; index += 1) {
    const width = Math.min(256, size - index * 256);
    entries.push(...(decodeBundle((await service.tile({ level: 'entries', index, width })) ?? Buffer.of()) ?? []));
  }
  return entries;
}
