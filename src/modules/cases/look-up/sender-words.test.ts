import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPerson } from '../../organisations/organisations.fixtures.ts';
import { caseTestMigrations, drafted, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';
import { LONGEST_WORD } from './sender-words.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  let serial = 0;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());

  const at = (day: string) => door.platform.clock.set(`${day}T09:00:00+08:00`);
  const elsewhere = () => {
    serial += 1;
    return { connection: `2001:db8:a:${serial}::/64`, browser: null };
  };
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const view = (id: string) => door.service.view.get(door.people.office, id);
  const sent = async (kind = 'question', text?: string) => {
    const receipt = await receive(door, { kind, ...(text ? { text } : {}) });
    const { id, number, secret } = receipt;
    return { id, key: { number, secret } };
  };
  const take = async (id: string) => door.service.routing.accept(door.people.officer, id, (await view(id)).version);
  const answered = async (id: string, text = '请到窗口办理。') => {
    if ((await view(id)).state === 'received') await take(id);
    return replied(door, text, id);
  };
  const look = (key: { number: string; secret: string }) => door.service.lookUp.view(key, elsewhere());
  const askOn = (key: { number: string; secret: string }, text: string) =>
    door.service.lookUp.askOn({ ...key, text }, elsewhere());
  const add = (key: { number: string; secret: string }, text: string) =>
    door.service.lookUp.add({ ...key, text }, [], elsewhere());

  describe('asking on', () => {
    it('takes the case up again with its clock anew, told in the history of both sides', async () => {
      at('2026-03-02');
      const { id, key } = await sent();
      expect((await look(key)).mayAskOnUntil).toBeNull();
      expect(await refusal(askOn(key, '为什么？'))).toBe('ask-on-over');
      at('2026-03-05');
      await answered(id);
      expect((await look(key)).mayAskOnUntil).toBe('2026-03-20');
      at('2026-03-10');
      const shown = await askOn(key, '窗口说不归他们管，怎么办？');
      // Five working days from the next day on.
      expect(shown).toMatchObject({ state: 'assigned', dueOn: '2026-03-17', mayAskOnUntil: null });
      expect(shown.words).toMatchObject([{ way: 'askOn', text: '窗口说不归他们管，怎么办？' }]);
      expect(shown.replies).toHaveLength(1);
      expect(shown.progress.at(-1)).toMatchObject({ label: '重新办理', text: '收到您的追问，重新办理。' });
      const staff = await view(id);
      expect(staff).toMatchObject({ state: 'assigned', answeredOn: null, isOnTime: null, person: { name: '李明' } });
      expect(staff.senderWords).toHaveLength(1);
      expect(staff.holdings.at(-1)).toMatchObject({ to: null, person: { name: '李明' } });
      expect(staff.dueHistory.map((one) => one.to)).toEqual(['2026-03-09', '2026-03-17']);
      expect(staff.history.at(-1)).toMatchObject({ event: 'reopen', by: '来信人' });
    });

    it('is possible once after each reply', async () => {
      at('2026-03-23');
      const { id, key } = await sent();
      await answered(id);
      await askOn(key, '第一次追问，请答复。');
      await answered(id, '第二次答复。');
      expect((await look(key)).mayAskOnUntil).not.toBeNull();
      await askOn(key, '第二次追问，请答复。');
      const final = await answered(id, '第三次答复。');
      expect(final.replies).toHaveLength(3);
      expect(final.senderWords.map((one) => one.text)).toEqual(['第一次追问，请答复。', '第二次追问，请答复。']);
    });

    it('pressed twice is once; of many at the same moment one reopens it', async () => {
      at('2026-03-24');
      const { id, key } = await sent();
      await answered(id);
      const same = await Promise.all(Array.from({ length: 5 }, () => refusal(askOn(key, '同样的话，按了几下。'))));
      expect(same).toEqual(Array(5).fill('done'));
      expect((await view(id)).senderWords).toHaveLength(1);
      const other = await sent();
      await answered(other.id);
      const words = Array.from({ length: 8 }, (_, place) => refusal(askOn(other.key, `不同的话 ${place}。`)));
      const done = await Promise.all(words);
      expect(done.filter((one) => one === 'done')).toHaveLength(1);
      expect(done.filter((one) => one === 'ask-on-over')).toHaveLength(7);
      const { history, senderWords } = await view(other.id);
      expect([history.filter((line) => line.event === 'reopen').length, senderWords.length]).toEqual([1, 1]);
    });

    it('ends with its last day, also of a case that was closed meanwhile', async () => {
      at('2026-04-01');
      const [first, second] = [await sent(), await sent()];
      for (const one of [first, second]) await answered(one.id);
      for (const { id } of [first, second])
        await door.service.handling.close(door.people.officer, id, (await view(id)).version);
      at('2026-04-16');
      expect((await askOn(first.key, '办结以后才发现没解决。')).state).toBe('assigned');
      at('2026-04-17');
      expect((await look(second.key)).mayAskOnUntil).toBeNull();
      expect(await refusal(askOn(second.key, '办结以后才发现没解决。'))).toBe('ask-on-over');
    });

    it('goes to the unit when whoever had it works there no more', async () => {
      at('2026-05-06');
      const register = door.modules.organisations.service;
      const leaving = await addPerson(register, door.units.education, 'leaving', '陆离', 'handler');
      const { id, key } = await sent();
      await door.service.routing.accept(leaving.actor, id, 1);
      await answered(id);
      const [grant] = await register.grants.list({ type: 'system' }, leaving.person.id);
      await register.grants.end({ type: 'system' }, grant?.id ?? '', '调离');
      expect((await view(id)).person?.name).toBe('陆离');
      await askOn(key, '请问还要带什么？');
      const after = await view(id);
      expect([after.state, after.person, after.unit.code]).toEqual(['assigned', null, 'jiaoyu']);
    });

    it('of a letter for few shuts out whom it names', async () => {
      at('2026-05-18');
      const { id, key } = await sent('confidential', '请修路灯。');
      const { head, handler } = door.people;
      await door.service.routing.assign(head, id, {
        version: 1,
        unitId: door.units.education.id,
        personId: handler.type === 'person' ? handler.personId : null,
      });
      await replied(door, '已安排。', id).catch(() => undefined);
      await add(key, '何静没有来看过。');
      expect(await refusal(door.service.view.get(handler, id))).toBe('case-missing');
      expect((await view(id)).recusals).toMatchObject([{ person: { name: '何静' } }]);
    });
  });

  describe('adding something unasked', () => {
    it('leaves the state and the day, and is seen before anybody sends a reply', async () => {
      at('2026-06-01');
      const { id, key } = await sent();
      await take(id);
      const before = await drafted(door, undefined, id);
      const shown = await add(key, '补充：是小学，不是幼儿园。');
      expect(shown).toMatchObject({ state: 'replyDrafted', dueOn: before.dueOn, supplementsLeft: 2 });
      const after = await view(id);
      expect(after).toMatchObject({ state: 'replyDrafted', version: before.version + 1 });
      expect(after.history.at(-1)).toMatchObject({ event: 'senderAdded', by: '来信人' });
      const review = door.service.replies.review(door.people.reviewer, id, {
        version: before.version,
        step: 'first',
        edit: 1,
        decision: 'approved',
      });
      expect(await refusal(review)).toBe('stale');
    });

    it('is possible three times, each once, up to its length', async () => {
      const { id, key } = await sent();
      expect(await refusal(add(key, ''))).toBe('case-invalid');
      expect(await refusal(add(key, '补'.repeat(LONGEST_WORD + 1)))).toBe('case-invalid');
      expect(await refusal(add(key, `${'补'.repeat(LONGEST_WORD)}  `))).toBe('done');
      await add(key, '第二次。');
      await add(key, '第二次。');
      expect((await look(key)).supplementsLeft).toBe(1);
      await add(key, '第三次。');
      expect(await refusal(add(key, '第四次。'))).toBe('supplement-over');
      expect((await view(id)).senderWords).toHaveLength(3);
    });

    it('is not possible once it is answered, nor with a wrong secret', async () => {
      const { id, key } = await sent();
      await answered(id);
      expect(await refusal(add(key, '还有一点。'))).toBe('supplement-over');
      expect(await refusal(add({ ...key, secret: '22222222' }, '还有一点。'))).toBe('case-not-found');
    });
  });
});
