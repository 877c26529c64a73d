import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import S3rver from 's3rver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FileStore } from './file-store.ts';
import { openFileStore } from './open-file-store.ts';

let folder: string;
let server: S3rver;
let store: FileStore;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-s3-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 'server'),
    configureBuckets: [{ name: 'mingchuang', configs: [] }],
  });
  const { port } = await server.run();
  const endpoint = encodeURIComponent(`http://127.0.0.1:${port}`);
  store = await openFileStore({
    dataFolder: join(folder, 'data'),
    s3: `s3://S3RVER:S3RVER@mingchuang?endpoint=${endpoint}&prefix=minghu/`,
  });
});
afterAll(async () => {
  await server.close();
  await rm(folder, { recursive: true });
});

const put = (content: string, maxBytes = 1_000_000) => store.put(Readable.from([Buffer.from(content)]), { maxBytes });

it('keeps files by content, finds them again and lists them', async () => {
  const first = await put('佐证材料');
  expect(await put('佐证材料')).toEqual(first);
  const second = await put('a,b\n1,2\n');
  expect(second.mediaType).toBe('text/csv');
  expect(await text(await store.read(first.hash))).toBe('佐证材料');
  expect([await store.has(first.hash), await store.has('0'.repeat(64))]).toEqual([true, false]);
  expect(await store.size(first.hash)).toBe(12);
  const listed: string[] = [];
  for await (const hash of store.list()) listed.push(hash);
  expect(listed.sort()).toEqual([first.hash, second.hash].sort());
  expect(await readdir(join(folder, 'data', 'files', 'incoming'))).toEqual([]);
});

it('deletes for good, and does not mind what is not there', async () => {
  const { hash } = await put('依法删除');
  await store.delete(hash);
  await store.delete(hash);
  expect(await store.has(hash)).toBe(false);
});

it('says what is missing and what is too large', async () => {
  await expect(store.read('0'.repeat(64))).rejects.toMatchObject({ code: 'file-missing', status: 404 });
  await expect(store.read('../x')).rejects.toMatchObject({ code: 'file-missing' });
  await expect(put('x'.repeat(100), 10)).rejects.toMatchObject({ code: 'too-large' });
});

it('asks to try later when the store does not answer', async () => {
  const away = await openFileStore({
    dataFolder: folder,
    s3: 's3://a:b@mingchuang?endpoint=http%3A%2F%2F127.0.0.1%3A9',
  });
  await expect(away.has('0'.repeat(64))).rejects.toMatchObject({ code: 'storage-unavailable', status: 503 });
});
