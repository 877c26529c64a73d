import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../cases.contract.ts';
import { accepted, caseTestMigrations, drafted, openTestCases, type TestCases } from '../cases.fixtures.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const place = () => ({ kind: 'question', unitId: door.units.education.id });
  const step = (
    name: string,
    roles: ('reviewer' | 'deputyHead' | 'head' | 'supervisor')[],
    unit: 'holder' | 'office',
  ) => ({
    name,
    roles,
    unit,
  });
  const put = (steps: ReturnType<typeof step>[], version: number, by: Actor = door.people.office) =>
    refusal(door.service.reviewRules.put(by, place(), { steps, version }));
  const waits = async (actor: Actor, id: string) => {
    const { items } = await door.service.view.list(actor, CaseQuery.parse({ waitingForMe: 'true', pageSize: 100 }));
    return items.some((item) => item.id === id);
  };

  describe('review steps of one unit', () => {
    it('are the office’s to set, once for each version, and only where somebody can do them', async () => {
      const { people, service } = door;
      expect(await put([], 0, people.head)).toBe('forbidden');
      expect(await refusal(service.reviewRules.list(people.officer))).toBe('forbidden');
      expect(await put([step('督办审核', ['supervisor'], 'holder')], 0)).toBe('step-unstaffed');
      const elsewhere = { kind: 'question', unitId: '00000000-0000-4000-8000-000000000000' };
      expect(await refusal(service.reviewRules.put(people.office, elsewhere, { steps: [], version: 0 }))).toBe(
        'unit-missing',
      );
      expect(await put([step('分管审核', ['deputyHead'], 'holder')], 0)).toBe('done');
      expect(await put([], 0)).toBe('stale');
      expect(await service.reviewRules.list(people.office)).toMatchObject([
        { kindLabel: '网上咨询', steps: [{ name: '分管审核' }], by: '周宁', version: 1 },
      ]);
    });

    it('hold at once, also for what is being reviewed, until they are dropped', async () => {
      const { people, service } = door;
      const { id } = await drafted(door);
      expect([await waits(people.deputy, id), await waits(people.head, id)]).toEqual([true, false]);
      expect(await put([step('主管审核', ['supervisor'], 'office')], 1)).toBe('done');
      expect([await waits(people.deputy, id), await waits(people.office, id)]).toEqual([false, true]);
      await service.reviewRules.drop(people.office, place());
      expect([await waits(people.office, id), await waits(people.reviewer, id)]).toEqual([false, true]);
      expect(await refusal(service.reviewRules.drop(people.office, place()))).toBe('rule-missing');
    });

    it('may be none: the drafter sends it', async () => {
      const { people, service } = door;
      expect(await put([], 0)).toBe('done');
      const { id, version } = await accepted(door);
      await service.replies.draft(people.handler, id, { edit: 0, text: '您好。', findingsReason: null });
      await service.replies.submit(people.handler, id, { version, edit: 1 });
      const ready = await service.view.get(people.handler, id);
      expect(ready.state).toBe('replyApproved');
      await service.replies.send(people.handler, id, { version: ready.version, edit: 1 });
      await service.reviewRules.drop(people.office, place());
    });
  });
});
