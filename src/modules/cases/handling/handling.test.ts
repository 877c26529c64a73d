import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { accepted, caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';
import { closeAnswered } from '../closing/closing.service.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());
  const at = (text: string) => door.platform.clock.set(`${text}:00+08:00`);
  const view = (id: string) => door.service.view.get(door.people.office, id);
  const refusal = (promise: Promise<unknown>) =>
    promise.then(
      () => 'done',
      (error) => error.code ?? String(error),
    );
  const version = async (id: string) => (await view(id)).version;

  describe('passing a case on', () => {
    it('keeps the due day through two transfers and a return, and tells the working time of each holder', async () => {
      at('2026-03-02T09:00');
      const { service, people, units } = door;
      const { id, dueOn } = await receive(door);
      at('2026-03-02T11:00');
      await service.routing.transfer(people.officer, id, {
        version: await version(id),
        unitId: units.lakeside.id,
        reason: '属于街道职责',
      });
      at('2026-03-03T10:00');
      await service.routing.transferBack(people.stranger, id, { version: await version(id), reason: '不属于街道职责' });
      at('2026-03-03T12:00');
      await service.routing.assign(people.office, id, {
        version: await version(id),
        unitId: units.lakeside.id,
        personId: null,
      });
      at('2026-03-09T16:00');
      const now = await view(id);
      expect(now).toMatchObject({ dueOn, urgency: 'today', state: 'assigned' });
      expect(now.holdings.map(({ unit, way, workHours }) => [unit.code, way, workHours])).toEqual([
        ['jiaoyu', 'received', 2],
        ['linhu', 'transferred', 7],
        ['jiaoyu', 'returned', 2],
        ['linhu', 'assigned', 36],
      ]);
      expect(now.due.sentences.filter((line) => line.includes('期限连续计算'))).toHaveLength(3);
      expect(now.dueHistory).toHaveLength(1);
      at('2026-03-02T09:00');
    });

    it('sends nothing to and fro: what came back is handed on elsewhere', async () => {
      const { service, people, units } = door;
      const { id } = await receive(door);
      expect(
        await refusal(service.routing.transferBack(people.officer, id, { version: 1, reason: '不属于我局' })),
      ).toBe('nowhere-to-return');
      await service.routing.transfer(people.officer, id, {
        version: 1,
        unitId: units.lakeside.id,
        reason: '属于街道职责',
      });
      await service.routing.transferBack(people.stranger, id, { version: 2, reason: '不属于街道职责' });
      expect(
        await refusal(service.routing.transferBack(people.officer, id, { version: 3, reason: '不属于我局' })),
      ).toBe('nowhere-to-return');
      expect((await service.view.get(people.officer, id)).allowed).not.toHaveProperty('transferBack');
    });

    it('gives nothing to a unit where nobody would see it', async () => {
      const { service, people, units } = door;
      const { id } = await receive(door);
      const to = { version: 1, unitId: units.government.id };
      expect(await refusal(service.routing.transfer(people.officer, id, { ...to, reason: '请区政府答复' }))).toBe(
        'unit-unstaffed',
      );
      expect(await refusal(service.routing.assign(people.office, id, { ...to, personId: null }))).toBe(
        'unit-unstaffed',
      );
      expect(await view(id)).toMatchObject({ unit: { code: 'jiaoyu' }, version: 1 });
    });

    it('gives up a draft that another unit began', async () => {
      const { service, people, units } = door;
      const { id } = await accepted(door);
      await service.replies.draft(people.handler, id, { edit: 0, text: '教育局的草稿。', findingsReason: null });
      await service.routing.transfer(people.officer, id, {
        version: await version(id),
        unitId: units.lakeside.id,
        reason: '属于街道职责',
      });
      expect((await service.view.get(people.stranger, id)).replies).toEqual([]);
    });

    it('assigns inside the unit to somebody who works there; to other units only by the office', async () => {
      const { service, people, units } = door;
      const { id } = await receive(door);
      const to = (unitId: string, person: typeof people.handler | null) => ({
        version: 1,
        unitId,
        personId: person?.type === 'person' ? person.personId : null,
      });
      expect(await refusal(service.routing.assign(people.officer, id, to(units.lakeside.id, null)))).toBe('forbidden');
      expect(await refusal(service.routing.assign(people.officer, id, to(units.education.id, people.stranger)))).toBe(
        'person-elsewhere',
      );
      await service.routing.assign(people.officer, id, to(units.education.id, people.handler));
      expect(await view(id)).toMatchObject({ state: 'assigned', person: { name: '何静' } });
      expect(
        (await service.view.load(people.officer)).find((one) => one.person?.name === '何静')?.open,
      ).toBeGreaterThan(0);
    });
  });

  it('is nobody’s business outside the unit, and the auditor only reads', async () => {
    const { service, people } = door;
    const { id } = await receive(door);
    expect(await refusal(service.view.get(people.stranger, id))).toBe('case-missing');
    expect(await refusal(service.routing.accept(people.stranger, id, 1))).toBe('case-missing');
    expect(await refusal(service.applicants.open(people.stranger, id, '看看'))).toBe('case-missing');
    expect((await service.view.get(people.auditor, id)).allowed).toEqual({});
    expect(await refusal(service.routing.accept(people.auditor, id, 99))).toBe('forbidden');
    expect(await refusal(service.routing.accept(people.reviewer, id, 99))).toBe('forbidden');
  });

  it('shortens the term of a simple question to one working day from its receipt, and back (MSG-4)', async () => {
    const { service, people } = door;
    const { id } = await receive(door);
    await service.handling.classify(people.officer, id, { version: 1, isSimple: true });
    expect(await view(id)).toMatchObject({
      dueOn: '2026-03-03',
      urgentOn: '2026-03-03',
      urgency: 'soon',
      isSimple: true,
    });
    await service.handling.classify(people.officer, id, { version: 2, isSimple: false });
    const after = await view(id);
    expect(after.dueHistory.map(({ from, to }) => [from, to])).toEqual([
      [null, '2026-03-09'],
      ['2026-03-09', '2026-03-03'],
      ['2026-03-03', '2026-03-09'],
    ]);
    const letter = await receive(door, {
      kind: 'letter',
      title: '来信',
      applicant: { name: '张三', phone: '13900000000' },
    });
    expect(await refusal(service.handling.classify(people.officer, letter.id, { version: 1, isSimple: true }))).toBe(
      'no-simple',
    );
  });

  it('ends the term by telling why nothing is done; reopening begins anew and wipes out no lateness', async () => {
    const { service, people } = door;
    const { id } = await receive(door);
    const reject = { reason: 'otherProcedure' as const, text: '请通过信访渠道反映这一事项。' };
    at('2026-03-11T10:00');
    await service.handling.reject(people.officer, id, { version: 1, ...reject });
    expect(await view(id)).toMatchObject({
      state: 'rejected',
      isOnTime: false,
      answeredOn: '2026-03-11',
      urgency: 'answered',
    });
    await service.handling.reopen(people.officer, id, { version: 2, reason: '确属本局职责' });
    const again = await view(id);
    expect(again).toMatchObject({
      state: 'assigned',
      rejection: null,
      answeredOn: null,
      isOnTime: null,
      dueOn: '2026-03-18',
    });
    expect(again.holdings.at(-1)?.to).toBeNull();
    const done = await replied(door, '请到服务窗口办理。', id);
    expect(done).toMatchObject({ isOnTime: false, answeredOn: '2026-03-11' });
    at('2026-03-02T09:00');
  });

  describe('merging', () => {
    it('keeps the earlier due day in sight, follows a case that is merged on, and can be taken back', async () => {
      const { service, people } = door;
      at('2026-03-02T09:00');
      const early = await receive(door);
      at('2026-03-04T09:00');
      const [middle, last] = [await receive(door), await receive(door)];
      const into = async (id: string, intoId: string) =>
        service.merging.merge(people.officer, id, { version: await version(id), intoId });
      await into(early.id, middle.id);
      expect(await view(middle.id)).toMatchObject({ dueOn: '2026-03-11', urgentOn: '2026-03-09', mergedCount: 1 });
      await into(middle.id, last.id);
      const kept = await view(last.id);
      expect(kept).toMatchObject({ urgentOn: '2026-03-09', mergedCount: 2 });
      expect((await view(early.id)).mergedInto?.id).toBe(last.id);
      expect(await refusal(into(last.id, early.id))).toBe('merge-target');
      await service.merging.separate(people.officer, early.id, {
        version: await version(early.id),
        reason: '不是同一事项',
      });
      expect(await view(last.id)).toMatchObject({ urgentOn: '2026-03-11', mergedCount: 1 });
      expect(await view(early.id)).toMatchObject({ state: 'assigned', mergedInto: null, dueOn: '2026-03-09' });
      at('2026-03-02T09:00');
    });

    it('joins only what one answer can answer, and nothing of another unit', async () => {
      const { service, people, units } = door;
      const { id } = await receive(door);
      const into = (intoId: string, actor = people.officer) =>
        refusal(service.merging.merge(actor, id, { version: 1, intoId }));
      expect(await into(id)).toBe('merge-target');
      expect(await into((await receive(door, { kind: 'report' })).id)).toBe('merge-target');
      const foreign = await receive(door, { unitId: units.lakeside.id });
      expect(await into(foreign.id)).toBe('case-missing');
      expect(await into(foreign.id, people.office)).toBe('done');
    });

    it('answers at once what is merged into an answered case', async () => {
      const { service, people } = door;
      const done = await replied(door);
      const { id } = await receive(door);
      await service.merging.merge(people.officer, id, { version: 1, intoId: done.id });
      expect(await view(id)).toMatchObject({ state: 'merged', isOnTime: true, answeredOn: '2026-03-02' });
    });
  });

  it('keeps how it went after the answer, and closes after ten working days (MSG-14)', async () => {
    const { service, people } = door;
    const { id, version: seen } = await replied(door);
    await service.handling.followUp(people.handler, id, { isSolved: true, text: '电话回访，已办妥。' });
    expect(await view(id)).toMatchObject({ version: seen, followUps: [{ isSolved: true, by: '何静' }] });
    at('2026-03-16T09:00');
    await closeAnswered(service.context, service.handling, new AbortController().signal);
    expect((await view(id)).state).toBe('replied');
    at('2026-03-17T09:00');
    await closeAnswered(service.context, service.handling, new AbortController().signal);
    expect((await view(id)).state).toBe('closed');
    at('2026-03-02T09:00');
  });

  it('gives the open cases of a leaving person to another, with the time each had them (TEAM-6)', async () => {
    const { organisations } = door.modules;
    const { id } = await accepted(door);
    const provider = organisations.service.openWork.providers.find((one) => one.name === 'cases');
    const [from, to] = [door.people.officer, door.people.handler];
    if (from.type !== 'person' || to.type !== 'person' || !provider) throw new Error('not there');
    const listed = await provider.list(door.platform.database.kysely, from.personId);
    expect(listed.map((item) => item.id)).toContain(id);
    await door.platform.changes.run({ type: 'system' }, (change) =>
      provider.move(change, from.personId, [{ id, toPersonId: to.personId }]),
    );
    const after = await view(id);
    expect(after.person?.name).toBe('何静');
    expect(after.holdings.at(-1)).toMatchObject({ way: 'handedOver', person: { name: '何静' } });
  });
});
