import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestDistrict, policyContent, type TestDistrict } from '../../../district.fixtures.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { SESSION_COOKIE } from '../../../platform/http/csrf.ts';
import { CaseQuery } from '../../cases/cases.contract.ts';
import { addPerson } from '../../organisations/organisations.fixtures.ts';

let district: TestDistrict;
let policy: number;
let officer: Actor;
beforeAll(async () => {
  district = await openTestDistrict({ now: '2026-03-02T09:00:00+08:00' });
  const { organisations } = district.modules;
  officer = (await addPerson(organisations.service, district.units.education, 'officer.jiaoyu', '李明', 'officer'))
    .actor;
  policy = (await district.takeIn(policyContent({ title: '明湖区教育局关于招生入学工作的通知' }))).number;
  await district.settled();
});
afterAll(() => district.close());

const tokenOf = (page: string) => /name="proof" value="([^"]+)"/.exec(page)?.[1] ?? '';

function post(url: string, fields: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}) {
  return district.app.server.inject({
    method: 'POST',
    url,
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: new URLSearchParams(fields).toString(),
  });
}

/** As somebody who reads the form and takes a minute. */
async function ask(url: string, fields: Readonly<Record<string, string>>, headers = {}) {
  const proof = tokenOf(await district.look(url));
  const { clock } = district.platform;
  clock.set(new Date(clock.now().getTime() + 60_000));
  return post(url, { proof, ...fields }, headers);
}

function receiptOf(page: string): { number: string; secret: string } {
  const [number = '', secret = ''] = [...page.matchAll(/<dd>([^<]+)<\/dd>/g)].map((match) => match[1] ?? '');
  return { number, secret };
}

describe('the board of a policy (MSG-1, MSG-8)', () => {
  it('stands on its page, leads to a form about it, and says the term', async () => {
    const page = await district.look(`/documents/${policy}`);
    expect(page).toContain('对这份文件有疑问');
    expect(page).toContain('5个工作日内答复');
    expect(page).toContain(`/messages/new?channel=policyMessage&amp;document=${policy}`);
    const form = await district.look(`/messages/new?channel=policyMessage&document=${policy}`);
    expect(form).toContain('明湖区教育局关于招生入学工作的通知');
  });

  it('is asked about public policies alone', async () => {
    for (const url of ['/messages/new?channel=policyMessage', '/messages/new?channel=policyMessage&document=999']) {
      const answer = await district.app.server.inject({ url, headers: { accept: 'text/html' } });
      expect([answer.statusCode, answer.headers.location]).toEqual([303, '/messages']);
    }
    expect((await district.app.server.inject({ url: '/messages/new?channel=transferred' })).statusCode).toBe(303);
  });

  it('goes to the unit that drafted it (MSG-5)', async () => {
    const url = `/messages/new?channel=policyMessage&document=${policy}`;
    const { body } = await ask(url, { text: '入学材料要几份？', act: 'send' });
    expect(body).toContain('由<strong>明湖区教育局</strong>办理');
  });
});

describe('a form that asks who is to answer', () => {
  it('offers only units where somebody takes up what comes', async () => {
    for (const channel of ['enquiry', 'mailbox', 'suggestion']) {
      const page = await district.look(`/messages/new?channel=${channel}`);
      expect(page).toContain('>明湖区教育局</option>');
      for (const name of ['明湖区人民政府', '临湖街道办事处']) expect(page).not.toContain(`>${name}</option>`);
    }
  });
});

