import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { assignmentsOfTasks } from '../assignments/assignments.store.ts';
import { TASK_STATES, type TaskState } from '../plan-words.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';
import { NO_SHARES, shareState, taskState } from '../tasks/task-state.ts';
import type { LedgerQuery, TaskDetail } from '../tasks/tasks.contract.ts';

const on = (text: string) => text as LocalDate;
const all = { page: 1, pageSize: 50, sort: 'number' } as const;
const dueOn = (to: string) => ({ deadline: { kind: 'date' as const, from: null, to: on(to), note: null } });

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let planId: string;
  let tasks: TaskDetail[];
  const both = [
    { name: '区教育局', role: 'lead' as const },
    { name: '临湖街道', role: 'support' as const },
  ];
  beforeAll(async () => {
    ledger = await openTestLedger(database());
    const added = await addPlan(ledger, [
      taskInput(1, { ...dueOn('2026-03-31'), units: both, category: '甲' }),
      taskInput(2, { ...dueOn('2026-06-30'), units: both, name: '开放月活动' }),
      taskInput(3, { ...dueOn('2026-06-30'), units: both }),
      taskInput(4, { ...dueOn('2026-03-31'), units: both }),
      taskInput(5, {
        deadline: { kind: 'realtime', from: null, to: null, note: null },
        units: [{ name: '区教育局', role: 'lead' }],
      }),
      taskInput(6, { ...dueOn('2026-12-31'), units: both }),
    ]);
    planId = added.plan.id;
    tasks = added.tasks;
    ledger.platform.clock.set('2026-04-10T09:00:00+08:00');
    await report(2, 'education', 'progress');
    await report(3, 'education', 'completion');
    for (const who of ['education', 'lakeside'] as const) await accept(4, who);
    const returned = await report(6, 'lakeside', 'completion');
    await ledger.service.assignments.return(ledger.people.office.actor, returned.id, {
      version: returned.version,
      reason: '补充材料',
    });
  });
  afterAll(() => ledger.platform.close());

  function task(number: number): TaskDetail {
    const found = tasks.find((one) => one.number === number);
    if (!found) throw new Error('no such task');
    return found;
  }
  async function report(number: number, who: 'education' | 'lakeside', kind: 'progress' | 'completion') {
    const share = shareOf(task(number), ledger.units[who].id);
    const form = { formId: randomUUID(), version: share.version, kind, text: '进展。', percent: 50, evidence: [] };
    return ledger.service.assignments.report(ledger.people[who].actor, share.assignmentId, form);
  }
  async function accept(number: number, who: 'education' | 'lakeside') {
    const { id, version } = await report(number, who, 'completion');
    return ledger.service.assignments.accept(ledger.people.office.actor, id, version, null);
  }
  const list = (filter: Partial<LedgerQuery>, actor = ledger.people.office.actor) =>
    ledger.service.ledger.list(actor, { ...all, planId, ...filter });
  const numbers = async (filter: Partial<LedgerQuery>, actor = ledger.people.office.actor) =>
    (await list(filter, actor)).items.map((row) => row.number);

  it('counts states in the database as the rules state them, for every task and share', async () => {
    const rows = (await list({})).items;
    expect(rows.map((row) => row.state)).toEqual([
      'overdue',
      'inProgress',
      'reported',
      'accepted',
      'notStarted',
      'returned',
    ]);
    const today = localDateAt(ledger.platform.clock.now());
    for (const row of rows) {
      const shares = await assignmentsOfTasks(database().kysely, [row.id]);
      const counts = { ...NO_SHARES };
      for (const share of shares) {
        counts[
          shareState({ state: share.state, dueOn: share.due_on, started: share.last_report_at !== null }, today)
        ] += 1;
      }
      expect(row.unitStates).toEqual(counts);
      expect(row.state).toBe(taskState(counts, task(row.number).dueOn, today));
    }
  });

  it.each(TASK_STATES.map((state) => [state]))('filters tasks and shares by state %s', async (state: TaskState) => {
    const rows = (await list({})).items;
    expect(await numbers({ state })).toEqual(rows.filter((row) => row.state === state).map((row) => row.number));
    const shares = await ledger.service.assignmentList.list(ledger.people.office.actor, { ...all, planId, state });
    expect(shares.items.every((share) => share.state === state)).toBe(true);
    expect(shares.total).toBe(rows.reduce((sum, row) => sum + row.unitStates[state], 0));
  });

  it('filters by unit with the unit’s own state, by days, words, category and kind', async () => {
    const unitId = ledger.units.lakeside.id;
    expect(await numbers({ unitId, state: 'returned' })).toEqual([6]);
    expect(await numbers({ unitId, state: 'notStarted' })).toEqual([2, 3]);
    expect(await numbers({ mine: 'true' }, ledger.people.lakeside.actor)).toEqual([1, 2, 3, 4, 6]);
    expect(await numbers({ dueFrom: on('2026-06-01'), dueTo: on('2026-06-30') })).toEqual([2, 3]);
    expect(await numbers({ q: '开放月' })).toEqual([2]);
    expect(await numbers({ q: '5' })).toEqual([5]);
    expect(await numbers({ q: '%' })).toEqual([]);
    expect(await numbers({ category: '甲' })).toEqual([1]);
    expect(await numbers({ kind: 'realtime' })).toEqual([5]);
    expect(await numbers({ sort: '-number', pageSize: 2, page: 2 })).toEqual([4, 3]);
    expect((await numbers({ sort: 'dueOn' })).at(-1)).toBe(5);
  });

  it('tells the second of two editors what changed, and keeps the first’s work', async () => {
    const { service, people } = ledger;
    const seen = await service.ledger.get(people.office.actor, task(5).id);
    await service.tasks.edit(people.office.actor, seen.id, {
      version: seen.version,
      content: '先改的内容',
      category: '乙',
    });
    await expect(
      service.tasks.edit(people.office.actor, seen.id, { version: seen.version, content: '后改的内容' }),
    ).rejects.toMatchObject({
      code: 'stale',
      details: { changed: ['category', 'content'], by: '周宁', current: { content: '先改的内容' } },
    });
    const kept = await service.ledger.get(people.office.actor, seen.id);
    expect(kept.content).toBe('先改的内容');
    expect(kept.history[0]?.changes.map((change) => change.label)).toEqual(['类别', '任务内容']);
  });

  it('moves the day of every share that is not finished when the office sets another', async () => {
    const { service, people } = ledger;
    const result = await service.bulk.run(people.office.actor, {
      action: 'setDate',
      taskIds: [task(2).id, randomUUID()],
      dueOn: on('2026-07-31'),
      reason: '国务院部署调整',
    });
    expect(result.items.map((item) => item.code)).toEqual([null, 'task-not-found']);
    const moved = await service.ledger.get(people.office.actor, task(2).id);
    expect(moved).toMatchObject({ dueOn: '2026-07-31', deadlineText: '6月底前' });
    expect(moved.shares.map((share) => share.dueOn)).toEqual(['2026-07-31', '2026-07-31']);
    expect(moved.history[0]?.changes).toContainEqual({
      field: 'due_on',
      label: '到期日',
      from: '2026-06-30',
      to: '2026-07-31',
    });
  });

  it('acts in bulk row by row (PLAN-8)', async () => {
    const { service, people, units } = ledger;
    const assigned = await service.bulk.run(people.office.actor, {
      action: 'assign',
      taskIds: [task(5).id],
      units: [{ name: '北塘镇', role: 'support' }],
    });
    expect(assigned).toMatchObject({ done: 1, failed: 0 });
    expect((await service.ledger.get(people.office.actor, task(5).id)).shares.map((share) => share.unit.id)).toEqual([
      units.education.id,
      units.north.id,
    ]);
    const marked = await service.bulk.run(people.office.actor, {
      action: 'markPriority',
      taskIds: tasks.map((one) => one.id),
      priority: true,
      note: '年度重点',
    });
    expect(marked.done).toBe(6);
    expect(await numbers({ priority: 'true' })).toHaveLength(6);
    const waiting = (await service.assignmentList.list(people.office.actor, { ...all, planId, state: 'reported' }))
      .items;
    const others = (await service.assignmentList.list(people.office.actor, { ...all, planId, state: 'overdue' })).items;
    const accepted = await service.bulk.run(people.office.actor, {
      action: 'accept',
      assignmentIds: [...waiting, ...others].map((row) => row.id),
    });
    expect(accepted).toMatchObject({ done: waiting.length, failed: others.length });
    const refused = await service.bulk.run(people.lakeside.actor, {
      action: 'markPriority',
      taskIds: [task(1).id],
      priority: false,
    });
    expect(refused.items[0]?.code).toBe('forbidden');
  });

  it('hides drafts of others, and keeps what is published from being deleted', async () => {
    const { service, people } = ledger;
    const draft = await addPlan(ledger, [taskInput(1)], { year: 2030, draft: true });
    await expect(service.plans.get(people.lakeside.actor, draft.plan.id)).rejects.toMatchObject({ status: 404 });
    expect((await service.ledger.list(people.lakeside.actor, { ...all, planId: draft.plan.id })).total).toBe(0);
    expect((await service.ledger.list(people.auditor.actor, { ...all, planId: draft.plan.id })).total).toBe(1);
    await expect(service.plans.get(people.evaluator.actor, draft.plan.id)).rejects.toMatchObject({ status: 404 });
    expect((await service.ledger.list(people.evaluator.actor, { ...all, planId: draft.plan.id })).total).toBe(0);
    expect((await service.ledger.list(people.evaluator.actor, { ...all, planId })).total).toBeGreaterThan(0);
    await expect(service.tasks.remove(people.office.actor, task(1).id)).rejects.toMatchObject({
      code: 'content-invalid',
    });
    const removed = draft.tasks[0]?.id ?? '';
    await service.tasks.remove(people.office.actor, removed);
    await expect(service.ledger.get(people.office.actor, removed)).rejects.toMatchObject({ status: 404 });
    await expect(service.plans.publish(people.office.actor, draft.plan.id, draft.plan.version)).rejects.toMatchObject({
      reasons: [{ field: 'tasks', message: '还没有任务，请先导入或新增任务' }],
    });
  });

  it('shows a unit that no longer exists by a readable name', async () => {
    const { service, people, organisations, units } = ledger;
    const { version, ...rest } = await organisations.units.find(units.north.id);
    await organisations.units.edit({ type: 'system' }, units.north.id, {
      ...rest,
      version,
      toOn: on('2026-04-01'),
    } as never);
    const page = await service.ledger.get(people.office.actor, task(5).id);
    expect(shareOf(page, units.north.id).unit.shortName).toBe('北塘镇');
    const later = await service.tasks.resolve([{ name: '各街镇', role: 'support' }]);
    expect(later[0]?.unitIds).toEqual([units.lakeside.id]);
  });

  it('figures of the plan add up to the ledger', async () => {
    const { service, people } = ledger;
    const overview = await service.views.overview(people.office.actor, planId);
    const rows = (await list({})).items;
    for (const state of TASK_STATES) {
      expect(overview.tasks[state]).toBe(rows.filter((row) => row.state === state).length);
      expect(overview.byUnit.reduce((sum, unit) => sum + unit[state], 0)).toBe(overview.shares[state]);
      expect(overview.byCategory.reduce((sum, line) => sum + line[state], 0)).toBe(overview.tasks[state]);
    }
    const timeline = await service.views.timeline(people.office.actor, planId);
    expect(timeline.months.map((month) => month.month)).toEqual(['2026-03', '2026-06', '2026-07', '2026-12']);
    expect(timeline.undated.map((item) => item.number)).toEqual([5]);
    const calendar = await service.views.calendar(people.office.actor, planId, { month: '2026-03' });
    expect(calendar.days.find((day) => day.date === '2026-03-31')?.items.map((item) => item.number)).toEqual([1, 4]);
    const qingming = await service.views.calendar(people.office.actor, planId, { month: '2026-04' });
    expect(qingming.days.find((day) => day.date === '2026-04-06')).toMatchObject({
      workday: false,
      note: expect.stringContaining('清明'),
    });
  });
});
