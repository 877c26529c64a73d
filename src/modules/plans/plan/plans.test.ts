import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import {
  addPlan,
  ledgerMigrations,
  openTestLedger,
  PLAN,
  shareOf,
  type TestLedger,
  taskInput,
} from '../plans.fixtures.ts';

const on = (text: string) => text as LocalDate;

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await openTestLedger(database(), { now: '2026-05-06T09:00:00+08:00' });
  });
  afterAll(() => ledger.platform.close());

  it('links city, district and unit plans, each measured against the one above (PLAN-1, PLAN-11, PLAN-C1)', async () => {
    const { service, people, units } = ledger;
    const similar = '集中公开现行有效的规范性文件，加强文件解读，提高公开质量。';
    const city = await addPlan(
      ledger,
      [taskInput(7, { content: similar, units: [] }), taskInput(8, { content: '开展开放月。', units: [] })],
      {
        level: 'city',
        issuedOn: on('2026-02-23'),
      },
    );
    const last = await addPlan(ledger, [taskInput(3, { content: `${similar}年底前完成。` })], { year: 2025 });
    const district = await addPlan(ledger, [taskInput(1, { name: null, content: similar })], {
      parentPlanId: city.plan.id,
      issuedOn: on('2026-03-30'),
    });
    expect((await service.plans.get(people.office.actor, district.plan.id)).timing).toMatchObject({
      lateDays: 5,
      state: 'late',
    });
    const task = district.tasks[0];
    if (!task) throw new Error('no task');
    const found = await service.tasks.suggestLinks(people.office.actor, task.id);
    expect(found.parents.map((one) => one.task.number)).toEqual([7]);
    expect(found.previous.map((one) => one.task.number)).toEqual([3]);
    const links = { parentTaskId: city.tasks[0]?.id ?? null, previousTaskId: last.tasks[0]?.id ?? null };
    const linked = await service.tasks.link(people.office.actor, task.id, { version: task.version, ...links });
    expect([linked.parent?.number, linked.previous?.number]).toEqual([7, 3]);
    const upper = await service.ledger.get(people.office.actor, city.tasks[0]?.id ?? '');
    expect(upper.children.map((child) => child.id)).toEqual([task.id]);
    await expect(
      service.tasks.link(people.office.actor, task.id, { version: linked.version, parentTaskId: links.previousTaskId }),
    ).rejects.toMatchObject({ code: 'content-invalid' });

    const own = {
      level: 'unit' as const,
      unitId: units.education.id,
      parentPlanId: district.plan.id,
      issuedOn: on('2026-04-20'),
    };
    await addPlan(ledger, [taskInput(1, { units: [{ name: '区教育局', role: 'responsible' }] })], {
      ...own,
      by: people.education.actor,
    });
    const { items } = await service.views.subplans(people.office.actor, district.plan.id);
    expect(items.find((item) => item.unit.id === units.education.id)).toMatchObject({
      plan: { title: '2026年明湖区政务公开工作要点' },
      timing: { dueOn: '2026-04-29', state: 'inTime' },
    });
    expect(items.find((item) => item.unit.id === units.lakeside.id)?.timing.state).toBe('overdue');
    await expect(service.plans.create(people.education.actor, { ...PLAN, level: 'district' })).rejects.toMatchObject({
      code: 'forbidden',
    });
  });

  it('reckons relative days again when the day of issue changes, and tells a second editor', async () => {
    const { service, people } = ledger;
    const relative = {
      deadlineText: '本文印发30日内',
      deadline: { kind: 'relative' as const, from: null, to: null, note: null },
    };
    const { plan, tasks } = await addPlan(ledger, [taskInput(1, relative)], { year: 2024, issuedOn: on('2024-03-01') });
    const edited = await service.plans.edit(people.office.actor, plan.id, {
      version: plan.version,
      issuedOn: on('2024-03-20'),
    });
    const task = await service.ledger.get(people.office.actor, tasks[0]?.id ?? '');
    expect([tasks[0]?.dueOn, task.dueOn]).toEqual(['2024-04-01', '2024-04-19']);
    await expect(
      service.plans.edit(people.office.actor, plan.id, { version: plan.version, title: '别的标题' }),
    ).rejects.toMatchObject({
      details: { changed: ['issued_on'], by: '周宁' },
    });
    const closed = await service.plans.close(people.office.actor, plan.id, edited.version);
    expect(closed).toMatchObject({ state: 'closed', allowed: expect.arrayContaining(['export']) });
    const share = shareOf(task, ledger.units.education.id);
    const form = {
      formId: randomUUID(),
      version: share.version,
      kind: 'progress' as const,
      text: '补报',
      percent: 10,
      evidence: [],
    };
    await expect(service.assignments.report(people.education.actor, share.assignmentId, form)).rejects.toMatchObject({
      status: 422,
    });
  });

  it('tells the public published plans alone: no drafts, no returned shares, no reasons', async () => {
    const { service, people, platform } = ledger;
    const before = await service.open.dataVersion();
    const { plan, tasks } = await addPlan(
      ledger,
      [
        taskInput(1),
        taskInput(2, {
          deadlineText: '8月',
          deadline: { kind: 'month', from: on('2027-08-01'), to: on('2027-08-31'), note: null },
        }),
      ],
      {
        year: 2027,
      },
    );
    await addPlan(ledger, [taskInput(1)], { year: 2028, draft: true });
    const share = shareOf(tasks[0] as never, ledger.units.education.id);
    const form = {
      formId: randomUUID(),
      version: share.version,
      kind: 'completion' as const,
      text: '内部说明',
      percent: 100,
      evidence: [],
    };
    const { version } = await service.assignments.report(people.education.actor, share.assignmentId, form);
    await service.assignments.return(people.office.actor, share.assignmentId, { version, reason: '不合格' });
    expect((await service.open.list()).map((one) => one.year)).not.toContain(2028);
    expect(await service.open.newestYear()).toBe(2027);
    const shown = await service.open.ofYear(2027);
    expect(shown).toMatchObject({ id: plan.id, tasks: { inProgress: 1, notStarted: 1, total: 2 } });
    expect(shown?.byUnit.find((line) => line.unit.code === 'jiaoyu')).toMatchObject({ inProgress: 1, notStarted: 1 });
    expect(JSON.stringify([shown, await service.open.task(plan.id, 1)])).not.toMatch(/内部说明|不合格|returned|李明/);
    expect((await service.open.unit('jiaoyu', 2027))?.tasks.map((task) => task.role)).toEqual(['lead', 'lead']);
    expect(await service.open.unit('nobody')).toBeNull();
    platform.clock.set('2027-07-01T09:00:00+08:00');
    const coming = await service.open.coming(2);
    expect(
      coming.months.map((month) => [month.month, month.items.filter((item) => item.planYear === 2027).length]),
    ).toEqual([
      ['2027-07', 0],
      ['2027-08', 1],
    ]);
    expect(await service.open.dataVersion()).not.toBe(before);
  });
});
