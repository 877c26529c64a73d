import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../../../app.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  accept,
  applyInput,
  atCounter,
  decide,
  fileOf,
  OPEN,
  openTestRequests,
  type TestRequests,
  versionOf,
} from '../disclosure-requests.fixtures.ts';

/** Planted in every part of an applicant's data; nothing but his own letter may ever show the name. */
const NAME = '欧阳金丝雀';
const PHONE = '13812340987';
const EMAIL = 'canary@example.cn';
const ADDRESS = '金丝雀路9号';
const IDENTITY = '11010519491231002X';
const SEALED = [NAME, PHONE, EMAIL, ADDRESS, IDENTITY];

const TYPED = {
  category: 'natural',
  'applicant.name': NAME,
  identityKind: 'resident',
  'applicant.identityNumber': IDENTITY,
  'applicant.phone': PHONE,
  'applicant.email': EMAIL,
  'applicant.address': ADDRESS,
  title: '2025年学区划分方案',
  text: '申请公开2025年学区划分方案及论证材料。',
  wantedForm: 'electronic',
  wantedWay: 'online',
};

describeDatabases([], (database) => {
  let door: TestRequests;
  let app: App;
  let turn = 0;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
    app = await createApp(door.platform, door.modules);
    await app.server.ready();
  }, 120_000);
  afterAll(async () => {
    await app.server.close();
    await door.close();
  });

  const headers = { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' };
  /** Every call from a house of its own, unless told otherwise. */
  const elsewhere = () => {
    turn += 1;
    return `2001:db8:${turn.toString(16)}::1`;
  };
  const get = (url: string) => app.server.inject({ url, headers: { accept: 'text/html' } });
  const post = (url: string, fields: Readonly<Record<string, string>>, remoteAddress = elsewhere()) =>
    app.server.inject({ method: 'POST', url, headers, remoteAddress, payload: new URLSearchParams(fields).toString() });
  const tokenOf = (page: string) => /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const wait = (ms: number) => door.platform.clock.set(new Date(door.platform.clock.now().getTime() + ms));

  /** As somebody who reads the form and takes a minute. */
  async function apply(more: Readonly<Record<string, string>> = {}) {
    const proof = tokenOf((await get('/disclosure-requests/new')).body);
    wait(60_000);
    return post('/disclosure-requests/new', { ...TYPED, unitId: door.units.education.id, proof, ...more });
  }

  async function applied(more: Readonly<Record<string, string>> = {}) {
    const { body } = await apply(more);
    const [number = '', secret = ''] = [...body.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1] ?? '');
    return { number, secret, id: await idOf(number) };
  }

  async function idOf(number: string): Promise<string> {
    const { items } = await door.cases.view.list(door.people.office, {
      page: 1,
      pageSize: 1,
      sort: 'urgentOn',
      text: number,
    });
    return items[0]?.id ?? '';
  }

  async function confirmed(id: string): Promise<void> {
    const on = door.platform.clock.now().toISOString().slice(0, 10);
    const input = { version: await versionOf(door, id), on: on as never, how: '电话确认' };
    await door.service.receipt.confirm(door.people.officer, id, input);
    await accept(door, id);
  }

  const lookUp = (key: { number: string; secret: string }) => post('/disclosure-requests/look-up', key);
  const keyOf = ({ number, secret }: { number: string; secret: string }) => ({ number, secret });

  describe('依申请公开', () => {
    it('tells each way of asking with its day of receipt, the terms and the fee, and asks first whether it is public', async () => {
      const { body } = await get('/disclosure-requests');
      for (const words of ['当面提交之日', '签收之日', '双方确认之日', '20 个工作日内答复', '最多再延长 20 个工作日'])
        expect(body).toContain(words);
      for (const words of ['7 个工作日内一次性告知', '15 个工作日内答复', '信息处理费', 'action="/search"'])
        expect(body).toContain(words);
      expect(body).not.toContain('用途是');
    });

    it('stands in the foot of every page and in the sitemap', async () => {
      expect((await get('/')).body).toContain('href="/disclosure-requests"');
      expect((await get('/sitemap.xml')).body).toMatch(/\/disclosure-requests<\/loc>/);
    });
  });

  describe('the form', () => {
    it('asks for what article 29 names and never for a purpose', async () => {
      const { body, headers: answered } = await get(`/disclosure-requests/new?title=${encodeURIComponent('<b>方案')}`);
      for (const id of [
        'category',
        'applicant.name',
        'applicant.identityNumber',
        'applicant.phone',
        'wantedForm',
        'wantedWay',
        'needsHelp',
      ])
        expect(body).toContain(`id="${id}"`);
      expect(body).toContain('value="&lt;b>方案"');
      expect(body).not.toMatch(/name="[^"]*(purpose|用途)/);
      expect(body).toContain('>明湖区教育局</option>');
      expect(answered['cache-control']).toBe('no-store');
    });

    it('comes back with everything kept and everything wrong at once', async () => {
      const answer = await apply({
        category: 'company',
        'applicant.phone': '不是号码',
        wantedForm: 'paper',
        title: '',
      });
      expect(answer.statusCode).toBe(422);
      expect(answer.headers['cache-control']).toBe('no-store');
      for (const field of ['identityKind', 'contactPerson', 'title', 'wantedWay', 'applicant.phone'])
        expect(answer.body).toContain(`href="#${field}"`);
      expect(answer.body).toContain('value="不是号码"');
      expect(answer.body).toContain('申请公开2025年学区划分方案及论证材料。</textarea>');
      expect(answer.body).toMatch(/<option value="paper" selected/);
    });

    it('keeps every word when a file is of no use', async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(TYPED)) form.append(name, value);
      form.append('proof', tokenOf((await get('/disclosure-requests/new')).body));
      form.append('files', new Blob(['']), '身份证.jpg');
      const sent = new Request('http://localhost/', { method: 'POST', body: form });
      const answer = await app.server.inject({
        method: 'POST',
        url: '/disclosure-requests/new',
        headers: { accept: 'text/html', 'content-type': sent.headers.get('content-type') ?? '' },
        payload: Buffer.from(await sent.arrayBuffer()),
      });
      expect(answer.statusCode).toBe(422);
      for (const words of ['“身份证.jpg”是空文件', `value="${NAME}"`, '论证材料。</textarea>'])
        expect(answer.body).toContain(words);
    });

    it('is taken with number and secret; no day of answer is promised before both sides confirmed', async () => {
      door.on('2026-03-02');
      const { statusCode, body } = await apply();
      expect(statusCode).toBe(200);
      expect(body).toMatch(/<dd>YS[2-9A-Z]{11}<\/dd>/);
      expect(body).toContain('由<strong>明湖区教育局</strong>办理');
      expect(body).toContain('<strong>2026年3月3日</strong>');
      expect(body).toContain('双方确认之日为收到申请之日');
      expect(body).not.toContain('最迟');
    });

    it('sent twice by an impatient hand is one request', async () => {
      const proof = tokenOf((await get('/disclosure-requests/new')).body);
      wait(60_000);
      const from = elsewhere();
      const answers = await Promise.all(
        [1, 2, 3].map(() => post('/disclosure-requests/new', { ...TYPED, proof }, from)),
      );
      expect(new Set(answers.map(({ body }) => /<dd>(YS\w+)<\/dd>/.exec(body)?.[1])).size).toBe(1);
    });

    it('faster than anybody writes is asked for once more, and is refused from another site', async () => {
      const page = (await get('/disclosure-requests/new')).body;
      const answer = await post('/disclosure-requests/new', { ...TYPED, proof: tokenOf(page) });
      expect([answer.statusCode, answer.body.includes('提交过快')]).toEqual([422, true]);
      expect(tokenOf(answer.body)).toBe(tokenOf(page));
      const foreign = await app.server.inject({
        method: 'POST',
        url: '/disclosure-requests/new',
        headers: { ...headers, cookie: 'mingchuang_session=x', 'sec-fetch-site': 'cross-site' },
        payload: new URLSearchParams(TYPED).toString(),
      });
      expect(foreign.statusCode).toBe(403);
    });
  });

  describe('the applicant’s own request', () => {
    it('waits for confirmation, and says so', async () => {
      const key = await applied();
      const { statusCode, body, headers: answered } = await lookUp(key);
      expect([statusCode, answered['cache-control']]).toEqual([200, 'no-store']);
      for (const words of ['待与您确认收到', '期限没有开始', '网上申请', '电子文档', '网上获取'])
        expect(body).toContain(words);
      expect(body).not.toContain('最迟');
    });

    it('tells the day of answer, why it is this one, and what moved it; never whom the agency asked', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      expect((await lookUp(key)).body).toContain('最迟 2026年3月30日 答复');
      const { consultation, extension } = door.service;
      await consultation.consult(door.people.officer, key.id, {
        version: await versionOf(door, key.id),
        whom: 'thirdParty',
        name: '明湖建设有限公司',
        asked: '是否同意公开方案中的测绘数据',
      });
      let page = (await lookUp(key)).body;
      for (const words of ['征求第三方意见', '尚未结束', '期限是怎样计算的']) expect(page).toContain(words);
      door.on('2026-03-04');
      const [asked] = (await fileOf(door, key.id)).consultations;
      await consultation.end(door.people.officer, key.id, {
        version: await versionOf(door, key.id),
        consultationId: asked?.id ?? '',
        opinion: 'objects',
        text: '含有我公司商业秘密',
        isReasonable: false,
        on: '2026-03-04' as never,
      });
      await extension.propose(door.people.officer, key.id, {
        version: await versionOf(door, key.id),
        workdays: 10,
        reason: '需要逐项核对测绘数据',
      });
      const [proposed] = (await fileOf(door, key.id)).extensions;
      await extension.decide(door.people.head, key.id, {
        version: await versionOf(door, key.id),
        extensionId: proposed?.id ?? '',
        decision: 'approved',
        remark: null,
      });
      page = (await lookUp(key)).body;
      expect(page).toContain('同意延长 10 个工作日');
      expect(page).toContain('所需时间不计入期限');
      for (const inner of ['明湖建设', '商业秘密', '逐项核对', '李明', '王芳', '何静'])
        expect(page).not.toContain(inner);
    });

    it('is corrected by its form with files; the term begins anew, and a second press adds nothing', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      door.on('2026-03-04');
      await door.service.correction.ask(door.people.officer, key.id, {
        version: await versionOf(door, key.id),
        text: '请写明需要的是哪一所学校的学区。',
        until: '2026-03-13' as never,
      });
      const asked = (await lookUp(key)).body;
      for (const words of ['待您补正', '哪一所学校的学区', '2026年3月13日 前补正']) expect(asked).toContain(words);
      const empty = await post('/disclosure-requests/look-up/correction', { ...keyOf(key), text: ' ' });
      expect([empty.statusCode, empty.body.includes('请填写补正内容')]).toEqual([422, true]);
      door.on('2026-03-06');
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...keyOf(key), text: '明湖第一小学' })) form.append(name, value);
      form.append('files', new Blob(['学区示意']), '说明.txt');
      const sent = new Request('http://localhost/', { method: 'POST', body: form });
      const corrected = await app.server.inject({
        method: 'POST',
        url: '/disclosure-requests/look-up/correction',
        headers: { accept: 'text/html', 'content-type': sent.headers.get('content-type') ?? '' },
        payload: Buffer.from(await sent.arrayBuffer()),
      });
      expect(corrected.statusCode).toBe(200);
      for (const words of ['补正内容已经收到', '明湖第一小学', '说明.txt']) expect(corrected.body).toContain(words);
      const again = await post('/disclosure-requests/look-up/correction', { ...keyOf(key), text: '明湖第一小学' });
      expect(again.statusCode).toBe(200);
      const file = await fileOf(door, key.id);
      // Counted anew from 6 March, with the festival of 6 April.
      expect(file.case.dueOn).toBe('2026-04-03');
      expect(file.correction?.correctedOn).toBe('2026-03-06');
    });

    it('says which fee is to be paid, how it was reckoned, and until when', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      await door.service.fee.notice(door.people.officer, key.id, {
        version: await versionOf(door, key.id),
        way: 'volume',
        quantity: 60,
        earlierItems: 0,
      });
      const { body } = await lookUp(key);
      expect(body).toContain('待您缴费');
      const fee = (await fileOf(door, key.id)).fee;
      expect(body).toContain(`${fee?.amount} 元`);
      expect(body).toContain('2026年3月30日');
      for (const step of fee?.explanation ?? []) expect(body).toContain(step.replaceAll('<', '&lt;'));
      expect(body).not.toContain('提交补正');
      const late = await post('/disclosure-requests/look-up/correction', { ...keyOf(key), text: '补正一下' });
      expect([late.statusCode, late.body.includes('正在等待缴纳信息处理费')]).toEqual([409, true]);
      expect(late.body).toContain('待您缴费');
    });
  });

  describe('the decision', () => {
    it('is read with the applicant’s own name in it, and reading it on the portal is its delivery, once', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      door.on('2026-03-10');
      await decide(door, key.id, { ...OPEN, supply: '凭编号和查询码在网上获取' });
      expect((await fileOf(door, key.id)).deliveries).toEqual([]);
      const pages = await Promise.all(Array.from({ length: 8 }, () => lookUp(key)));
      for (const { statusCode, body } of pages) {
        expect(statusCode).toBe(200);
        for (const words of ['予以公开', `${NAME}：`, `${key.number}-1`]) expect(body).toContain(words);
        for (const inner of ['【申请人】', PHONE, IDENTITY, ADDRESS, EMAIL]) expect(body).not.toContain(inner);
      }
      const { deliveries, case: view } = await fileOf(door, key.id);
      expect(deliveries).toMatchObject([{ way: 'online', deliveredOn: '2026-03-10', proof: '网上查阅' }]);
      expect(view.history.filter((line) => line.event === 'deliver')).toHaveLength(1);
      expect((await lookUp(key)).body).toContain('2026年3月10日送达');
    });

    it.each(['pdf', 'docx'])(
      'is had as %s by number and secret alone, and that is its delivery too',
      async (format) => {
        door.on('2026-03-02');
        const key = await applied();
        await confirmed(key.id);
        await decide(door, key.id, OPEN);
        const url = '/disclosure-requests/look-up/letter';
        for (const wrong of [{ secret: '22222222' }, { number: 'YS22222222222' }]) {
          const answer = await post(url, { ...keyOf(key), seq: '1', format, ...wrong });
          expect([answer.statusCode, answer.headers['content-disposition']]).toEqual([404, undefined]);
        }
        expect((await post(url, { ...keyOf(key), seq: '2', format })).statusCode).toBe(409);
        expect((await fileOf(door, key.id)).deliveries).toEqual([]);
        const answer = await post(url, { ...keyOf(key), seq: '1', format });
        expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-store']);
        expect(answer.rawPayload.subarray(0, 2).toString()).toBe(format === 'pdf' ? '%P' : 'PK');
        if (format === 'docx') {
          const words = strFromU8(unzipSync(answer.rawPayload)['word/document.xml'] ?? new Uint8Array());
          expect(words).toContain(NAME);
          expect(words).not.toContain('【申请人】');
        }
        expect((await fileOf(door, key.id)).deliveries).toMatchObject([{ way: 'online', proof: '网上查阅' }]);
      },
    );

    it('wanted by mail is delivered by mail alone, however often it is read here', async () => {
      door.on('2026-03-02');
      const key = await applied({ wantedWay: 'mail', wantedForm: 'paper' });
      await confirmed(key.id);
      await decide(door, key.id, OPEN);
      expect((await lookUp(key)).body).toContain('予以公开');
      expect((await fileOf(door, key.id)).deliveries).toEqual([]);
    });

    it('for whoever asked at the counter is read here as well, with the secret of the receipt', async () => {
      door.on('2026-03-02');
      const receipt = await atCounter(door, { applicant: { ...applyInput(door).applicant, name: NAME } });
      await accept(door, receipt.id);
      await decide(door, receipt.id, OPEN);
      const { body } = await lookUp(keyOf(receipt));
      expect(body).toContain(`${NAME}：`);
      expect(body).toContain('当面提交');
    });
  });

  describe('taking it back', () => {
    it('is confirmed, logged for the officer, decided by people, and asked once', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      const url = '/disclosure-requests/look-up/withdrawal';
      const slip = await post(url, { ...keyOf(key), reason: '已经找到' });
      expect([slip.statusCode, slip.body.includes('请先勾选'), slip.body.includes('value="已经找到"')]).toEqual([
        422,
        true,
        true,
      ]);
      const taken = await Promise.all(
        [1, 2, 3].map(() => post(url, { ...keyOf(key), reason: '已经找到', confirmed: 'true' })),
      );
      for (const { statusCode, body } of taken)
        expect([statusCode, body.includes('撤回申请已经收到')]).toEqual([200, true]);
      const file = await fileOf(door, key.id);
      expect(file.case.state).toBe('assigned');
      expect(file.contacts.map(({ topic, text, by }) => [topic, text, by])).toEqual([
        ['withdrawal', '申请人在网上申请撤回：已经找到', '申请人'],
      ]);
      const { body } = await lookUp(key);
      expect(body).toContain('您于2026年3月2日申请撤回');
      expect(body).not.toContain('提交撤回');
    });

    it('is not offered once it is answered', async () => {
      door.on('2026-03-02');
      const key = await applied();
      await confirmed(key.id);
      await decide(door, key.id, OPEN);
      expect((await lookUp(key)).body).not.toContain('提交撤回');
      const late = await post('/disclosure-requests/look-up/withdrawal', { ...keyOf(key), confirmed: 'true' });
      expect(late.statusCode).toBe(409);
      expect((await fileOf(door, key.id)).contacts).toEqual([]);
    });
  });

  describe('whoever lacks number or secret', () => {
    it('reads the same page and the same status, whichever is wrong and whatever he tries', async () => {
      const key = await applied();
      await confirmed(key.id);
      await decide(door, key.id, OPEN);
      const same = (page: string) => page.replaceAll(/value="YS[^"]*"/g, '');
      for (const tail of ['', '/correction', '/withdrawal']) {
        const fields = { text: '补正', confirmed: 'true' };
        const url = `/disclosure-requests/look-up${tail}`;
        const wrongSecret = await post(url, { ...fields, number: key.number, secret: '22222222' });
        const wrongNumber = await post(url, { ...fields, number: 'YS22222222222', secret: key.secret });
        const neither = await post(url, fields);
        expect([wrongSecret.statusCode, wrongNumber.statusCode, neither.statusCode]).toEqual([404, 404, 422]);
        expect(neither.body).toContain('请填写编号和查询码');
        expect(same(wrongSecret.body)).toBe(same(wrongNumber.body));
        for (const word of [...SEALED, '学区划分', '予以公开']) expect(wrongSecret.body).not.toContain(word);
      }
      expect((await fileOf(door, key.id)).deliveries).toEqual([]);
    });

    it('waits after many wrong tries, and no attempt gets through meanwhile', async () => {
      const key = await applied();
      const guesser = elsewhere();
      const tries: number[] = [];
      for (let n = 2; n < 9; n += 1)
        tries.push(
          (await post('/disclosure-requests/look-up', { number: key.number, secret: `2222222${n}` }, guesser))
            .statusCode,
        );
      expect(tries).toEqual([404, 404, 404, 404, 404, 429, 429]);
      const waiting = await post('/disclosure-requests/look-up', keyOf(key), guesser);
      const file = await post(
        '/disclosure-requests/look-up/letter',
        { ...keyOf(key), seq: '1', format: 'pdf' },
        guesser,
      );
      for (const { statusCode, headers, body } of [waiting, file]) {
        expect([statusCode, headers['retry-after']]).toEqual([429, '15']);
        expect(body).toContain('请在 15 秒后再试');
      }
      expect((await lookUp(key)).statusCode).toBe(200);
    });
  });

  describe('numbers of another business', () => {
    it('lead to the page of their own without typing again, and tell nothing', async () => {
      const there = await post('/messages/look-up', { number: 'ys-22222 22222 2', secret: 'ABCDEFGH' });
      expect(there.statusCode).toBe(200);
      expect(there.body).toContain('action="/disclosure-requests/look-up"');
      expect(there.body).toContain('value="ABCDEFGH"');
      const back = await post('/disclosure-requests/look-up', { number: 'ZX22222222222', secret: 'ABCDEFGH' });
      expect(back.body).toContain('action="/messages/look-up"');
      expect(back.headers.location).toBeUndefined();
    });

    it('asks for a way in again at the addresses of its acts', async () => {
      for (const tail of ['correction', 'withdrawal']) {
        const answer = await get(`/disclosure-requests/look-up/${tail}`);
        expect([answer.statusCode, answer.headers.location]).toEqual([303, '/disclosure-requests/look-up']);
      }
    });
  });
});
