import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppError } from '../../kernel/app-error.ts';
import { describeDatabases } from '../../platform/db/database.fixtures.ts';
import {
  adoptPublic,
  interpretationTestMigrations,
  openTestInterpretations,
  type TestInterpretations,
} from './interpretations.fixtures.ts';

const refusal = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: AppError) => error,
  );
const PAGE = { page: 1, pageSize: 20 };

describeDatabases(interpretationTestMigrations, (database) => {
  let world: TestInterpretations;
  let document: { id: string; number: number };
  let later: { number: number };
  let unrelated: { number: number };
  beforeAll(async () => {
    world = await openTestInterpretations(database());
    document = await adoptPublic(world, { kind: 'policyDocument', title: '入学办法' });
    const interprets = [{ type: 'interprets', publicationId: document.id }];
    await adoptPublic(world, { kind: 'interpretation', title: '入学办法解读', relations: interprets });
    await adoptPublic(world, { kind: 'policyDocument', title: '没有解读的办法' });
    unrelated = await adoptPublic(world, {
      kind: 'interpretation',
      title: '视频说政策',
      fields: { form: 'video', stage: 'draft' },
    });
    later = await adoptPublic(world, {
      kind: 'interpretation',
      title: '入学办法再解读',
      fields: { form: 'questions', stage: 'followUp' },
      relations: interprets,
      publishedAt: '2026-06-01T10:00:00+08:00',
    });
  });
  afterAll(() => world.platform.close());

  const ask = (question: string, times: number, askedOn: string) =>
    world.work.records.create(world.people.officer, {
      register: 'question',
      unitId: world.units.education.id,
      values: { document: document.number, question, source: 'hotline', askedOn, times },
    });
  const standing = async () =>
    (await world.work.questions.standings(world.people.office, { year: 2026, ...PAGE })).items[0];
  const figures = async () => {
    const all = await world.work.figures.figures(world.people.office, 2026);
    return all.units.find((one) => one.unit.id === world.units.education.id) ?? expect.fail('no figures of the unit');
  };

  describe('the figures of a unit and year (ITP-C1..C7)', () => {
    it('count the records of the one door', async () => {
      const { figures: counted } = await figures();
      expect(counted).toEqual({
        together: { met: 1, total: 2 },
        interpreted: { met: 1, total: 2 },
        diversified: { met: 2, total: 3 },
        draftStage: { met: 1, total: 1 },
        linked: { met: 2, total: 2 },
        followedUp: { met: 0, total: 0 },
        rated: { met: 3, total: 3 },
      });
    });

    it('open to exactly the records that they count', async () => {
      const { figures: counted } = await figures();
      for (const [check, { met, total }] of Object.entries(counted)) {
        const query = { year: 2026, check: check as keyof typeof counted, unitId: world.units.education.id };
        const behind = await world.work.figures.records(world.people.office, { ...query, ...PAGE });
        expect([behind.items.filter((item) => item.meets).length, behind.total], check).toEqual([met, total]);
      }
      const missing = { year: 2026, check: 'interpreted', meets: 'false', ...PAGE } as const;
      const { items } = await world.work.figures.records(world.people.office, missing);
      expect(items.map((item) => item.title)).toEqual(['没有解读的办法']);
    });

    it('leave as a table', async () => {
      const csv = await text(await world.work.figures.export(world.people.office, 2026));
      expect(csv).toContain('"已有解读","明湖区教育局","没有解读的办法"');
    });

    it('give the mean of all ratings, and the spread', async () => {
      await world.work.ratings.rate(later.number, 5, '198.51.100.1');
      await world.work.ratings.rate(later.number, 4, '198.51.100.2');
      await world.work.records.create(world.people.officer, {
        register: 'reprint',
        unitId: world.units.education.id,
        values: {
          interpretation: later.number,
          medium: '澄川日报',
          mediumKind: 'main',
          day: '2026-06-02',
          address: 'https://news.example/1',
          reach: 300,
        },
      });
      expect(await figures()).toMatchObject({ ratings: 2, mean: 4.5, reprints: 1, reach: 300 });
    });
  });

  describe('the problem list (ITP-7)', () => {
    it('shows the office what is past the trigger and has no follow-up', async () => {
      await ask('外区户籍怎么报名', 6, '2026-05-10');
      expect((await standing())?.isDue).toBe(false);
      await ask('材料不全怎么办', 4, '2026-05-12');
      expect(await standing()).toMatchObject({ isDue: true, triggeredOn: '2026-05-12', openTimes: 10 });
      expect((await figures()).figures.followedUp).toEqual({ met: 0, total: 1 });
    });

    it('takes nothing but a public later interpretation of that document for an answer', async () => {
      const wrong = { document: document.number, interpretation: unrelated.number };
      expect((await refusal(world.work.questions.answer(world.people.officer, wrong))).code).toBe('invalid');
      const right = { document: document.number, interpretation: later.number };
      expect((await refusal(world.work.questions.answer(world.people.stranger, right))).code).toBe('forbidden');
    });

    it('links the questions asked before to the interpretation that answers them', async () => {
      await ask('现在还能报名吗', 2, '2026-06-10');
      const right = { document: document.number, interpretation: later.number };
      expect(await world.work.questions.answer(world.people.officer, right)).toEqual({ answered: 2 });
      const now = await standing();
      expect(now).toMatchObject({ isDue: false, followedUp: true, openTimes: 2 });
      expect(now?.answeredBy.map((one) => one.title)).toEqual(['入学办法再解读']);
      expect((await figures()).figures.followedUp).toEqual({ met: 1, total: 1 });
    });

    it('keeps the answer when the wording is mended, and drops it with another document', async () => {
      const query = { register: 'question', text: '外区户籍', ...PAGE };
      const [row] = (await world.work.records.list(world.people.officer, query)).items;
      const { answeredBy: _, ...values } = row?.values ?? {};
      const edited = await world.work.records.edit(world.people.officer, row?.id ?? '', {
        version: row?.version ?? 0,
        values: { ...values, question: '外区户籍怎样报名' },
      });
      expect(edited.texts.answeredBy).toBe('入学办法再解读');
    });
  });

  describe('what figures are held against', () => {
    it('is set by the office, within bounds, by one person at a time', async () => {
      const { office, officer } = world.people;
      const set = (value: number, version: number) =>
        world.work.thresholds.set(office, 'questionTrigger', { value, version });
      expect(
        (await refusal(world.work.thresholds.set(officer, 'questionTrigger', { value: 3, version: 1 }))).code,
      ).toBe('forbidden');
      expect((await set(3, 1)).value).toBe(3);
      expect((await refusal(set(4, 1))).code).toBe('stale');
      expect((await refusal(set(0, 2))).message).toContain('1 到 10000');
      const { trigger } = await world.work.questions.standings(office, { year: 2026, ...PAGE });
      expect(trigger).toBe(3);
    });
  });

  describe('the contest (ITP-12)', () => {
    let contest: { number: number };
    let ids: number[];
    beforeAll(async () => {
      const made = [];
      for (const title of ['甲解读', '乙解读', '丙解读'])
        made.push(await adoptPublic(world, { kind: 'interpretation', title }));
      ids = made.map((one) => one.number);
      contest = await adoptPublic(world, {
        kind: 'interpretationContest',
        title: '2026年优秀解读评选',
        relations: [...made.map((one) => one.id), document.id].map((id) => ({ type: 'candidate', publicationId: id })),
      });
    });

    it('has public interpretations for candidates and nothing else', async () => {
      const { candidates, results } = await world.work.contests.get(contest.number);
      expect(candidates.map((one) => one.title)).toEqual(['甲解读', '乙解读', '丙解读']);
      expect(results).toBeNull();
    });

    it('counts one ballot of a network a day, the last one, and keeps nobody’s address', async () => {
      const [first = 0, second = 0, third = 0] = ids;
      const { contests } = world.work;
      await contests.vote(contest.number, [first, second], '198.51.100.7');
      await contests.vote(contest.number, [second, second], '198.51.100.7');
      await Promise.all([
        contests.vote(contest.number, [second, third], '198.51.100.8'),
        contests.vote(contest.number, [first, second], '198.51.100.8'),
      ]);
      expect((await refusal(contests.vote(contest.number, ids, '198.51.100.9'))).message).toContain('最多选 2 件');
      expect((await refusal(contests.vote(contest.number, [document.number], '198.51.100.9'))).status).toBe(422);
      const { rows } = await sql<{ voter: string }>`select voter from interpretations.vote`.execute(database().kysely);
      expect(rows).toHaveLength(3);
      expect(JSON.stringify(rows)).not.toContain('198.51');
    });

    it('tells its results when voting is over, and takes no ballot then', async () => {
      world.platform.clock.set('2026-06-21T00:00:00+08:00');
      const { results } = await world.work.contests.get(contest.number);
      expect(results?.[0]).toMatchObject({ number: ids[1], votes: 2, rank: 1 });
      expect((await refusal(world.work.contests.vote(contest.number, [ids[0] ?? 0], '198.51.100.7'))).status).toBe(422);
    });
  });

  it('keeps what people worried about before the release inside (ITP-5)', async () => {
    const record = await world.service.open.record(later.number);
    expect(Buffer.from(record?.bytes ?? []).toString()).not.toContain('名额不够');
  });
});
