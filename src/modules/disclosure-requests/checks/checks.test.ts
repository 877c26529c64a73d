import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  accept,
  atCounter,
  decide,
  OPEN,
  openTestRequests,
  type TestRequests,
  versionOf,
} from '../disclosure-requests.fixtures.ts';
import { REQUEST_CHECKS } from './checks.contract.ts';

const YEAR = { from: localDate('2026-01-01'), to: localDate('2026-12-31') };
const received = { receivedFrom: YEAR.from, receivedTo: YEAR.to };

describeDatabases([], (database) => {
  let door: TestRequests;
  beforeAll(async () => {
    door = await openTestRequests({ database: database() });
    await fill();
  }, 120_000);
  afterAll(() => door.close());

  /** One supplied, examined and filed in time; one refused late; one forgotten; one just received. */
  async function fill(): Promise<void> {
    const { service, people } = door;
    const whole = (await atCounter(door)).id;
    await accept(door, whole);
    await service.communication.logContact(people.officer, whole, { topic: 'guidance', text: '电话指导填写。' });
    const sent = await decide(door, whole, OPEN);
    await service.delivery.deliver(people.officer, whole, {
      version: await versionOf(door, whole),
      decisionId: sent.decisions[0]?.id ?? '',
      way: 'pickup',
      trackingNumber: null,
      sentOn: localDate('2026-03-02'),
      deliveredOn: localDate('2026-03-02'),
      proof: '当面签收',
    });
    await service.conversion.decide(people.officer, whole, {
      conversionId: sent.conversions[0]?.id ?? '',
      version: 1,
      decision: 'notEligible',
      reason: '仅涉及申请人个人',
    });
    await service.delivery.archive(people.officer, whole, {
      version: await versionOf(door, whole),
      archiveNumber: '2026-1',
    });
    const late = (await atCounter(door)).id;
    await accept(door, late);
    const forgotten = (await atCounter(door)).id;
    await accept(door, forgotten);
    door.on('2026-04-20');
    await decide(door, late, {
      result: 'processInformation',
      articles: ['《政府信息公开条例》第十六条第二款'],
      reasons: '该材料系讨论过程中形成的过程稿，属于过程性信息。',
    });
    await atCounter(door);
  }

  it('counts what each figure of FOI-C1 to FOI-C5 asks', async () => {
    const [counts] = await door.service.checks.list(door.people.office, YEAR);
    expect(counts).toMatchObject({
      unit: { id: door.units.education.id },
      received: 4,
      answered: 2,
      onTime: 1,
      late: 1,
      lateOpen: 1,
      filed: 1,
      nodesWhole: 1,
      nodesMissing: 0,
      notSupplied: 1,
      withReasons: 1,
      withoutReasons: 0,
      supplied: 1,
      examined: 1,
      unexamined: 0,
      converted: 0,
      withContact: 1,
      withAdvice: 0,
    });
  });

  it('opens to exactly as many requests as it counts', async () => {
    const [counts] = await door.service.checks.list(door.people.officer, YEAR);
    for (const check of REQUEST_CHECKS) {
      const { total, items } = await door.service.list.list(door.people.officer, {
        ...received,
        page: 1,
        pageSize: 200,
        check,
      });
      expect([check, total, items.length]).toEqual([check, counts?.[check], counts?.[check]]);
    }
  });

  it('leaves out what somebody stands aside from, in figures, list and heads alike (回避)', async () => {
    const { service, people, modules } = door;
    const [one] = (await service.list.list(people.handler, { ...received, page: 1, pageSize: 200 })).items;
    const before = await service.checks.list(people.handler, YEAR);
    if (!one || people.handler.type !== 'person') throw new Error('no request');
    await modules.cases.service.recusals.recuse(people.office, one.id, {
      personId: people.handler.personId,
      reason: '申请涉及本人办理的事项',
    });
    expect((await service.checks.list(people.handler, YEAR))[0]?.received).toBe((before[0]?.received ?? 0) - 1);
    const after = await service.list.list(people.handler, { ...received, page: 1, pageSize: 200 });
    expect(after.items.map(({ id }) => id)).not.toContain(one.id);
    expect(after.total).toBe(after.items.length);
    expect((await service.list.list(people.officer, { ...received, page: 1, pageSize: 200 })).total).toBe(
      after.total + 1,
    );
  });

  it('shows nobody the figures of a unit whose requests he may not read', async () => {
    expect(await door.service.checks.list(door.people.stranger, YEAR)).toEqual([]);
    expect(await door.service.list.hotSpots(door.people.stranger, YEAR)).toEqual([]);
  });
});
