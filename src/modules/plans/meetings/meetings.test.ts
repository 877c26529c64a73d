import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPlan, ledgerMigrations, openTestLedger, type TestLedger, taskInput } from '../plans.fixtures.ts';
import type { TaskDetail } from '../tasks/tasks.contract.ts';
import type { MeetingInput } from './meetings.contract.ts';

const on = (text: string) => text as LocalDate;
const page = { page: 1, pageSize: 20 };

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let planId: string;
  let task: TaskDetail;
  beforeAll(async () => {
    ledger = await openTestLedger(database());
    const { plan, tasks } = await addPlan(ledger, [taskInput(1)]);
    planId = plan.id;
    if (!tasks[0]) throw new Error('no task');
    task = tasks[0];
  });
  afterAll(() => ledger.platform.close());

  const meeting = (): MeetingInput => ({
    planId,
    kind: 'coordination',
    title: '开放月筹备协调会',
    heldOn: on('2026-03-02'),
    place: null,
    chairedBy: '周宁',
    agenda: '研究开放月安排。',
    minutes: '',
    unitIds: [ledger.units.education.id, ledger.units.lakeside.id],
    actionItems: [
      { text: '报送场地清单', taskId: task.id, unitId: ledger.units.education.id, dueOn: on('2026-03-01') },
      { text: '拟定海报', unitId: ledger.units.lakeside.id },
    ],
  });

  it('keeps what a meeting agreed, linked to the task, until it is done (PLAN-7)', async () => {
    const { service, people } = ledger;
    const held = await service.meetings.create(people.office.actor, meeting());
    expect(held.actionItems).toMatchObject([{ overdue: true, taskLabel: '2026 年第 1 项 任务1' }, { overdue: false }]);
    const [first, second] = held.actionItems;
    if (!first || !second) throw new Error('no items');
    await expect(
      service.meetings.finish(people.lakeside.actor, first.id, { version: 1, done: true }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const done = await service.meetings.finish(people.education.actor, first.id, {
      version: first.version,
      done: true,
      note: '已报',
    });
    expect(done).toMatchObject({ done: true, overdue: false, doneNote: '已报' });
    const edited = await service.meetings.edit(people.office.actor, held.id, {
      ...meeting(),
      version: held.version,
      minutes: '会议纪要。',
      actionItems: [{ id: first.id, text: '报送场地清单（更新）', taskId: task.id }],
    });
    expect(edited.actionItems).toMatchObject([{ id: first.id, text: '报送场地清单（更新）', done: true }]);
    await expect(
      service.meetings.edit(people.office.actor, held.id, { ...meeting(), version: held.version }),
    ).rejects.toMatchObject({
      code: 'stale',
      details: { changed: ['minutes'] },
    });
    const shown = await service.ledger.get(people.office.actor, task.id);
    expect(shown.actionItems).toMatchObject([{ done: true }]);
    expect(shown.history.filter((entry) => entry.kind === 'actionItem')).toHaveLength(2);
    expect((await service.meetings.list(people.education.actor, { planId, ...page, sort: '-heldOn' })).total).toBe(1);
  });

  it('follows a hard question from raising to outcome (PLAN-9)', async () => {
    const { service, people, units } = ledger;
    const input = {
      planId,
      taskId: task.id,
      unitId: units.education.id,
      raisedOn: on('2026-03-02'),
      title: '跨部门数据共享',
      question: '口径不一。',
    };
    await expect(service.issues.create(people.lakeside.actor, input)).rejects.toMatchObject({ code: 'forbidden' });
    const raised = await service.issues.create(people.education.actor, input);
    expect(raised).toMatchObject({ state: 'raised', allowed: ['edit'] });
    const early = { version: raised.version, decision: '由数据局牵头', decidedOn: on('2026-03-01') };
    await expect(service.issues.decide(people.office.actor, raised.id, early)).rejects.toMatchObject({ status: 422 });
    const decided = await service.issues.decide(people.office.actor, raised.id, {
      ...early,
      decidedOn: on('2026-03-05'),
    });
    expect(decided.state).toBe('decided');
    const settled = await service.issues.decide(people.office.actor, raised.id, {
      version: decided.version,
      decision: '由数据局牵头',
      decidedOn: on('2026-03-05'),
      outcome: '已统一口径',
      settledOn: on('2026-03-20'),
    });
    expect(settled).toMatchObject({ state: 'settled', outcome: '已统一口径' });
  });

  it('lets a unit declare its key field and the office confirm or return it (PLAN-10)', async () => {
    const { service, people, units } = ledger;
    const input = {
      year: 2026,
      unitId: units.education.id,
      name: '义务教育招生',
      content: '学区、计划、结果',
      requirement: '',
      taskId: null,
    };
    const before = await service.keyFields.list(people.office.actor, { year: 2026, ...page, sort: 'unit' });
    expect(before.missing.map((unit) => unit.shortName)).toContain('区教育局');
    const declared = await service.keyFields.declare(people.education.actor, input);
    await expect(service.keyFields.declare(people.education.actor, input)).rejects.toMatchObject({
      code: 'content-invalid',
    });
    await expect(
      service.keyFields.decide(people.office.actor, declared.id, { version: declared.version, confirm: false }),
    ).rejects.toMatchObject({ reasons: [{ field: 'reason' }] });
    const returned = await service.keyFields.decide(people.office.actor, declared.id, {
      version: declared.version,
      confirm: false,
      reason: '补充时限',
    });
    const again = await service.keyFields.edit(people.education.actor, declared.id, {
      ...input,
      requirement: '每年5月',
      version: returned.version,
    });
    expect(again.state).toBe('declared');
    const confirmed = await service.keyFields.decide(people.office.actor, declared.id, {
      version: again.version,
      confirm: true,
    });
    expect(confirmed).toMatchObject({ state: 'confirmed', origin: 'declared' });
    const assigned = await service.keyFields.declare(people.office.actor, { ...input, unitId: units.lakeside.id });
    expect(assigned).toMatchObject({ state: 'confirmed', origin: 'assigned' });
    const after = await service.keyFields.list(people.office.actor, { year: 2026, ...page, sort: 'unit' });
    expect(after.missing.map((unit) => unit.shortName)).not.toContain('区教育局');
  });

  it('measures each unit against the thirty days of the upper plan (PLAN-C1) by parameters that are data (IX-10)', async () => {
    const { service, people, units, organisations } = ledger;
    const of = async (unitId: string) =>
      (await service.views.subplans(people.office.actor, planId)).items.find((item) => item.unit.id === unitId);
    ledger.platform.clock.set('2026-04-15T09:00:00+08:00');
    expect((await of(units.education.id))?.timing).toMatchObject({ dueOn: '2026-04-19', state: 'waiting' });
    await expect(
      service.views.submitBreakdown(people.education.actor, planId, units.education.id),
    ).rejects.toMatchObject({ status: 422 });
    const { id: sectionId } = await organisations.groups.addSection({ type: 'system' }, units.education.id, '办公室');
    const share = task.shares.find((line) => line.unit.id === units.education.id);
    await service.bulk.run(people.education.actor, {
      action: 'split',
      assignmentIds: [share?.assignmentId ?? ''],
      sectionId,
    });
    await service.views.submitBreakdown(people.education.actor, planId, units.education.id);
    expect((await of(units.education.id))?.timing).toMatchObject({ doneOn: '2026-04-15', state: 'inTime' });
    await service.parameters.set(people.office.actor, {
      key: 'ownPlanDays',
      level: 'unit',
      year: 2026,
      unitId: null,
      value: '20',
      basis: '本区要求',
    });
    expect((await of(units.education.id))?.timing).toMatchObject({ dueOn: '2026-04-09', state: 'late', lateDays: 6 });
    expect((await of(units.lakeside.id))?.timing).toMatchObject({ state: 'overdue', lateDays: 6 });
    await expect(
      service.parameters.set(people.education.actor, {
        key: 'ownPlanDays',
        level: null,
        year: null,
        unitId: null,
        value: '9',
        basis: '',
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('hands over what a leaving person holds', async () => {
    const { service, people, organisations } = ledger;
    const share = task.shares.find((line) => line.unit.id === ledger.units.education.id);
    const now = await service.assignmentList.get(people.education.actor, share?.assignmentId ?? '');
    await service.assignments.split(people.education.actor, now.id, {
      version: now.version,
      personId: people.education.person.id,
    });
    const provider = organisations.openWork.providers.find((one) => one.name === 'plans');
    if (!provider) throw new Error('no provider');
    const held = await provider.list(database().kysely, people.education.person.id);
    expect(held).toMatchObject([{ id: now.id, dueOn: '2026-06-30' }]);
    const to = people.educationHead.person.id;
    await ledger.platform.changes.run({ type: 'system' }, async (change) => {
      await provider.move(change, people.education.person.id, [{ id: now.id, toPersonId: to }]);
    });
    expect(await provider.list(database().kysely, people.education.person.id)).toEqual([]);
    expect((await service.assignmentList.get(people.education.actor, now.id)).person?.name).toBe('王芳');
  });
});
