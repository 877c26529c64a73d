import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { decide, fileOf, OPEN, openTestRequests, type TestRequests } from '../disclosure-requests.fixtures.ts';
import { CloseInput, type ProceedingView } from './proceedings.contract.ts';
import { CORRECTED, type ProceedingActs, proceedingActs } from './proceedings.fixtures.ts';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );
const fields = (promise: Promise<unknown>) =>
  promise.then(
    () => [],
    (error) => error.reasons?.map((one: { field: string }) => one.field) ?? String(error),
  );

describeDatabases([], (database) => {
  let door: TestRequests;
  let people: TestRequests['people'];
  let acts: ProceedingActs;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
    people = door.people;
    acts = proceedingActs(door);
  }, 120_000);
  afterAll(() => door.close());

  describe('registering (LIT-1, LIT-2)', () => {
    beforeAll(() => door.on('2026-03-11'));

    it('reckons the day of answer and explains it', async () => {
      const ordinary = await acts.see(await acts.register());
      expect(ordinary).toMatchObject({
        state: 'received',
        answerDueOn: '2026-03-24',
        duty: 'answer',
        urgency: 'later',
      });
      expect(ordinary.due.sentences[0]).toContain('《行政复议法》第四十八条、第八十八条');
      expect(ordinary.due.days.at(-1)).toMatchObject({ date: '2026-03-24', number: 10 });
      expect(await acts.see(await acts.register({ procedure: 'simple' }))).toMatchObject({ answerDueOn: '2026-03-17' });
      expect(await acts.see(await acts.register({ kind: 'directSuit' }))).toMatchObject({ answerDueOn: '2026-03-25' });
    });

    it('takes one against an answer from before the program, without a case', async () => {
      const id = await acts.register({ matter: '2019年第3号申请（纸质）', receivedOn: '2026-03-01' });
      expect(await acts.see(id)).toMatchObject({ caseId: null, matter: '2019年第3号申请（纸质）' });
    });

    it('tells at once all that cannot be', async () => {
      const never = '00000000-0000-4000-8000-000000000000';
      const more = { kind: 'suitAfterReconsideration', receivedOn: '2026-03-12', caseId: never, earlierId: never };
      expect(await fields(acts.register(more))).toEqual(['receivedOn', 'caseId', 'earlierId']);
    });

    it('takes the same number of the same body once', async () => {
      const bodyNumber = '明府复〔2026〕特1号';
      await acts.register({ bodyNumber });
      expect(await code(acts.register({ bodyNumber }))).toBe('proceeding-known');
      expect(await code(acts.register({ bodyNumber, body: '澄川市人民政府' }))).toBe('done');
    });

    it('is for the unit itself and the office', async () => {
      expect(await code(acts.register({}, people.stranger))).toBe('forbidden');
      expect(await code(acts.register({}, people.reviewer))).toBe('forbidden');
      expect(await code(acts.register({}, people.office))).toBe('done');
    });

    it('links a suit to the reconsideration before it, of the same request alone', async () => {
      const caseId = await acts.refusedRequest();
      door.on('2026-03-12');
      const earlierId = await acts.register({ caseId });
      const suit = { kind: 'suitAfterReconsideration', body: '明湖区人民法院', receivedOn: '2026-03-11' };
      expect(await fields(acts.register({ ...suit, earlierId }))).toEqual(['earlierId']);
      const id = await acts.register({ ...suit, earlierId, caseId });
      expect((await acts.see(id)).earlier).toMatchObject({ id: earlierId, kind: 'reconsideration' });
      expect((await acts.see(earlierId)).later).toMatchObject([{ id }]);
      expect((await acts.list(people.officer, { caseId })).toSorted()).toEqual([id, earlierId].toSorted());
    });
  });

  describe('what others see', () => {
    it('is nothing: no row, no file, no figure', async () => {
      door.on('2026-03-12');
      const id = await acts.register();
      expect(await code(acts.see(id, people.stranger))).toBe('proceeding-missing');
      expect(await acts.list(people.stranger, {})).toEqual([]);
      expect(await acts.list(people.stranger, { ids: id })).toEqual([]);
      expect(await acts.list(people.auditor, { ids: id })).toEqual([id]);
      const { corrections, reported } = await door.service.proceedingViews.figures(people.stranger, 2026);
      expect([corrections.year.closed, reported.total]).toEqual([0, 0]);
      expect(
        await code(door.service.proceedings.answer(people.stranger, id, { version: 1, on: localDate('2026-03-12') })),
      ).toBe('proceeding-missing');
      expect(
        await code(door.service.proceedings.answer(people.auditor, id, { version: 1, on: localDate('2026-03-12') })),
      ).toBe('forbidden');
    });
  });

  describe('its stages', () => {
    beforeAll(() => door.on('2026-04-20'));
    const answer = async (id: string, on: string) =>
      door.service.proceedings.answer(people.handler, id, { version: await acts.version(id), on: localDate(on) });
    const hear = async (id: string, on: string) =>
      door.service.proceedings.hear(people.handler, id, {
        version: await acts.version(id),
        on: localDate(on),
        note: '',
      });

    it('follow each other in days and words', async () => {
      const id = await acts.register();
      await answer(id, '2026-03-24');
      expect(await acts.see(id)).toMatchObject({
        state: 'answered',
        isAnsweredOnTime: true,
        duty: null,
        urgency: 'none',
      });
      await hear(id, '2026-04-02');
      expect(await acts.see(id)).toMatchObject({ state: 'heard' });
      await acts.close(id);
      const view = await acts.see(id);
      expect(view).toMatchObject({ state: 'closed', result: 'upheld', allowed: ['learn'] });
      expect(view.history.map(({ event }) => event)).toEqual(['register', 'answer', 'hear', 'close']);
      expect(view.history[1]?.text).toBe('2026-03-24 提交行政复议答复书和证据材料。');
    });

    it('a late answer stands, and is called late', async () => {
      const id = await acts.register();
      expect(await acts.see(id)).toMatchObject({ urgency: 'late', duty: 'answer' });
      await answer(id, '2026-03-25');
      expect(await acts.see(id)).toMatchObject({ isAnsweredOnTime: false });
      expect((await acts.see(id)).history.at(-1)?.text).toContain('已超过期限 2026-03-24');
    });

    it('no day lies in the future or before what came first', async () => {
      const id = await acts.register();
      expect(await fields(answer(id, '2026-04-21'))).toEqual(['on']);
      expect(await fields(answer(id, '2026-03-09'))).toEqual(['on']);
      await answer(id, '2026-03-20');
      expect(await fields(answer(id, '2026-03-20'))).toEqual(['on']);
      expect(await fields(acts.close(id, { on: '2026-03-19' }))).toEqual(['on']);
      const edit = { ...acts.facts({ receivedOn: '2026-03-21' }), version: await acts.version(id) };
      expect(await fields(door.service.proceedings.edit(people.officer, id, edit))).toEqual(['receivedOn']);
    });

    it('a corrected day of receipt moves the day of answer, and the history says so', async () => {
      const id = await acts.register();
      const edit = { ...acts.facts({ receivedOn: '2026-03-12' }), version: 1 };
      await door.service.proceedings.edit(people.officer, id, edit);
      expect(await acts.see(id)).toMatchObject({ answerDueOn: '2026-03-26', version: 2 });
      expect((await acts.see(id)).history.at(-1)?.text).toBe('更正登记的内容，答复期限由 2026-03-24 改为 2026-03-26。');
    });

    it('what is closed stays so; the office alone corrects a wrong entry', async () => {
      const id = await acts.register();
      await acts.close(id);
      expect(await code(answer(id, '2026-03-24'))).toBe('proceeding-state');
      expect(await code(acts.close(id))).toBe('proceeding-state');
      const right = async () =>
        CloseInput.parse({
          version: await acts.version(id),
          on: '2026-04-20',
          result: 'other',
          outcome: '申请人撤回复议申请。',
        });
      expect(await code(door.service.proceedings.correct(people.officer, id, await right()))).toBe('forbidden');
      await door.service.proceedings.correct(people.office, id, await right());
      expect(await acts.see(id)).toMatchObject({ result: 'other', fault: null });
      expect((await acts.see(id)).history.at(-1)?.text).toContain('更正审理结果');
    });

    it('of thirty people who close it at once one does', async () => {
      const id = await acts.register();
      const done = await Promise.all(Array.from({ length: 30 }, () => code(acts.close(id))));
      expect(done.filter((one) => one === 'done')).toHaveLength(1);
      // Whoever came while the first one was still writing saw an older state; whoever came after it, a closed one.
      const others = done.filter((one) => one !== 'done');
      expect(others.filter((one) => one !== 'stale' && one !== 'proceeding-state')).toEqual([]);
      expect((await acts.see(id)).history.filter(({ event }) => event === 'close')).toHaveLength(1);
    });

    it('and whoever saw an older state changes nothing', async () => {
      const id = await acts.register();
      await answer(id, '2026-03-20');
      const late = { version: 1, on: localDate('2026-04-01'), note: '' };
      expect(await code(door.service.proceedings.hear(people.officer, id, late))).toBe('stale');
      expect(await acts.see(id)).toMatchObject({ heardOn: null, version: 2 });
    });

    it('keep their history from every change', async () => {
      const { pool } = door.platform.database;
      await expect(pool.query("update requests.proceeding_history set text = ''")).rejects.toThrow(/kept/);
      await expect(pool.query('delete from requests.proceeding_history')).rejects.toThrow(/kept/);
    });
  });

  describe('an answer that was set aside', () => {
    it('opens the request anew: another decision follows, and the first one still counts for the year', async () => {
      const caseId = await acts.refusedRequest();
      door.on('2026-04-20');
      const id = await acts.register({ caseId });
      expect(await acts.close(id, { ...CORRECTED, ordersAnew: true })).toBeNull();
      expect(await acts.see(id)).toMatchObject({
        result: 'corrected',
        fault: 'law',
        ordersAnew: true,
        reopenedAt: expect.any(String),
      });
      const reopened = await fileOf(door, caseId);
      expect(reopened.case.state).toBe('assigned');
      // Twenty working days from the reopening; 1 to 5 May off, 9 May worked.
      expect(reopened.case.dueOn).toBe('2026-05-20');
      door.on('2026-04-28');
      await decide(door, caseId, OPEN);
      const { decisions } = await fileOf(door, caseId);
      expect(decisions.map(({ seq, result, sentOn }) => [seq, result, sentOn])).toEqual([
        [1, 'internalAffairs', '2026-03-05'],
        [2, 'open', '2026-04-28'],
      ]);
      const counted = await door.service.facts.requests(people.office, {
        unitIds: [door.units.education.id],
        year: 2026,
      });
      expect(counted.find((one) => one.caseId === caseId)).toMatchObject({
        result: 'internalAffairs',
        decidedOn: '2026-03-05',
      });
    });

    it('waits for somebody who may open it, and says who', async () => {
      const caseId = await acts.refusedRequest();
      door.on('2026-04-20');
      const id = await acts.register({ caseId });
      const refusal = await acts.close(id, { ...CORRECTED, ordersAnew: true }, people.handler);
      expect(refusal).toEqual(expect.any(String));
      const waiting: ProceedingView = await acts.see(id);
      expect(waiting).toMatchObject({ state: 'closed', reopenedAt: null });
      expect(waiting.allowed).toContain('reopen');
      expect((await fileOf(door, caseId)).case.state).toBe('replied');
      expect(await door.service.proceedings.reopen(people.officer, id, waiting.version)).toBeNull();
      expect((await fileOf(door, caseId)).case.state).toBe('assigned');
      expect(await code(door.service.proceedings.reopen(people.officer, id, await acts.version(id)))).toBe(
        'proceeding-state',
      );
    });

    it('is reopened once however often the result is sent', async () => {
      const caseId = await acts.refusedRequest();
      door.on('2026-04-20');
      const id = await acts.register({ caseId });
      await Promise.all(Array.from({ length: 10 }, () => code(acts.close(id, { ...CORRECTED, ordersAnew: true }))));
      const { history } = (await fileOf(door, caseId)).case;
      expect(history.filter(({ event }) => event === 'reopen')).toHaveLength(1);
    });

    it('without a case here cannot be opened here', async () => {
      door.on('2026-04-20');
      expect(await fields(acts.close(await acts.register(), { ...CORRECTED, ordersAnew: true }))).toEqual([
        'ordersAnew',
      ]);
    });

    it('names its cause; other results have none', () => {
      const input = { version: 1, on: '2026-04-20', outcome: '撤销。' };
      const faults = (more: object) =>
        CloseInput.safeParse({ ...input, ...more }).error?.issues.map(({ path }) => path[0]) ?? [];
      expect(faults({ result: 'corrected' })).toEqual(['fault']);
      expect(faults({ result: 'upheld', fault: 'law' })).toEqual(['fault']);
      expect(faults({ result: 'upheld', ordersAnew: true })).toEqual(['ordersAnew']);
      expect(faults({ result: 'corrected', fault: 'law', ordersAnew: true })).toEqual([]);
    });
  });

  describe('lessons and mending (LIT-3)', () => {
    it('are owed by a day, warned of, and done', async () => {
      door.on('2026-04-20');
      const id = await acts.register();
      await acts.close(id, CORRECTED);
      const learn = {
        version: await acts.version(id),
        lessons: '检索没有覆盖档案室纸质档案。',
        rectify: { what: '修订检索规程', dueOn: localDate('2026-04-22') },
      };
      expect(await code(door.service.proceedings.learn(people.reviewer, id, learn))).toBe('forbidden');
      await door.service.proceedings.learn(people.head, id, learn);
      expect(await acts.see(id)).toMatchObject({
        duty: 'rectify',
        dueOn: '2026-04-22',
        urgency: 'soon',
        workdaysLeft: 2,
      });
      expect(await acts.list(people.officer, { due: 'true' })).toContain(id);
      const done = { version: await acts.version(id), on: localDate('2026-04-20'), how: '规程已修订并培训。' };
      await door.service.proceedings.rectified(people.officer, id, done);
      expect(await acts.see(id)).toMatchObject({ duty: null, rectifiedOn: '2026-04-20' });
      expect(await acts.list(people.officer, { due: 'true' })).not.toContain(id);
      expect(
        await fields(
          door.service.proceedings.rectified(people.officer, id, { ...done, version: await acts.version(id) }),
        ),
      ).toEqual(['on']);
    });
  });

  describe('a new holiday notice', () => {
    it('moves days of answer that are still to come, once, and says so', async () => {
      door.on('2027-01-20');
      const open = await acts.register({ receivedOn: '2027-01-20' });
      const answered = await acts.register({ receivedOn: '2027-01-20' });
      await door.service.proceedings.answer(people.officer, answered, { version: 1, on: localDate('2027-01-20') });
      const before = await acts.see(open);
      expect(before.due.awaitingYears).toEqual([2027]);
      await door.platform.database.pool.query(
        "update requests.proceeding set answer_due_on = '2027-01-29' where id = any($1)",
        [[open, answered]],
      );
      expect(await door.service.answerDays.reckonAnew()).toBe(1);
      expect(await door.service.answerDays.reckonAnew()).toBe(0);
      const after = await acts.see(open);
      expect(after.answerDueOn).toBe(before.answerDueOn);
      expect(after.history.at(-1)).toMatchObject({ event: 'reckon', by: '系统' });
      expect((await acts.see(answered)).answerDueOn).toBe('2027-01-29');
    });
  });
});