describe('a form that comes back', () => {
  const url = '/messages/new?channel=enquiry';

  it('is shown again with everything kept and what to mend, when something is wrong', async () => {
    const text = '请问<b>怎样</b>办理？"引号"';
    const answer = await ask(url, { text, title: '标题', 'applicant.phone': '不是号码', mayPublish: 'true' });
    expect(answer.statusCode).toBe(422);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.body).toContain('请问&lt;b>怎样&lt;/b>办理？');
    expect(answer.body).toContain('value="不是号码"');
    expect(answer.body).toMatch(/name="mayPublish"[^>]*checked/);
    expect(answer.body).toContain('href="#applicant.phone"');
    expect(answer.body).toContain('aria-describedby="applicant.phone-fault"');
  });

  it('faster than anybody writes is asked for once more, without waiting anew', async () => {
    const page = await district.look(url);
    const answer = await post(url, { proof: tokenOf(page), text: '请问周六开门吗？' });
    expect(answer.statusCode).toBe(422);
    expect(answer.body).toContain('提交过快');
    expect(answer.body).toContain('请问周六开门吗？');
    expect(tokenOf(answer.body)).toBe(tokenOf(page));
    const { clock } = district.platform;
    const now = clock.now();
    clock.set(new Date(now.getTime() + 3_000));
    const again = await post(url, { proof: tokenOf(answer.body), text: '请问周六开门吗？' });
    expect([again.statusCode, again.body.includes('已经收到')]).toEqual([200, true]);
    const other = await post(url, { proof: tokenOf(answer.body), text: '请问周日开门吗？' });
    expect([other.statusCode, other.body.includes('已经提交过')]).toEqual([422, true]);
    expect(tokenOf(other.body)).not.toBe(tokenOf(page));
    clock.set(now);
  });

  it('with an empty file keeps the words and says which file was not taken, and what the words lack beside it', async () => {
    const form = new FormData();
    form.append('text', '请问附件怎样提交？');
    form.append('applicant.email', '不是邮箱');
    form.append('proof', tokenOf(await district.look(url)));
    form.append('files', new Blob(['']), '空白.txt');
    const sent = new Request('http://localhost/', { method: 'POST', body: form });
    const answer = await district.app.server.inject({
      method: 'POST',
      url,
      headers: { accept: 'text/html', 'content-type': sent.headers.get('content-type') ?? '' },
      payload: Buffer.from(await sent.arrayBuffer()),
    });
    expect(answer.statusCode).toBe(422);
    for (const words of ['“空白.txt”是空文件', 'href="#applicant.email"', '请问附件怎样提交？'])
      expect(answer.body).toContain(words);
  });

  it('twice by an impatient hand is one message', async () => {
    const proof = tokenOf(await district.look(url));
    district.platform.clock.set(new Date(district.platform.clock.now().getTime() + 60_000));
    const fields = { proof, text: '请问图书馆周一开门吗？' };
    const first = receiptOf((await post(url, fields)).body);
    const second = receiptOf((await post(url, fields)).body);
    expect(first.number).toMatch(/^ZX/);
    expect(second).toEqual(first);
  });

  it('is taken from somebody of the staff who is signed in, too, but never from another site', async () => {
    const cookie = `${SESSION_COOKIE}=somebody`;
    expect((await ask(url, { text: '我也是居民，想问一件事。' }, { cookie })).statusCode).toBe(200);
    expect((await ask(url, { text: '别处的网页替你提问。' }, { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
  });
});

describe('a form with too much, or too often', () => {
  const url = '/messages/new?channel=enquiry';

  it('says before and afterwards how much it takes, exactly, counting as people count', async () => {
    const page = await district.look(url);
    expect(page).toContain('最多 5000 个字。');
    // Nothing is cut off unseen while it is pasted.
    expect(/<textarea id="text"[^>]*>/.exec(page)?.[0]).not.toContain('maxlength');
    const long = '问'.repeat(5001);
    const refused = await ask(url, { text: long });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('最多 5000 个字，现在是 5001 个字');
    expect(refused.body).toContain(`>${long}</textarea>`);
    expect((await ask(url, { text: '问'.repeat(5000) })).statusCode).toBe(200);
    // Ends of lines, letters outside the first plane and blanks around count as one, one and none.
    expect((await ask(url, { text: `  ${'𠮷\r\n'.repeat(2499)}𠮷𠮷  ` })).statusCode).toBe(200);
    const title = await ask(url, { text: '请问怎样办理？', title: '题'.repeat(101) });
    expect(title.body).toContain('标题：最多 100 个字');
  });

  it('says in a sentence what is wrong with parameters that no browser of ours sends', async () => {
    for (const [name, value, words] of [
      ['unitId', 'abc', '没有这个单位，请重新选择'],
      ['unitId', '00000000-0000-4000-8000-000000000000', '请重新选择单位'],
      ['applicant.kind', 'robot', '填写的内容：不是可选的内容'],
    ] as const) {
      const answer = await ask(url, { text: '请问怎样办理？', [name]: value });
      expect([answer.statusCode, answer.body.includes(words)], `${name}=${value}`).toEqual([422, true]);
      expect(answer.body).toContain('>请问怎样办理？</textarea>');
    }
    for (const odd of ['?channel=', '?channel=__proto__', '?channel=policyMessage&document=abc', '?document=1e9']) {
      const { statusCode, headers } = await district.app.server.inject({ url: `/messages/new${odd}` });
      expect([statusCode, headers.location], odd).toEqual([303, '/messages']);
    }
  });

  it('keeps what was typed when one connection sends too often, and says how long to wait', async () => {
    const fields = { text: '请问第几次才算太多？', title: '一个问题', 'applicant.phone': '13900000000' };
    const send = () =>
      district.app.server.inject({
        method: 'POST',
        url,
        remoteAddress: '198.51.100.77',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push(await send());
    expect(answers.filter(({ statusCode }) => statusCode === 429)).toHaveLength(1);
    const last = answers.at(-1);
    expect(last?.statusCode).toBe(429);
    expect(last?.body).toContain('>请问第几次才算太多？</textarea>');
    for (const value of ['一个问题', '13900000000']) expect(last?.body).toContain(`value="${value}"`);
    const seconds = Number(last?.headers['retry-after']);
    expect(seconds).toBeGreaterThan(0);
    expect(last?.body).toContain(`请等 ${seconds} 秒后再提交一次`);
    expect((await post(url, fields)).statusCode).not.toBe(429);
  });

  it('is thanked for in the words of its kind', async () => {
    for (const [channel, words] of [
      ['enquiry', '您的咨询已经收到。'],
      ['suggestion', '您的意见建议已经收到，谢谢。'],
      ['mailbox', '您的来信已经收到。'],
    ] as const) {
      const fields = { title: '一件事', text: `第一次写${channel}。` };
      const named = { 'applicant.name': '张三', 'applicant.phone': '13900000000' };
      const { body } = await ask(`/messages/new?channel=${channel}`, { ...fields, ...named });
      expect(body).toContain(words);
    }
  });
});

describe('a report of an error (SITE-3)', () => {
  it('has the address of the page in its form and a term of three days', async () => {
    const url = '/site-errors/new';
    expect(await district.look(`${url}?page=/documents/${policy}`)).toContain(`value="/documents/${policy}"`);
    expect(await district.look(`${url}?page=javascript:alert(1)`)).not.toContain('javascript:');
    const missing = await ask(url, { text: '附件打不开。' });
    expect(missing.body).toContain('请填写有错的网页地址');
    for (const address of ['javascript:alert(1)', 'data:text/html,x', '首页']) {
      const refused = await ask(url, { text: '打不开。', 'fields.address': address, 'fields.type': 'link' });
      expect([refused.statusCode, refused.body.includes('以 http:// 或 https:// 开头')], address).toEqual([422, true]);
      expect(refused.body).not.toContain(`href="${address}`);
    }
    const elsewhere = { 'fields.address': 'https://www.example.org/a', 'fields.type': 'link' };
    expect((await ask(url, { text: '打不开。', ...elsewhere })).body).toContain('“www.example.org”不是我们管理的网站');
    const { body } = await ask(url, { text: '附件打不开。', 'fields.address': '/documents/1', 'fields.type': 'link' });
    expect(receiptOf(body).number).toMatch(/^JC/);
    expect(body).toContain('2026年3月5日');
  });
});

describe('a form with files that did not arrive whole', () => {
  const FORMS = [
    '/messages/new?channel=enquiry',
    '/site-errors/new',
    '/messages/look-up',
    '/messages/look-up/supplement',
    '/disclosure-requests/new',
    '/disclosure-requests/look-up',
    '/disclosure-requests/look-up/correction',
    '/disclosure-complaints/new',
  ];
  const file = '--x\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\n\r\nhalf';

  it.each(FORMS)('%s asks to send it again', async (url) => {
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x']) {
      const { statusCode, headers, body } = await district.app.server.inject({
        method: 'POST',
        url,
        headers: { accept: 'text/html', 'content-type': type },
        payload: file,
      });
      expect([statusCode, headers['content-type']], type).toEqual([400, 'text/html; charset=utf-8']);
      expect(body).toContain('上传没有完成，内容没有保存。请重新提交');
    }
  });
});

describe('looking up', () => {
  it('needs both; whoever lacks either reads the same page', async () => {
    const { number, secret } = receiptOf(
      (await ask('/messages/new?channel=enquiry', { text: '请问怎样领取居住证？', act: 'send' })).body,
    );
    const right = await post('/messages/look-up', { number, secret });
    expect(right.statusCode).toBe(200);
    expect(right.body).toContain('请问怎样领取居住证？');
    expect(right.headers['cache-control']).toBe('no-store');
    // Why the answer is owed by that day, counted from the day of receipt.
    expect(right.body).toMatch(/期限是怎样计算的[\s\S]*第 5 个工作日|期限是怎样计算的[\s\S]*5个工作日/);
    const wrongSecret = await post('/messages/look-up', { number, secret: '22222222' });
    const wrongNumber = await post('/messages/look-up', { number: 'ZX22222222222', secret });
    expect([wrongSecret.statusCode, wrongNumber.statusCode]).toEqual([404, 404]);
    const same = (page: string) => page.replace(/value="ZX[^"]*"/, '');
    expect(same(wrongSecret.body)).toBe(same(wrongNumber.body));
  });

  it('names what was left empty, which is no guess', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { statusCode, body } = await post('/messages/look-up', { number: ' ', secret: '' });
      expect([statusCode, body.includes('请填写编号和查询码')]).toEqual([422, true]);
    }
    const half = await post('/messages/look-up', { number: 'ZX22222222222', secret: '' });
    expect(half.body).toContain('请填写查询码');
    expect(half.body).toContain('value="ZX22222222222"');
  });

  it('tells whoever was wrong too often when to come back, to people and programs alike', async () => {
    const { number, secret } = receiptOf(
      (await ask('/messages/new?channel=enquiry', { text: '请问公交卡在哪里办理？', act: 'send' })).body,
    );
    const from = (url: string, fields: Readonly<Record<string, string>>) =>
      district.app.server.inject({
        method: 'POST',
        url,
        remoteAddress: '198.51.100.78',
        headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams(fields).toString(),
      });
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, n) => from('/messages/look-up', { number, secret: `2222${n + 2222}` })),
    );
    expect(answers.filter(({ statusCode }) => statusCode === 404)).toHaveLength(5);
    const waiting = answers.filter(({ statusCode }) => statusCode === 429);
    expect(waiting).toHaveLength(25);
    const acted = await from('/messages/look-up/rating', { number, secret, stars: '5' });
    for (const { headers, body } of [...waiting, acted]) {
      expect(headers['retry-after']).toBe('15');
      expect(body).toContain('请在 15 秒后再试');
    }
  });

  it('says what an act lacks, on the page of the case to who knows the secret, else as little as ever', async () => {
    const { number, secret } = receiptOf(
      (await ask('/messages/new?channel=enquiry', { text: '请问在哪里办理老年卡？', act: 'send' })).body,
    );
    for (const [tail, words] of [
      ['answer', '请填写补充内容。'],
      ['rating', '请选择一项评价。'],
    ] as const) {
      const known = await post(`/messages/look-up/${tail}`, { number, secret });
      expect([known.statusCode, known.body.includes(words)]).toEqual([422, true]);
      expect(known.body).toContain('请问在哪里办理老年卡？');
      const unknown = await post(`/messages/look-up/${tail}`, { number, secret: '22222222' });
      expect(unknown.body).not.toContain('老年卡');
    }
  });

  it('says the same to an answer that is sent twice, and shows what was added', async () => {
    const sent = { text: '请问路灯坏了找谁？', unitId: district.units.education.id, act: 'send' };
    const asked = await ask('/messages/new?channel=enquiry', sent);
    const key = receiptOf(asked.body);
    const { view, routing, handling } = district.modules.cases.service;
    const { items } = await view.list(officer, { page: 1, pageSize: 1, sort: 'urgentOn', text: key.number });
    const { id = '', version = 0 } = items[0] ?? {};
    await routing.accept(officer, id, version);
    await handling.askSender(officer, id, { version: version + 1, question: '请问在哪一条路？' });
    for (const _ of ['first', 'second']) {
      const { statusCode, body } = await post('/messages/look-up/answer', { ...key, text: '幸福路 9 号门口' });
      expect(statusCode).toBe(200);
      for (const words of ['补充内容已经收到', '请问在哪一条路？', '幸福路 9 号门口']) expect(body).toContain(words);
    }
    const other = await post('/messages/look-up/answer', { ...key, text: '还有一处' });
    expect(other.statusCode).toBe(409);
    expect(other.body).toContain('现在没有需要您补充的内容');
  });

  it('asks for a way in again at the addresses of its acts', async () => {
    const answer = await district.app.server.inject({ url: '/messages/look-up/rating' });
    expect([answer.statusCode, answer.headers.location]).toEqual([303, '/messages/look-up']);
  });
});

