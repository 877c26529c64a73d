import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { VERDICTS } from '../plan-words.ts';
import { addPlan, ledgerMigrations, openTestLedger, type TestLedger, taskInput } from '../plans.fixtures.ts';
import { LOOK_BACK_MOVES, nextVerdict } from './look-back.ts';

const on = (text: string) => text as LocalDate;

it('allows exactly the moves of its table', () => {
  for (const from of VERDICTS) {
    for (const to of VERDICTS) {
      const move = () => nextVerdict(from, to);
      if (LOOK_BACK_MOVES[from].includes(to)) expect(move).not.toThrow();
      else expect(move).toThrow();
    }
  }
});

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let planId: string;
  beforeAll(async () => {
    ledger = await openTestLedger(database(), { now: '2026-05-11T09:00:00+08:00' });
    planId = (await addPlan(ledger, [taskInput(1), taskInput(2)], { year: 2025 })).plan.id;
  });
  afterAll(() => ledger.platform.close());

  it('copies last year’s tasks once and keeps them as they stood (PLAN-6)', async () => {
    const { service, people } = ledger;
    await expect(service.lookBack.get(people.office.actor, planId)).rejects.toMatchObject({
      code: 'look-back-missing',
    });
    await expect(service.lookBack.open(people.education.actor, planId)).rejects.toMatchObject({ code: 'forbidden' });
    const opened = await Promise.all([1, 2].map(() => service.lookBack.open(people.office.actor, planId)));
    expect(new Set(opened.map((lookBack) => lookBack.id)).size).toBe(1);
    expect(opened[0]).toMatchObject({ dueOn: '2026-06-30', year: 2025, counts: { total: 2, pending: 2 } });
    const task = (await service.lookBack.get(people.office.actor, planId)).items[0];
    const seen = await service.ledger.get(people.office.actor, task?.taskId ?? '');
    await service.tasks.edit(people.office.actor, seen.id, { version: seen.version, content: '后来改的内容' });
    const items = (await service.lookBack.get(people.education.actor, planId)).items;
    expect(items[0]).toMatchObject({ content: '第1项任务：公开相关信息，加强解读回应。', stateThen: 'notStarted' });
  });

  it('closes item by item: verified, or ordered to rectify and rectified', async () => {
    const { service, people, units } = ledger;
    const { items } = await service.lookBack.get(people.office.actor, planId);
    const [first, second] = items;
    if (!first || !second) throw new Error('no items');
    const verified = await service.lookBack.decide(people.office.actor, first.id, {
      version: first.version,
      verdict: 'verified',
    });
    expect(verified).toMatchObject({ verdict: 'verified', decidedBy: '周宁' });
    await expect(
      service.lookBack.decide(people.office.actor, first.id, { version: first.version, verdict: 'pending' }),
    ).rejects.toMatchObject({ code: 'stale', details: { by: '周宁' } });
    const order = { text: '补发目录', dueOn: on('2026-05-31'), unitIds: [units.education.id] };
    const late = {
      version: second.version,
      verdict: 'unfinished' as const,
      finding: '目录未公开',
      order: { ...order, dueOn: on('2026-05-10') },
    };
    await expect(service.lookBack.decide(people.office.actor, second.id, late)).rejects.toMatchObject({ status: 422 });
    const ordered = await service.lookBack.decide(people.office.actor, second.id, { ...late, order });
    expect(ordered.order).toMatchObject({ number: '〔2026〕回头看整改1号', dueOn: '2026-05-31' });
    ledger.platform.clock.set('2026-06-01T09:00:00+08:00');
    expect((await service.lookBack.get(people.office.actor, planId)).items[1]?.overdue).toBe(true);
    const rectified = await service.lookBack.decide(people.office.actor, second.id, {
      version: ordered.version,
      verdict: 'rectified',
      outcome: '目录已公开',
      rectifiedOn: on('2026-06-01'),
    });
    expect(rectified).toMatchObject({ verdict: 'rectified', overdue: false });
    expect((await service.lookBack.get(people.office.actor, planId)).counts).toMatchObject({
      pending: 0,
      verified: 1,
      rectified: 1,
    });
  });
});
