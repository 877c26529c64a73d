import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { LocalFileStore } from './local-file-store.ts';

let folder: string;
let store: LocalFileStore;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-files-'));
  store = new LocalFileStore(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const put = (content: string | Buffer, maxBytes = 1_000_000) =>
  store.put(Readable.from([Buffer.from(content)]), { maxBytes });

it('keeps the same bytes once, under their hash', async () => {
  const first = await put('佐证材料');
  const second = await put('佐证材料');
  expect(second).toEqual(first);
  expect(first.hash).toBe(createHash('sha256').update('佐证材料').digest('hex'));
  expect(first.size).toBe(12);
  expect((await buffer(await store.read(first.hash))).toString()).toBe('佐证材料');
  expect(await store.size(first.hash)).toBe(12);
  const listed: string[] = [];
  for await (const hash of store.list()) listed.push(hash);
  expect(listed).toEqual([first.hash]);
});

it('leaves nothing of a file that is too large', async () => {
  await expect(put(Buffer.alloc(2000), 1000)).rejects.toMatchObject({ code: 'too-large', status: 413 });
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

it('leaves nothing of a stream that breaks off', async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('half');
      throw new Error('connection lost');
    })(),
  );
  await expect(store.put(broken, { maxBytes: 1000 })).rejects.toThrow('connection lost');
  expect(await readdir(join(folder, 'incoming'))).toEqual([]);
});

it('deletes for good, and does not mind what is not there', async () => {
  const { hash } = await put('依法删除');
  await store.delete(hash);
  await store.delete(hash);
  expect(await store.has(hash)).toBe(false);
  await store.delete('0'.repeat(64));
  await expect(store.delete('../../etc/passwd')).rejects.toMatchObject({ code: 'file-missing' });
});

it('takes nothing for a hash that is a path', async () => {
  await expect(store.read('../../etc/passwd')).rejects.toMatchObject({ code: 'file-missing' });
  await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'file-missing', status: 404 });
});

it('takes an empty file and a large one alike', async () => {
  expect((await put('')).size).toBe(0);
  const large = Buffer.alloc(5_000_000, 'x');
  const stored = await store.put(Readable.from([large]), { maxBytes: 5_000_000 });
  expect(large.equals(await readFile(join(folder, stored.hash.slice(0, 2), stored.hash.slice(2))))).toBe(true);
});
