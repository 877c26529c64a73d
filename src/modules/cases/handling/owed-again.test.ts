import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../cases.contract.ts';
import { accepted, caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  let serial = 0;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  beforeEach(() => {
    at('2026-03-02T09:00');
  });
  afterAll(() => door.platform.close());
  const at = (text: string) => door.platform.clock.set(`${text}:00+08:00`);
  const view = (id: string) => door.service.view.get(door.people.office, id);
  const elsewhere = () => {
    serial += 1;
    return { connection: `2001:db8:${serial}::/64`, browser: null };
  };
  const lookUp = (key: { number: string; secret: string }) => door.service.lookUp.view(key, elsewhere());
  const rate = (key: { number: string; secret: string }, stars: number, comment?: string) =>
    door.service.lookUp.rate({ number: key.number, secret: key.secret, stars, comment }, elsewhere());
  const reopen = async (id: string) =>
    door.service.handling.reopen(door.people.officer, id, { version: (await view(id)).version, reason: '情况有变' });
  const merge = async (id: string, intoId: string) =>
    door.service.merging.merge(door.people.officer, id, { version: (await view(id)).version, intoId });
  const separate = async (id: string) =>
    door.service.merging.separate(door.people.officer, id, {
      version: (await view(id)).version,
      reason: '不是同一事项',
    });
  const listed = async (id: string, more: object) => {
    const page = await door.service.view.list(door.people.office, CaseQuery.parse({ pageSize: 200, ...more }));
    return page.items.some((item) => item.id === id);
  };
  const figures = async () => {
    const days = { from: '2026-03-01' as LocalDate, to: '2026-03-31' as LocalDate };
    const rows = await door.service.figures.list(door.people.office, { ...days, kind: 'question' });
    const sum = (of: 'open' | 'answered' | 'onTime' | 'rated') => rows.reduce((all, row) => all + row[of], 0);
    return {
      open: sum('open'),
      answered: sum('answered'),
      onTime: sum('onTime'),
      rated: sum('rated'),
      hours: rows.flatMap((row) => row.averageWorkHours ?? []),
    };
  };

  /** Merged into another and answered with it. */
  async function answeredTogether() {
    const kept = await accepted(door);
    const other = await receive(door);
    await merge(other.id, kept.id);
    await replied(door, '两件一并答复。', kept.id);
    return other;
  }

  describe('a case that is owed an answer again', () => {
    it('counts once, as open, when it was reopened', async () => {
      const before = await figures();
      const { id } = await replied(door);
      at('2026-03-03T09:00');
      await reopen(id);
      expect(await view(id)).toMatchObject({ state: 'assigned', answeredOn: null, isOnTime: null, urgency: 'later' });
      expect(await figures()).toEqual({ ...before, open: before.open + 1 });
      expect([await listed(id, { isOnTime: 'true' }), await listed(id, { open: 'true' })]).toEqual([false, true]);
      await replied(door, '补充答复。', id);
      expect(await view(id)).toMatchObject({ answeredOn: '2026-03-03', isOnTime: true });
    });

    it('does not keep the answer of the case that it was separated from', async () => {
      const before = await figures();
      const other = await answeredTogether();
      at('2026-03-03T09:00');
      await rate(other, 5, '很满意');
      at('2026-03-04T09:00');
      await separate(other.id);
      const now = await view(other.id);
      expect(now).toMatchObject({ state: 'assigned', answeredOn: null, isOnTime: null, satisfaction: null });
      expect(now).toMatchObject({ rating: null, replies: [] });
      expect(now.history.at(-1)?.text).toContain('评价 5 分：“很满意”，不作为本件的评价');
      expect(await listed(other.id, { isOnTime: 'true' })).toBe(false);
      expect(await listed(other.id, { sort: '-answeredAt' })).toBe(false);
      const { open, answered, onTime, rated } = await figures();
      expect([open, answered, onTime, rated]).toEqual([
        before.open + 1,
        before.answered + 1,
        before.onTime + 1,
        before.rated,
      ]);
    });

    it('is rated for its own answer by the person who sent it, who reads no other', async () => {
      const other = await answeredTogether();
      await rate(other, 2);
      await separate(other.id);
      const open = await lookUp(other);
      expect(open).toMatchObject({ stateLabel: '办理中', replies: [], mayRate: false, stars: null });
      expect(JSON.stringify(open)).not.toMatch(/已答复|已评价|一并答复/);
      at('2026-03-05T09:00');
      await replied(door, '单独答复。', other.id);
      const done = await lookUp(other);
      expect(done).toMatchObject({ mayRate: true, replies: [{ ordinal: 1, text: '单独答复。' }] });
      expect(done.progress.filter(({ label }) => label === '答复')).toHaveLength(1);
      expect((await rate(other, 4)).stars).toBe(4);
      expect(await view(other.id)).toMatchObject({ isOnTime: true, answeredOn: '2026-03-05', satisfaction: 4 });
    });

    it('keeps its own earlier answer and rating through a merging', async () => {
      const other = await receive(door);
      await door.service.routing.accept(door.people.officer, other.id, 1);
      await replied(door, '第一次答复。', other.id);
      await rate(other, 3);
      at('2026-03-03T09:00');
      await reopen(other.id);
      const kept = await accepted(door);
      await merge(other.id, kept.id);
      await replied(door, '两件一并答复。', kept.id);
      await separate(other.id);
      expect(await view(other.id)).toMatchObject({ isOnTime: null, satisfaction: 3, rating: { stars: 3 } });
      expect(await listed(other.id, { sort: '-answeredAt' })).toBe(true);
      const shown = await lookUp(other);
      expect(shown.replies.map(({ text }) => text)).toEqual(['第一次答复。']);
      expect(shown.progress.filter(({ label }) => label === '答复')).toHaveLength(1);
    });
  });
});
