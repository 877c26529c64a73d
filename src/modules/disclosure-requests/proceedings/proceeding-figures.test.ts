import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { openTestRequests, type TestRequests } from '../disclosure-requests.fixtures.ts';
import { CORRECTED, type ProceedingActs, proceedingActs } from './proceedings.fixtures.ts';

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error) => error.code ?? String(error),
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

  describe('what the year’s report counts', () => {
    it('is what was received by its end and not closed before its beginning, as it stood at its end', async () => {
      door.on('2028-03-01');
      const unitIds = [door.units.lakeside.id];
      const at = async (receivedOn: string, on?: string, kind = 'reconsideration') => {
        const id = await acts.register({ receivedOn, kind, unitId: door.units.lakeside.id }, people.stranger);
        if (on) await acts.close(id, { on, result: 'upheld' }, people.stranger);
        return id;
      };
      const before = await at('2026-11-01', '2026-12-30');
      const carried = await at('2026-12-20', '2027-02-01', 'directSuit');
      const later = await at('2027-12-01', '2028-01-15');
      const next = await at('2028-01-02');
      const of = async (year: number) =>
        (await door.service.facts.proceedings(people.office, { unitIds, year })).map((one) => [one.id, one.result]);
      expect(await of(2026)).toEqual([
        [before, 'upheld'],
        [carried, null],
      ]);
      expect(await of(2027)).toEqual([
        [carried, 'upheld'],
        [later, null],
      ]);
      expect(await of(2028)).toEqual([
        [later, 'upheld'],
        [next, null],
      ]);
      expect(await door.service.facts.proceedings(people.officer, { unitIds, year: 2027 })).toEqual([]);
    });
  });

  describe('the figures of a year', () => {
    const unit = () => door.units.lakeside.id;
    let figures: Awaited<ReturnType<TestRequests['service']['proceedingViews']['figures']>>;
    beforeAll(async () => {
      door.on('2030-12-01');
      const at = async (receivedOn: string, more: object) => {
        const id = await acts.register({ receivedOn, unitId: unit(), ...more }, people.stranger);
        return id;
      };
      const kinds = ['reconsideration', 'reconsideration', 'reconsideration', 'directSuit'] as const;
      for (const [place, kind] of kinds.entries()) {
        const id = await at('2029-03-01', { kind });
        await acts.close(id, place === 0 ? { ...CORRECTED, on: '2029-05-01' } : { on: '2029-05-01' }, people.stranger);
      }
      for (const fault of ['search', 'search', 'late'] as const) {
        const id = await at('2030-11-28', {});
        await acts.close(id, { ...CORRECTED, fault, on: '2030-12-01' }, people.stranger);
      }
      const suit = await at('2030-11-20', { kind: 'directSuit' });
      await acts.close(suit, { on: '2030-12-01' }, people.stranger);
      await at('2030-11-29', {});
      figures = await door.service.proceedingViews.figures(people.office, 2030);
    });

    it('are rates beside the year before (LIT-C1)', () => {
      expect(figures.corrections).toMatchObject({
        year: { closed: 3, corrected: 3, rate: 1 },
        before: { closed: 3, corrected: 1 },
        isNotHigher: false,
      });
      expect(figures.losses).toMatchObject({ year: { rate: 0 }, before: { rate: 0 }, isNotHigher: true });
      expect(figures.byUnit.map((one) => one.unit.shortName)).toEqual(['临湖街道']);
      expect(figures.byFault.map(({ fault, count }) => [fault, count])).toEqual([
        ['search', 2],
        ['late', 1],
      ]);
    });

    it('open to exactly the records behind them', async () => {
      const of = (query: object) => acts.list(people.office, { unitId: unit(), closedYear: '2030', ...query });
      const ids = figures.corrections.year.correctedIds;
      expect((await acts.list(people.office, { ids: ids.join(',') })).toSorted()).toEqual(ids.toSorted());
      expect((await of({ group: 'reconsiderations', result: 'corrected' })).toSorted()).toEqual(ids.toSorted());
      expect(await of({ group: 'suits' })).toHaveLength(figures.losses.year.closed);
      expect((await of({ fault: 'search' })).toSorted()).toEqual(figures.byFault[0]?.ids.toSorted());
    });

    it('say how many were reported within the days that the office set (LIT-C2)', async () => {
      // 20 November is eight working days before; Thursday the 28th one, Friday the 29th none.
      expect(figures.reported).toMatchObject({ within: 3, total: 5, inTime: 4 });
      expect(figures.reported.lateIds).toHaveLength(1);
      const { version: seen } = await door.service.proceedingViews.setting();
      const set = (actor: Actor) => door.service.proceedingViews.set(actor, { reportWorkdays: 10, version: seen });
      expect(await code(set(people.officer))).toBe('forbidden');
      await set(people.office);
      expect(await code(set(people.office))).toBe('stale');
      expect((await door.service.proceedingViews.figures(people.office, 2030)).reported).toMatchObject({
        within: 10,
        inTime: 5,
      });
    });
  });
});
