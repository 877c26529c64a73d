import { createHash } from 'node:crypto';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDatabase } from '../../../platform/db/database.fixtures.ts';
import type { Database } from '../../../platform/db/database.ts';
import {
  adopt,
  fileAll,
  type Installation,
  introduce,
  openInstallation,
  passTime,
  policyContent,
  rows,
} from '../exchange.fixtures.ts';
import { stateHash } from '../filing/filing-state.ts';
import { contentDigest } from '../message/content-digest.ts';
import { ExchangeKeyFile, type OwnKey } from '../message/exchange-key.ts';
import { signRequest } from '../message/signed-message.ts';

describe('what the receiver refuses', () => {
  const databases: Database[] = [];
  let district: Installation;
  let city: Installation;
  let key: OwnKey;
  let other: OwnKey;
  let cityKeyId: string;

  beforeAll(async () => {
    for (let n = 0; n < 2; n += 1) databases.push(await openTestDatabase('embedded', []));
    district = await openInstallation(databases[0] as Database);
    city = await openInstallation(databases[1] as Database);
    await city.listen();
    await introduce(district, city);
    key = await new ExchangeKeyFile(district.platform.config.logFolder).own();
    other = await new ExchangeKeyFile(`${district.platform.config.dataFolder}/other`).own();
    const { peers } = city.modules.exchange.service.filing;
    cityKeyId = (await peers.list(city.office)).own.keyId;
    await peers.create(city.office, {
      code: 'other',
      name: '另一区',
      direction: 'incoming',
      baseUrl: 'https://other.example',
      publicKey: other.publicKey,
      logKey: null,
      alarmHours: 24,
      isActive: true,
    });
  }, 180_000);
  afterAll(async () => {
    await district?.close();
    await city?.close();
    for (const database of databases) await database.close();
  });

  const now = () => city.platform.clock.now();

  async function signed(
    body: string,
    by: OwnKey = key,
    more: { path?: string; method?: string; to?: string; at?: Date } = {},
  ) {
    const { path = '/exchange/v1/filings', method = 'POST', to = cityKeyId, at = now() } = more;
    const plain = { method, path, headers: { 'content-digest': contentDigest(Buffer.from(body)), 'exchange-to': to } };
    return signRequest(by, plain, at);
  }

  function post(
    body: string | Buffer,
    headers: Readonly<Record<string, string>>,
    path = '/exchange/v1/filings',
    method = 'POST',
  ) {
    const type = method === 'PUT' ? 'application/octet-stream' : 'application/json';
    return fetch(city.origin + path, {
      method,
      ...(method === 'GET' ? {} : { body: body as BodyInit }),
      headers: { ...headers, ...(method === 'GET' ? {} : { 'content-type': type }) },
    });
  }

  async function send(filing: unknown, by: OwnKey = key) {
    const body = JSON.stringify(filing);
    const response = await post(body, await signed(body, by));
    expect(response.status).toBe(200);
    return (await response.json()) as {
      outcome: string;
      reasons?: string[];
      files?: string[];
      receipt?: { receiptNumber: string };
    };
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test takes the message apart
  async function filingOf(id: string, change: (filing: any) => void = () => undefined): Promise<any> {
    const state = await district.modules.exchange.service.filing.follower.read(id);
    const filing = structuredClone({ ...state, ordinal: 1, event: 'filed' as const });
    change(filing);
    return { ...filing, stateHash: stateHash(filing as never) };
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test takes the message apart
  function changeRecord(filing: any, change: (record: any) => void): void {
    const record = JSON.parse(filing.open.forms[0].record);
    change(record);
    filing.open.forms[0].record = JSON.stringify(record);
  }

  it('what is unsigned, altered, replayed, old, for another receiver, or by a key that is not registered', async () => {
    const body = '{}';
    const headers = await signed(body);
    const problem = async (response: Response) => ((await response.json()) as { code: string }).code;
    expect(await problem(await post(body, {}))).toBe('exchange-unsigned');
    expect(await problem(await post('{"a":1}', headers))).toBe('exchange-digest');
    const fresh = await signed(body);
    expect((await post(body, fresh)).status).toBe(200);
    expect(await problem(await post(body, fresh))).toBe('exchange-replayed');
    expect(
      await problem(await post(body, await signed(body, key, { at: new Date(now().getTime() - 3_600_000) }))),
    ).toBe('exchange-expired');
    expect(await problem(await post(body, await signed(body, key, { to: '0'.repeat(32) })))).toBe('exchange-receiver');
    const stranger = await new ExchangeKeyFile(`${city.platform.config.dataFolder}/stranger`).own();
    expect(await problem(await post(body, await signed(body, stranger)))).toBe('exchange-key-unknown');
    const list = await signed('', key, { method: 'GET' });
    expect((await post('', list, '/exchange/v1/filings', 'GET')).status).toBe(200);
    expect(
      await problem(
        await post('', { ...list }, '/exchange/v1/filings?after=6f1c2f6e-3d0b-4a57-8d5a-2f9b8e2f0c22', 'GET'),
      ),
    ).toBe('exchange-signature');
  });

  it('before a byte of the content is read, and from nobody more at once than fits', async () => {
    const ask = (headers: Readonly<Record<string, string>>) =>
      new Promise<{ asked: ClientRequest; status: Promise<number>; wait: Promise<string | undefined> }>((resolve) => {
        const url = `${city.origin}/exchange/v1/filings`;
        const asked = request(url, {
          method: 'POST',
          headers: { ...headers, 'content-type': 'application/json', 'content-length': '30000000' },
        });
        const answer = new Promise<IncomingMessage>((answered) => asked.on('response', answered));
        asked.on('error', () => undefined);
        asked.write('{', () =>
          resolve({
            asked,
            status: answer.then((response) => response.statusCode ?? 0),
            wait: answer.then((response) => response.headers['retry-after']),
          }),
        );
      });
    const unsigned = await ask({});
    expect(await unsigned.status).toBe(401);
    const replayed = await signed('{}');
    await post('{}', replayed);
    const again = await ask(replayed);
    expect(await again.status).toBe(401);
    const held: Awaited<ReturnType<typeof ask>>[] = [];
    for (let n = 0; n < 9; n += 1) held.push(await ask(await signed('{}')));
    // Eight fit; which of the nine comes last is not ours to say.
    let answered = 0;
    const crowded = await Promise.race(
      held.map(async ({ status, wait }) => {
        const told = [await status, await wait];
        answered += 1;
        return told;
      }),
    );
    expect(crowded).toEqual([503, '10']);
    const body = '{}';
    expect((await post(body, await signed(body, other))).status).toBe(200);
    expect(answered).toBe(1);
    for (const { asked } of [unsigned, again, ...held]) asked.destroy();
    await expect.poll(async () => (await post(body, await signed(body))).status).toBe(200);
  });

  it('half a character, in the message or in its record', async () => {
    const { id } = await adopt(district, policyContent());
    const filing = await filingOf(id);
    const body = JSON.stringify({ ...filing, register: { ...filing.register, title: 'a\ud800' } });
    expect((await post(body, await signed(body))).status).toBe(422);
    const inside = await filingOf(id, (one) => {
      one.open.forms[0].record = one.open.forms[0].record.replace('"title":"', '"title":"\\ud800');
    });
    expect(await send(inside)).toMatchObject({ outcome: 'refused' });
  });

  it('a replay to another address, though the body is the same', async () => {
    const hash = createHash('sha256').update('x').digest('hex');
    const headers = await signed('x', key, { method: 'PUT', path: `/exchange/v1/files/${hash}` });
    expect((await post('x', headers, `/exchange/v1/files/${'0'.repeat(64)}`, 'PUT')).status).toBe(401);
    expect(
      (
        await post(
          'y',
          await signed('x', key, { method: 'PUT', path: `/exchange/v1/files/${hash}` }),
          `/exchange/v1/files/${hash}`,
          'PUT',
        )
      ).status,
    ).toBe(401);
  });

  it('a filing in the name of another', async () => {
    const { id } = await adopt(district, policyContent({ title: '本区的通知' }));
    const mine = await filingOf(id);
    expect((await send(mine)).outcome).toBe('receipted');
    const stolen = await filingOf(id, (filing) => {
      filing.ordinal = 2;
      changeRecord(filing, (record) => {
        record.title = '被冒名的通知';
      });
    });
    expect(await send(stolen, other)).toEqual({
      outcome: 'refused',
      reasons: ['这份公文由另一平台报送，贵方不能代为报送。'],
    });
    const page = await city.modules.exchange.service.filing.city.document('minghu', mine.open.number);
    expect(page?.title).toBe('本区的通知');
  });

  it.each([
    [
      'HTML that is not what the model says',
      (filing: never) =>
        changeRecord(filing, (record) => {
          record.bodyHtml = '<script>alert(1)</script>';
        }),
      '正文与公开记录里的正文不一致',
    ],
    [
      'a name with a path',
      (filing: never) =>
        changeRecord(filing, (record) => {
          record.attachments = [{ name: '../../etc/passwd', mediaType: 'text/plain', size: 1, sha256: '0'.repeat(64) }];
        }),
      '附件名称含有路径',
    ],
    [
      'a name that turns its direction',
      (filing: never) =>
        changeRecord(filing, (record) => {
          record.attachments = [{ name: 'a\u202Efdp.exe', mediaType: 'text/plain', size: 1, sha256: '0'.repeat(64) }];
        }),
      '附件名称含有路径',
    ],
    [
      'the number of another document',
      (filing: never) =>
        changeRecord(filing, (record) => {
          record.number = 999;
        }),
      '公开记录的编号、版次或类型',
    ],
    [
      'fields that the kind does not know',
      (filing: never) =>
        changeRecord(filing, (record) => {
          record.fields.onclick = 'alert(1)';
        }),
      '没有“onclick”这一要素',
    ],
  ])('%s', async (_, change, reason) => {
    const { id } = await adopt(district, policyContent());
    const answer = await send(await filingOf(id, change as never));
    expect(answer.outcome).toBe('refused');
    expect(answer.reasons?.some((one) => one.includes(reason))).toBe(true);
  });

  it('nodes that no document has, and states that the hash does not cover', async () => {
    const { id } = await adopt(district, policyContent());
    const odd = await filingOf(id, (filing) => {
      filing.open.forms[0].body.content.push({ type: 'iframe', attrs: { id: 'x', src: 'https://evil.example' } });
    });
    expect((await send(odd)).outcome).toBe('refused');
    const changed = { ...(await filingOf(id)), life: 'withdrawn' };
    const answer = await send(changed);
    expect(answer).toMatchObject({ outcome: 'refused', reasons: ['报送内容与其校验值不一致，请重新报送。'] });
  });

  it('a right to a file of ours by its mere hash', async () => {
    const secret = Buffer.from('本平台尚未公开的附件');
    const { Readable } = await import('node:stream');
    const stored = await city.platform.files.put(Readable.from([secret]), { maxBytes: 1000 });
    const { id } = await adopt(district, policyContent());
    const filing = await filingOf(id, (one) =>
      changeRecord(one, (record) => {
        record.attachments = [{ name: '附件.txt', mediaType: 'text/plain', size: stored.size, sha256: stored.hash }];
      }),
    );
    expect(await send(filing)).toEqual({ outcome: 'needsFiles', files: [stored.hash] });
    const page = `/city-library/minghu/${filing.open.number}/files/${stored.hash}/a.txt`;
    expect((await fetch(city.origin + page)).status).toBe(404);
  });

  it('nothing that was receipted before: the same filing has the same receipt, an older one none', async () => {
    const { id } = await adopt(district, policyContent());
    const filing = await filingOf(id);
    const first = await send(filing);
    expect((await send(filing)).receipt).toEqual(first.receipt);
    expect(await send({ ...filing, ordinal: 1, stateHash: 'f'.repeat(64) })).toMatchObject({ outcome: 'overtaken' });
    const later = await filingOf(id, (one) => {
      one.ordinal = 5;
    });
    expect((await send(later)).outcome).toBe('receipted');
    expect(await send({ ...filing, ordinal: 3 })).toEqual({ outcome: 'overtaken', ordinal: 5 });
    const count = await rows(
      city,
      sql`select count(*)::int as n from exchange.filing where publication_id = ${id}::uuid`,
    );
    expect(count).toEqual([{ n: 2 }]);
  });

  it('too much', async () => {
    const body = `"${'x'.repeat(34_000_000)}"`;
    expect((await post(body, await signed(body))).status).toBe(413);
  });

  it('shows what it took as plain words, with links of the sender leading there', async () => {
    const content = policyContent({
      title: '<img src=x onerror=alert(1)>的通知',
      text: '</div><script>alert(2)</script>',
    });
    const text = content.body?.content[0] as { content: object[] };
    text.content.push({ type: 'text', text: '附表', marks: [{ type: 'link', attrs: { href: '/documents/1' } }] });
    const { number } = await adopt(district, content);
    passTime(60_000, district, city);
    await fileAll(district);
    const page = await (await fetch(`${city.origin}/city-library/minghu/${number}`)).text();
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<img src=x');
    expect(page).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
    expect(page).toContain('<a href="https://openness.minghu.example/documents/1"');
    expect(page).toMatch(/本文由<strong>明湖区<\/strong>报送，回执编号 HZ2026-\d{8}/);
    const list = await (await fetch(`${city.origin}/city-library?q=alert&from=minghu&year=2026`)).text();
    expect(list).toContain('找到');
    expect(list).toContain(`/city-library/minghu/${number}`);
  });
});
