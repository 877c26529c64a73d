import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import { createServer, type HttpServer } from '../../../platform/http/server.ts';
import { checkReceipt } from '../../transparency/index.ts';
import {
  approve,
  draft,
  notice,
  openTestDoor,
  publicationTestMigrations,
  publish,
  type TestDoor,
} from '../publications.fixtures.ts';

let database: Database;
let door: TestDoor;
let app: HttpServer;

beforeAll(async () => {
  database = await openTestDatabase('embedded', publicationTestMigrations);
  door = await openTestDoor(database);
  const server = await createServer({ platform: door.platform, identify: async () => ({ type: 'visitor' }) });
  app = server.app;
  door.modules.publications.routes?.(app);
  await app.ready();
});
afterAll(async () => {
  await app.close();
  await door.platform.close();
  await database.close();
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: 'GET', url, headers });

/** A publication whose first form had one attachment and whose second form has another. */
async function withFiles() {
  const { service, people } = door;
  const id = await draft(door);
  const attach = async (text: string) => {
    const stored = await door.platform.files.put(Readable.from([Buffer.from(text)]), { maxBytes: 1000 });
    await service.uploads.add(people.officer, id, { ...stored, name: '附件 一.txt' });
    return { sha256: stored.hash, name: '附件 一.txt', mediaType: 'text/plain', size: stored.size };
  };
  const edit = async (file: Awaited<ReturnType<typeof attach>>) => {
    const { draft: open } = await service.view.get(people.officer, id);
    await service.drafting.edit(people.officer, id, {
      edit: open?.edit ?? 0,
      content: { ...(open?.content ?? notice()), attachments: [file] },
    });
  };
  const first = await attach('第一版附件。');
  await edit(first);
  await service.publishing.publish(people.officer, id, await approve(door, id));
  const { number, version } = await service.view.get(people.officer, id);
  await service.drafting.amend(people.officer, id, version);
  const second = await attach('第二版附件。');
  await edit(second);
  return { id, number: number ?? 0, first, second };
}

describe('the bytes that are public', () => {
  it('are the record as it was frozen, known by its hash', async () => {
    const { number } = await publish(door);
    const answer = await get(`/documents/${number}/record.json`);
    const hash = createHash('sha256').update(answer.rawPayload).digest('hex');
    expect(answer.headers).toMatchObject({ etag: `"${hash}"`, 'content-type': 'application/json; charset=utf-8' });
    expect(hash).toBe((await door.service.open.item(number))?.recordHash);
    expect((await get(`/documents/${number}/versions/1/record.json`)).rawPayload.equals(answer.rawPayload)).toBe(true);
    expect((await get(`/documents/${number}/record.json`, { 'if-none-match': `"${hash}"` })).statusCode).toBe(304);
    expect((await get(`/documents/${number}/proof.json`)).json()).toMatchObject({ number, recordHash: hash });
  });

  it('can be proved offline by a receipt, once the log has placed them', async () => {
    const { number } = await publish(door);
    const early = await get(`/documents/${number}/receipt.tlog-proof`);
    expect([early.statusCode, early.json().code]).toEqual([404, 'receipt-not-yet']);
    const log = door.modules.transparency.service;
    await log.sequence();
    const receipt = await get(`/documents/${number}/receipt.tlog-proof`);
    expect(receipt.headers['content-disposition']).toContain(`document-${number}.tlog-proof`);
    const record = (await get(`/documents/${number}/record.json`)).rawPayload;
    const key = (await log.verifierKey()) ?? '';
    expect(checkReceipt(receipt.body, [['record.json', record]], key).isGood).toBe(true);
    expect(checkReceipt(receipt.body, [['record.json', Buffer.from('{}')]], key).isGood).toBe(false);
    expect((await get('/documents/999999/receipt.tlog-proof')).json().code).toBe('document-not-found');
  });

  it('are files of forms that were public, never of a draft', async () => {
    const { id, number, first, second } = await withFiles();
    const name = encodeURIComponent('附件 一.txt');
    const file = await get(`/documents/${number}/files/${first.sha256}/${name}`);
    expect(file.body).toBe('第一版附件。');
    expect(file.headers.etag).toBe(`"${first.sha256}"`);
    expect((await get(`/documents/${number}/files/${second.sha256}/${name}`)).statusCode).toBe(404);
    expect((await get(`/documents/${number}/versions/2/record.json`)).statusCode).toBe(404);
    await door.service.publishing.publish(door.people.officer, id, await approve(door, id));
    expect((await get(`/documents/${number}/files/${second.sha256}/${name}`)).body).toBe('第二版附件。');
    expect((await get(`/documents/${number}/files/${first.sha256}/${name}`)).body).toBe('第一版附件。');
  });

  it('belong to their own number: another’s address does not open them', async () => {
    const { first } = await withFiles();
    const { number } = await publish(door);
    expect((await get(`/documents/${number}/files/${first.sha256}/x`)).statusCode).toBe(404);
  });

  it('stay readable when withdrawn; are gone with the reason when removed in error', async () => {
    const { id, number, first } = await withFiles();
    const { service, people } = door;
    const addresses = ['record.json', 'versions/1/record.json', 'proof.json', `files/${first.sha256}/x`];
    const end = async (reason: string) => ({ version: (await service.view.get(people.officer, id)).version, reason });
    await service.ends.withdraw(people.officer, id, await end('政策调整，不再执行'));
    for (const address of addresses)
      expect((await get(`/documents/${number}/${address}`)).statusCode, address).toBe(200);
    await service.ends.remove(people.officer, id, await end('误发内部材料'));
    for (const address of addresses) {
      const answer = await get(`/documents/${number}/${address}`);
      expect(answer.statusCode, address).toBe(410);
      expect(answer.body).toContain('误发内部材料');
      expect(answer.body).not.toContain('第一版附件');
    }
  });

  it('of what was never public are nothing at all', async () => {
    await draft(door);
    const answer = await get('/documents/999999/record.json');
    expect(answer.statusCode).toBe(404);
    expect((await get('/documents/0/record.json')).statusCode).toBe(400);
  });
});
