import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { modulesInOrder } from '../../../app.ts';
import { deliverEvents } from '../../../platform/change/deliver-events.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestKnowledge, type TestKnowledge } from '../knowledge.fixtures.ts';
import { FOUR_TARGETS, type Target } from '../knowledge-words.ts';

const IDENTITY = '110101199003074450';

describeDatabases([], (database) => {
  let test: TestKnowledge;
  let keys: Record<'hotlineKey' | 'counterKey', string>;
  const entry = { number: 0, publicationId: '' };

  beforeAll(async () => {
    test = await openTestKnowledge({ database: database() });
    keys = {
      hotlineKey: await receiver('市12345知识库', 'hotline12345'),
      counterKey: await receiver('区政务服务中心', 'serviceCentre'),
    };
    entry.publicationId = await test.draft({ basis: '每学期开学前两周提出转学申请' });
    entry.number = await test.publish(entry.publicationId);
  });
  afterAll(() => test.close());

  const knowledge = () => test.modules.knowledge.service;
  async function receiver(name: string, target: Target): Promise<string> {
    return (await knowledge().receivers.create(test.people.office, { name, target })).key;
  }
  async function pull(key: string, address = '/knowledge/v1/entries', headers: Record<string, string> = {}) {
    const answer = await test.app.server.inject({
      url: address,
      headers: { authorization: `Bearer ${key}`, ...headers },
    });
    return { status: answer.statusCode, headers: answer.headers, body: answer.body === '' ? null : answer.json() };
  }
  async function report(key: string, body: object, idempotencyKey = 'report-0001') {
    const answer = await test.app.server.inject({
      method: 'POST',
      url: '/knowledge/v1/gaps',
      headers: { authorization: `Bearer ${key}`, ...(idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}) },
      payload: body,
    });
    return { status: answer.statusCode, body: answer.json() };
  }

  describe('what hotlines and counters take over (KB-2, KB-3, KB-6)', () => {
    it('is for keys alone, and a key opens nothing once it was taken back', async () => {
      expect((await pull('mckb_wrong')).status).toBe(401);
      const nobody = await test.app.server.inject({ url: '/knowledge/v1/entries' });
      expect(nobody.statusCode).toBe(401);
      expect(nobody.headers['www-authenticate']).toBe('Bearer');
      const made = await knowledge().receivers.create(test.people.office, { name: '某协会', target: 'partner' });
      expect((await pull(made.key)).status).toBe(200);
      await knowledge().receivers.revokeKey(test.people.office, made.receiver.keys[0]?.id ?? '');
      expect((await pull(made.key)).status).toBe(401);
    });

    it('is what is public, whole, with the policy and the passage, by a cursor', async () => {
      const first = await pull(keys.hotlineKey);
      expect(first.body.items).toMatchObject([
        {
          number: entry.number,
          ordinal: 1,
          state: 'public',
          question: '什么时候可以申请转学？',
          answer: '每学期开学前两周由监护人提出申请。',
          basis: '每学期开学前两周提出转学申请',
          unit: { code: 'jiaoyu' },
          policies: [{ number: test.policy.number }],
        },
      ]);
      const rest = await pull(keys.hotlineKey, `/knowledge/v1/entries?after=${first.body.cursor}`);
      expect(rest.body).toMatchObject({ items: [], hasMore: false });
    });

    it('is sent once while nothing changes (ETag)', async () => {
      const first = await pull(keys.counterKey);
      const etag = String(first.headers.etag);
      expect((await pull(keys.counterKey, '/knowledge/v1/entries', { 'if-none-match': etag })).status).toBe(304);
    });

    it('is paged without losing one, however small the page', async () => {
      for (const question of ['转学要哪些材料？', '转学要多久？']) await test.publish(await test.draft({ question }));
      const seen: number[] = [];
      for (let after = 0, more = true; more; ) {
        const { body } = await pull(keys.hotlineKey, `/knowledge/v1/entries?after=${after}&limit=1`);
        expect(body.items.length).toBeLessThanOrEqual(1);
        seen.push(...body.items.map((item: { number: number }) => item.number));
        more = body.hasMore;
        after = body.cursor;
      }
      expect(new Set(seen).size).toBe(3);
      expect(seen).toHaveLength(3);
    });

    it('is on record: what was handed to whom when, and whether it was kept', async () => {
      const { items } = await knowledge().receivers.deliveries(test.people.office, { page: 1, pageSize: 50 });
      const mine = items.filter((one) => one.number === entry.number);
      expect(mine.find((one) => one.target === 'hotline12345')?.confirmedAt).not.toBeNull();
      // It never asked for what comes behind.
      expect(mine.find((one) => one.target === 'serviceCentre')?.confirmedAt).toBeNull();
      const [hotline] = (await knowledge().receivers.list(test.people.office)).filter(
        (one) => one.target === 'hotline12345',
      );
      expect(hotline).toMatchObject({ delivered: 3, waiting: 0 });
    });

    it('counts for a policy once all four have it (KB-C1)', async () => {
      const figure = async () =>
        (await knowledge().figures.figures(test.people.office)).items.find((one) => one.code === 'KB-C1');
      expect(await figure()).toMatchObject({ met: 0, of: 1 });
      for (const target of FOUR_TARGETS) await pull(await receiver(`系统${target}`, target));
      expect(await figure()).toMatchObject({ met: 1, of: 1 });
      const { items } = await knowledge().figures.records(test.people.office, { code: 'KB-C1', page: 1, pageSize: 10 });
      expect(items).toMatchObject([{ href: `/documents/${test.policy.number}`, isMet: true }]);
    });

    it('says so when an entry is taken down, without its words', async () => {
      const { view, ends } = test.modules.publications.service;
      const gone = await test.publish(await test.draft({ question: '转学要交钱吗？' }));
      const after = (await pull(keys.hotlineKey, '/knowledge/v1/entries?limit=200')).body.cursor;
      const id = (await test.modules.publications.service.open.item(gone))?.publicationId ?? '';
      const { version } = await view.get({ type: 'system' }, id);
      await ends.withdraw(test.people.officer, id, { version, reason: '内容有误' });
      const { body } = await pull(keys.hotlineKey, `/knowledge/v1/entries?after=${after}`);
      expect(body.items).toMatchObject([{ number: gone, state: 'removed', question: '', answer: '' }]);
    });

    it('never is a draft', async () => {
      const id = await test.draft({ question: '还没有审核的问题？' });
      expect(JSON.stringify((await pull(keys.hotlineKey)).body)).not.toContain('还没有审核的问题');
      expect(id).toBeTruthy();
    });
  });

  describe('what counters are asked and the base lacks (KB-4)', () => {
    const REPORT = {
      externalNumber: 'ZW-2026-001',
      questions: ['转学以后学籍怎么办', `我身份证${IDENTITY}能办转学吗`],
      times: 18,
      from: '2026-02-01',
      to: '2026-02-28',
      unit: '区教育局',
    };

    it('becomes a task of the drafting unit, due by working days, without personal data', async () => {
      const { status, body } = await report(keys.counterKey, REPORT);
      expect(status).toBe(201);
      // Five working days from Monday, 2 March 2026.
      expect(body).toMatchObject({ state: 'open', stateText: '待起草', dueOn: '2026-03-09', unit: { code: 'jiaoyu' } });
      const { items } = await knowledge().gaps.list(test.people.handler, { open: 'true', page: 1, pageSize: 10 });
      expect(items).toMatchObject([{ externalNumber: 'ZW-2026-001', times: 18, workdaysLeft: 5, mayAnswer: true }]);
      expect(JSON.stringify(items)).not.toContain(IDENTITY);
      expect((await knowledge().gaps.list(test.people.stranger, { page: 1, pageSize: 10 })).items).toEqual([]);
    });

    it('is the same when it is sent again, and something else under its key or number is refused', async () => {
      expect((await report(keys.counterKey, REPORT)).status).toBe(200);
      expect((await report(keys.counterKey, { ...REPORT, times: 19 })).body.code).toBe('idempotency-conflict');
      expect((await report(keys.counterKey, REPORT, 'report-0002')).body.code).toBe('idempotency-conflict');
      expect((await report(keys.counterKey, REPORT, '')).body.code).toBe('idempotency-key-missing');
      // Another reporter's numbers are its own.
      expect((await report(keys.hotlineKey, { ...REPORT, policyNumber: test.policy.number, unit: null })).status).toBe(
        201,
      );
    });

    it('is one, however many send it at the same moment', async () => {
      const body = { ...REPORT, externalNumber: 'ZW-2026-002' };
      const answers = await Promise.all(Array.from({ length: 8 }, () => report(keys.counterKey, body, 'report-race')));
      expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
      expect(answers.every((one) => one.status === 200 || one.status === 201)).toBe(true);
    });

    it('is refused with what is wrong with it', async () => {
      const answer = await report(keys.counterKey, { ...REPORT, externalNumber: 'X', unit: '没有的局' }, 'report-0003');
      expect(answer).toMatchObject({ status: 422, body: { code: 'gap-refused' } });
      expect((await report(keys.counterKey, { externalNumber: 'X' }, 'report-0004')).status).toBe(400);
    });

    it('is answered by an entry, of which the reporter’s next pull tells (KB-C2)', async () => {
      const { items } = await knowledge().gaps.list(test.people.handler, { open: 'true', page: 1, pageSize: 10 });
      const gap =
        items.find((one) => one.externalNumber === 'ZW-2026-001' && one.target === 'serviceCentre') ??
        expect.fail('no gap');
      const publicationId = await test.draft({ question: '转学以后学籍怎么办？', gapId: gap.id });
      expect((await pull(keys.counterKey, '/knowledge/v1/gaps/ZW-2026-001')).body).toMatchObject({ state: 'drafting' });
      const after = (await pull(keys.counterKey, '/knowledge/v1/entries?limit=200')).body.cursor;
      const number = await test.publish(publicationId);
      await deliverEvents(test.platform, modulesInOrder(test.modules), new AbortController().signal);
      const { body } = await pull(keys.counterKey, `/knowledge/v1/entries?after=${after}`);
      expect(body.items).toMatchObject([{ number, answersGaps: ['ZW-2026-001'] }]);
      expect((await pull(keys.counterKey, '/knowledge/v1/gaps/ZW-2026-001')).body).toMatchObject({
        state: 'answered',
        entryNumber: number,
      });
      // Nobody else learns whose report it was.
      const others = await pull(keys.hotlineKey, `/knowledge/v1/entries/${number}`);
      expect(others.body.answersGaps).toEqual([]);
      expect((await pull(keys.hotlineKey, '/knowledge/v1/gaps/ZW-2026-002')).status).toBe(404);
      expect(await knowledge().gaps.get(test.people.handler, gap.id)).toMatchObject({ toldAt: expect.any(String) });
    });

    it('is declined with a reason, or given to another unit, by those who may', async () => {
      const { items } = await knowledge().gaps.list(test.people.office, { open: 'true', page: 1, pageSize: 10 });
      const [one, other] = items;
      if (!one || !other) throw new Error('two gaps were expected');
      const input = { version: one.version, unitId: test.units.lakeside.id };
      await expect(knowledge().gaps.transfer(test.people.handler, one.id, input)).rejects.toMatchObject({
        status: 403,
      });
      const moved = await knowledge().gaps.transfer(test.people.office, one.id, input);
      expect(moved).toMatchObject({ unit: { code: 'linhu' }, dueOn: one.dueOn });
      const declined = await knowledge().gaps.decline(test.people.office, other.id, {
        version: other.version,
        reason: '属于个案，请当事人直接咨询',
      });
      expect(declined).toMatchObject({ state: 'declined', mayAnswer: false });
      await expect(
        knowledge().gaps.decline(test.people.office, other.id, { version: declined.version, reason: '再来一次' }),
      ).rejects.toMatchObject({ code: 'settled' });
    });

    it('is counted with the days that it took', async () => {
      const { items } = await knowledge().figures.figures(test.people.office);
      expect(items.find((one) => one.code === 'KB-C2')).toMatchObject({
        met: 1,
        of: 3,
        note: '平均 0.0 个工作日答复入库。',
      });
      const { items: records } = await knowledge().figures.records(test.people.office, {
        code: 'KB-C2',
        met: 'false',
        page: 1,
        pageSize: 10,
      });
      expect(records).toHaveLength(2);
    });
  });
});
