import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  adopt,
  fileAll,
  type Installation,
  openInstallation,
  passTime,
  policyContent,
  rows,
} from '../exchange.fixtures.ts';
import type { Filing } from '../filing/filing-message.ts';
import { contentDigest } from '../message/content-digest.ts';
import { ExchangeKeyFile, type OwnKey } from '../message/exchange-key.ts';
import { type Headers, signResponse } from '../message/signed-message.ts';
import { signReceipt } from './receipt-check.ts';

type Answer = (filing: Filing) => object;

describe('a receiver that does not behave', () => {
  let database: Database;
  let district: Installation;
  let key: OwnKey;
  let server: Server;
  let id: string;
  const asked: string[] = [];
  let answer: Answer = () => ({});
  let how: 'signed' | 'unsigned' | 'redirect' | 'altered' | 'stranger' | 'problem' = 'signed';

  beforeAll(async () => {
    database = await openTestDatabase('embedded', []);
    district = await openInstallation(database);
    key = await new ExchangeKeyFile(`${district.platform.config.dataFolder}/receiver`).own();
    server = createServer((request, response) => {
      void (async () => {
        asked.push(`${request.method} ${request.url}`);
        if (how === 'redirect') return response.writeHead(302, { location: `${request.url}/elsewhere` }).end();
        const body = await read(request);
        if (how === 'stranger' || how === 'problem') {
          const type = how === 'problem' ? 'application/problem+json' : 'application/json';
          const detail = how === 'problem' ? '库存已满' : 'internal secret';
          return response.writeHead(500, { 'content-type': type }).end(JSON.stringify({ detail }));
        }
        const bytes = Buffer.from(JSON.stringify(request.method === 'POST' ? answer(JSON.parse(body)) : {}));
        const plain = { 'content-digest': contentDigest(bytes) };
        const signed = { method: request.method ?? '', path: request.url ?? '', headers: request.headers as Headers };
        const headers =
          how === 'unsigned'
            ? plain
            : await signResponse(key, { status: 200, headers: plain }, signed, district.platform.clock.now());
        return response.writeHead(200, { ...headers }).end(how === 'altered' ? `${bytes} ` : bytes);
      })();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    await district.modules.exchange.service.filing.peers.create(district.office, {
      code: 'city',
      name: '市平台',
      direction: 'outgoing',
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      publicKey: key.publicKey,
      logKey: null,
      alarmHours: 24,
      isActive: true,
    });
    id = (await adopt(district, policyContent())).id;
  }, 120_000);
  afterAll(async () => {
    server?.close();
    await district?.close();
    await database?.close();
  });

  async function tried(): Promise<{ state: string; last_error: string | null }> {
    await fileAll(district);
    const [row] = await rows<{ state: string; last_error: string | null }>(
      district,
      sql`select state, last_error from exchange.delivery where publication_id = ${id}::uuid order by ordinal desc limit 1`,
    );
    passTime(2 * 3_600_000, district);
    return row ?? { state: 'none', last_error: null };
  }

  const receipt = (filing: Filing, more: object = {}) => ({
    outcome: 'receipted',
    receipt: signReceipt(key, {
      schema: 1,
      receiptNumber: 'HZ2026-00000001',
      publicationId: filing.publicationId,
      ordinal: filing.ordinal,
      stateHash: filing.stateHash,
      sender: '',
      receiver: key.keyId,
      receivedAt: district.platform.clock.now().toISOString(),
      ...more,
    }),
  });

  it('is not believed without its signature, nor with an altered answer', async () => {
    how = 'unsigned';
    answer = (filing) => receipt(filing);
    expect(await tried()).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('没有有效签名') });
    how = 'altered';
    expect(await tried()).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('有改动') });
  });

  it('sends nobody elsewhere', async () => {
    how = 'redirect';
    asked.length = 0;
    expect(await tried()).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('转到别处') });
    expect(asked.filter((one) => one.includes('elsewhere'))).toEqual([]);
  });

  it('is no machine of ours that answers there: nothing of what it says is repeated', async () => {
    how = 'stranger';
    const { last_error: told } = await tried();
    expect(told).toContain('对方没有受理（500）');
    expect(told).not.toContain('internal secret');
    how = 'problem';
    expect((await tried()).last_error).toContain('库存已满');
  });

  it('is not called where metadata services answer, whichever way the address is written, nor registered there', async () => {
    const { peers } = district.modules.exchange.service.filing;
    const [peer] = (await peers.list(district.office)).items;
    if (!peer) throw new Error('no peer');
    const { code, name, direction, publicKey, logKey, alarmHours, isActive, version } = peer;
    const input = { code, name, direction, publicKey, logKey, alarmHours, isActive, version };
    for (const baseUrl of [
      'http://169.254.169.254',
      'http://[::ffff:a9fe:a9fe]',
      'http://2852039166:80',
      'http://[fe80::1]',
    ])
      await expect(peers.edit(district.office, peer.id, { ...input, baseUrl })).rejects.toMatchObject({
        status: 422,
        reasons: [{ field: 'baseUrl' }],
      });
    const moved = (to: string) => sql`update exchange.peer set base_url = ${to}`.execute(database.kysely);
    await moved('http://169.254.169.254');
    expect((await tried()).last_error).toContain('不予连接');
    await moved(peer.baseUrl);
  });

  it('gets no file but those of the form that is filed', async () => {
    how = 'signed';
    const secret = await district.platform.files.put(Readable.from([Buffer.from('尚未公开')]), { maxBytes: 100 });
    answer = () => ({ outcome: 'needsFiles', files: [secret.hash] });
    asked.length = 0;
    expect(await tried()).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('没有发送') });
    expect(asked.filter((one) => one.startsWith('PUT'))).toEqual([]);
  });

  it('pays with no receipt for something else', async () => {
    const sender = (await district.modules.exchange.service.filing.peers.list(district.office)).own.keyId;
    answer = (filing) => receipt(filing, { sender, stateHash: '0'.repeat(64) });
    expect(await tried()).toMatchObject({ state: 'waiting', last_error: expect.stringContaining('回执') });
    answer = (filing) => receipt(filing, { sender, receiver: '0'.repeat(32) });
    expect(await tried()).toMatchObject({ state: 'waiting' });
    const { deliveries } = district.modules.exchange.service.filing;
    passTime(20 * 3_600_000, district);
    expect((await deliveries.overview(district.office)).items[0]).toMatchObject({ late: 1, waiting: 1 });
    answer = (filing) => receipt(filing, { sender });
    expect(await tried()).toMatchObject({ state: 'receipted', last_error: null });
    expect((await deliveries.overview(district.office)).items[0]).toMatchObject({ late: 0, receipted: 1, failures: 0 });
  });
});

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