describe('互动交流', () => {
  it('names the ways of asking with their terms, and figures in words beside the pictures (MSG-2)', async () => {
    const page = await district.look('/messages');
    for (const word of ['网上咨询', '领导信箱', '意见建议', '我为政府网站找错', '3个工作日内答复', '简单问题'])
      expect(page).toContain(word);
    expect(page).toContain('年办理情况');
    expect(page).not.toContain('转办留言');
  });

  it('stands in the sitemap', async () => {
    expect(await district.look('/sitemap.xml')).toMatch(/\/messages<\/loc>/);
  });
});

describe('questions answered before', () => {
  it('are asked for without any trace of who asks', async () => {
    const answer = await district.app.server.inject({
      method: 'POST',
      url: '/api/answered-questions',
      payload: { text: '没有户口可以报名吗' },
    });
    expect(answer.json()).toEqual({ items: [] });
  });
});

describe('the page of one’s own message', () => {
  const url = '/messages/new?channel=enquiry';
  const SYSTEM: Actor = { type: 'system' };
  const own = async () => {
    const { body } = await ask(url, { text: '请问哪天开门？', unitId: district.units.education.id, act: 'send' });
    const key = receiptOf(body);
    const { cases } = district.modules;
    const { items } = await cases.service.view.list(SYSTEM, CaseQuery.parse({ text: key.number }));
    return { key, id: items[0]?.id ?? '' };
  };
  const version = async (id: string) => (await district.modules.cases.service.view.get(SYSTEM, id)).version;

  it('takes what its sender adds, keeps it when it is too long, and says how often he may still', async () => {
    const { key, id } = await own();
    const long = '补'.repeat(2001);
    const refused = await post('/messages/look-up/supplement', { ...key, supplement: long });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain(`>${long}</textarea>`);
    expect(refused.body).toContain('最多 2000 个字');
    // As browsers send line ends.
    const taken = await post('/messages/look-up/supplement', { ...key, supplement: `${'补\r\n'.repeat(1000)}` });
    expect(taken.statusCode).toBe(200);
    expect(taken.body).toContain('您补充的情况已经收到');
    expect(taken.body).toContain('还可以补充 2 次');
    const view = await district.modules.cases.service.view.get(officer, id);
    expect(view.senderWords[0]?.text).toHaveLength(1999);
  });

  it('offers to ask on after the answer, and shows the new day once that is done', async () => {
    const { key, id } = await own();
    const { routing, replies } = district.modules.cases.service;
    await routing.accept(officer, id, await version(id));
    await replies.draft(officer, id, { edit: 0, text: '周一至周五开门。', findingsReason: null });
    await replies.submit(officer, id, { version: await version(id), edit: 1 });
    const head = await addPerson(
      district.modules.organisations.service,
      district.units.education,
      'head.jiaoyu',
      '王芳',
      'head',
    );
    const decision = { step: 'answer', edit: 1, decision: 'approved' } as const;
    await replies.review(head.actor, id, { version: await version(id), ...decision, comment: null });
    await replies.send(officer, id, { version: await version(id), edit: 1 });
    const answered = await post('/messages/look-up', key);
    expect(answered.body).toContain('2026年3月17日以前可以追问一次');
    expect(answered.body).not.toContain('最迟');
    const empty = await post('/messages/look-up/asking-on', { ...key, askOn: '  ' });
    expect([empty.statusCode, empty.body.includes('请填写内容')]).toEqual([422, true]);
    const asked = await post('/messages/look-up/asking-on', { ...key, askOn: '周六呢？' });
    expect(asked.body).toContain('您的追问已经收到');
    expect(asked.body).toMatch(/最迟 2026年3月9日 答复/);
    expect(asked.body).not.toContain('以前可以追问');
    const late = await post('/messages/look-up/asking-on', { ...key, askOn: '再问一次。' });
    // What cannot be asked on is kept for adding it.
    expect([late.statusCode, late.body.includes('>再问一次。</textarea>')]).toEqual([409, true]);
    expect(late.body).toContain('每次答复后可以追问一次');
  });

  it('leads whoever opens its addresses by hand to the question for the number', async () => {
    for (const tail of ['answer', 'asking-on', 'supplement', 'rating']) {
      const { statusCode, headers } = await district.app.server.inject({ url: `/messages/look-up/${tail}` });
      expect([statusCode, headers.location], tail).toEqual([303, '/messages/look-up']);
    }
  });
});
