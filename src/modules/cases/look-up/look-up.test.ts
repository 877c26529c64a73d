import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { accepted, caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';
import { newCaseNumber } from '../numbers/case-number.ts';
import { LookUpService } from './look-up.service.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  let serial = 0;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());

  /** A connection that was never seen. */
  const elsewhere = () => {
    serial += 1;
    return { connection: `2001:db8:${serial}::/64`, browser: null };
  };
  const error = (promise: Promise<unknown>) =>
    promise.then(
      () => Promise.reject(new Error('found')),
      (one) => one,
    );

  describe('looking up', () => {
    it('shows the sender the way it went, without names of staff and without their notes', async () => {
      const receipt = await receive(door, { text: '请问学区怎么划分？' });
      const { people, service } = door;
      const { version } = await service.view.get(people.officer, receipt.id);
      await service.routing.accept(people.officer, receipt.id, version);
      await service.handling.note(people.officer, receipt.id, { text: '此人多次来信' });
      const shown = await service.lookUp.view(
        { number: receipt.number.toLowerCase(), secret: ` ${receipt.secret} ` },
        elsewhere(),
      );
      expect(shown).toMatchObject({
        number: receipt.number,
        state: 'assigned',
        stateLabel: '办理中',
        dueOn: receipt.dueOn,
        mayRate: false,
      });
      expect(shown.progress.map((step) => step.label)).toEqual(['收到', '受理']);
      expect(JSON.stringify(shown)).not.toMatch(/李明|多次来信/);
    });

    it('answers a wrong number and a wrong secret with the same words', async () => {
      const { number, secret } = await receive(door);
      const wrong = [
        { number: newCaseNumber('ZX'), secret },
        { number, secret: '22222222' },
        { number: 'ZX123', secret },
        { number: '', secret: '' },
      ];
      const answers = await Promise.all(wrong.map((input) => error(door.service.lookUp.view(input, elsewhere()))));
      expect(
        new Set(answers.map(({ code, status, message, details }) => JSON.stringify([code, status, message, details])))
          .size,
      ).toBe(1);
      expect(answers[0].code).toBe('case-not-found');
    });

    it('asks the database the same for both, statement by statement', async () => {
      const { number } = await receive(door);
      const asked = async (input: { number: string; secret: string }) => {
        const statements: string[] = [];
        const kysely = database().kysely.withPlugin({
          transformQuery: ({ node }) => {
            statements.push(JSON.stringify(node, (key, value) => (key === 'value' || key === 'values' ? '' : value)));
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        const { context } = door.service;
        const platform = { ...context.platform, database: { ...database(), kysely } };
        const lookUp = new LookUpService({ ...context, platform });
        expect((await error(lookUp.view(input, elsewhere()))).code).toBe('case-not-found');
        return statements;
      };
      const wrongSecret = await asked({ number, secret: '22222222' });
      const wrongNumber = await asked({ number: newCaseNumber('ZX'), secret: '22222222' });
      expect(wrongSecret.length).toBeGreaterThan(3);
      expect(wrongNumber).toEqual(wrongSecret);
    });

    it('lets a place that guesses wait longer and longer, and the owner in at once', async () => {
      const { number, secret } = await receive(door);
      const guesser = elsewhere();
      const codes: string[] = [];
      for (let n = 0; n < 7; n += 1)
        codes.push((await error(door.service.lookUp.view({ number, secret: `2222222${n + 2}` }, guesser))).code);
      expect(codes).toEqual([...Array(5).fill('case-not-found'), 'look-up-wait', 'look-up-wait']);
      // Also the right secret is not tried while the place waits, else waiting would tell.
      expect((await error(door.service.lookUp.view({ number, secret }, guesser))).code).toBe('look-up-wait');
      expect((await door.service.lookUp.view({ number, secret }, elsewhere())).number).toBe(number);
      const now = door.platform.clock.now();
      door.platform.clock.set(new Date(now.getTime() + 3_600_000));
      expect((await door.service.lookUp.view({ number, secret }, guesser)).number).toBe(number);
      door.platform.clock.set(now);
    });

    it('hears of sixty wrong tries at once no more than of those one after another', async () => {
      const { number, secret } = await receive(door);
      const place = elsewhere();
      const codesOf = async (inputs: readonly { number: string; secret: string }[], from: typeof place) => {
        const answers = await Promise.allSettled(inputs.map((input) => door.service.lookUp.view(input, from)));
        return answers.map((one) => (one.status === 'rejected' ? one.reason.code : 'found')).sort();
      };
      const guesses = Array.from({ length: 60 }, (_, n) => ({ number, secret: `2222${n + 2222}` }));
      const fiveHeard = [...Array(5).fill('case-not-found'), ...Array(55).fill('look-up-wait')];
      expect(await codesOf(guesses, place)).toEqual(fiveHeard);
      // Numbers that are nobody's are heard as often, and many numbers no more than a place may be wrong in all.
      const nobodys = guesses.map((guess) => ({ ...guess, number: 'ZX23456789AB' }));
      expect(await codesOf(nobodys, elsewhere())).toEqual(fiveHeard);
      const many = guesses.map((guess) => ({ ...guess, number: newCaseNumber('ZX') }));
      expect(await codesOf(many, elsewhere())).toEqual([
        ...Array(15).fill('case-not-found'),
        ...Array(45).fill('look-up-wait'),
      ]);
      // The owner elsewhere is let in while they guess.
      const owner = elsewhere();
      const [, found] = await Promise.all([
        codesOf(guesses, elsewhere()),
        door.service.lookUp.view({ number, secret }, owner),
      ]);
      expect(found.number).toBe(number);
    });

    it('never counts a right look-up, however many come at once from one place', async () => {
      const receipts = await Promise.all(Array.from({ length: 4 }, () => receive(door)));
      const office = elsewhere();
      const shown = await Promise.all(
        Array.from({ length: 40 }, (_, n) => door.service.lookUp.view(receipts[n % 4] as (typeof receipts)[0], office)),
      );
      expect(new Set(shown.map(({ number }) => number)).size).toBe(4);
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from cases.look_up_try where failures = 0`.execute(database().kysely);
      expect(rows).toEqual([{ n: 0 }]);
    });
  });

  it('takes what the sender was asked to add, once', async () => {
    const { service, people } = door;
    const receipt = await receive(door);
    const seen = await service.view.get(people.officer, receipt.id);
    await service.routing.accept(people.officer, receipt.id, seen.version);
    const { version } = await service.view.get(people.officer, receipt.id);
    const key = { number: receipt.number, secret: receipt.secret };
    const answer = (text: string) => service.lookUp.answer({ ...key, text }, [], elsewhere());
    expect((await error(answer('没有人问我'))).code).toBe('case-state');
    await service.handling.askSender(people.officer, receipt.id, { version, question: '请问是哪一所学校？' });
    expect((await service.lookUp.view(key, elsewhere())).question?.question).toBe('请问是哪一所学校？');
    const results = await Promise.allSettled(Array.from({ length: 20 }, (_, n) => answer(`明湖一小${n}`)));
    expect(results.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    const after = await service.view.get(people.officer, receipt.id);
    expect(after).toMatchObject({ state: 'assigned', dueOn: receipt.dueOn });
    expect(after.questions).toHaveLength(1);
    expect(after.questions[0]?.answer).toMatch(/^明湖一小/);
    const lost = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.message] : []));
    expect(new Set(lost)).toEqual(new Set([expect.stringContaining('现在没有需要您补充的内容')]));
  });

  it('takes an answer pressed many times at once as one, and shows it to the sender', async () => {
    const { service, people } = door;
    const { id, number, secret } = await receive(door);
    const { version } = await service.view.get(people.officer, id);
    await service.routing.accept(people.officer, id, version);
    await service.handling.askSender(people.officer, id, { version: version + 1, question: '请问是哪一条路？' });
    const answer = () => service.lookUp.answer({ number, secret, text: ' 幸福路 ' }, [], elsewhere());
    const shown = await Promise.all(Array.from({ length: 5 }, answer));
    for (const { question, added } of [...shown, await answer()]) {
      expect(question).toBeNull();
      expect(added).toMatchObject([{ question: '请问是哪一条路？', answer: '幸福路' }]);
    }
    const after = await service.view.get(people.officer, id);
    expect(after.history.filter((line) => line.event === 'senderAnswered')).toHaveLength(1);
  });

  it('asks once whether the answer helped, also of twenty at once (MSG-12)', async () => {
    const { service, people } = door;
    const receipt = await receive(door);
    const key = { number: receipt.number, secret: receipt.secret };
    expect((await error(service.lookUp.rate({ ...key, stars: 5 }, elsewhere()))).code).toBe('case-state');
    const seen = await service.view.get(people.officer, receipt.id);
    await service.routing.accept(people.officer, receipt.id, seen.version);
    await replied(door, '请到服务窗口办理。', receipt.id);
    const shown = await service.lookUp.view(key, elsewhere());
    expect(shown).toMatchObject({ mayRate: true, replies: [{ ordinal: 1, text: '请到服务窗口办理。' }] });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => service.lookUp.rate({ ...key, stars: (n % 5) + 1 }, elsewhere())),
    );
    const codes = results.flatMap((one) => (one.status === 'rejected' ? [one.reason.code] : []));
    expect(codes).toEqual(Array(19).fill('already-rated'));
    expect((await service.lookUp.view(key, elsewhere())).mayRate).toBe(false);
    expect((await service.view.get(people.officer, receipt.id)).rating?.stars).toBeGreaterThan(0);
  });

  it('gives everybody whose case was merged the one answer by his own number', async () => {
    const { service, people } = door;
    const kept = await accepted(door);
    const other = await receive(door);
    const { version } = await service.view.get(people.officer, other.id);
    await service.merging.merge(people.officer, other.id, { version, intoId: kept.id });
    const key = { number: other.number, secret: other.secret };
    expect(await service.lookUp.view(key, elsewhere())).toMatchObject({
      isRepeated: true,
      stateLabel: '办理中',
      replies: [],
    });
    await replied(door, '两件一并答复。', kept.id);
    const shown = await service.lookUp.view(key, elsewhere());
    expect(shown).toMatchObject({ number: other.number, stateLabel: '已答复', mayRate: true });
    expect(shown.replies.map((reply) => reply.text)).toEqual(['两件一并答复。']);
    expect((await service.lookUp.rate({ ...key, stars: 4 }, elsewhere())).stars).toBe(4);
    expect((await service.view.get(people.officer, kept.id)).rating).toBeNull();
  });
});
