import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';
import type { ReportInput } from './assignments.contract.ts';

const on = (text: string) => text as LocalDate;

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let year = 2026;
  beforeAll(async () => {
    ledger = await openTestLedger(database());
  });
  afterAll(() => ledger.platform.close());

  /** A fresh published plan with one task; returns the education bureau's share. */
  async function fresh(more: Parameters<typeof taskInput>[1] = {}) {
    ledger.platform.clock.set('2026-04-01T09:00:00+08:00');
    const { plan, tasks } = await addPlan(ledger, [taskInput(1, more)], { year: year++ });
    const task = tasks[0];
    if (!task) throw new Error('no task');
    return { plan, task, share: shareOf(task, ledger.units.education.id) };
  }

  const form = (version: number, more: Partial<ReportInput> = {}): ReportInput => ({
    formId: randomUUID(),
    version,
    kind: 'completion',
    text: '已在区政府网站公开。',
    percent: 100,
    evidence: [],
    ...more,
  });

  it('expands groups to shares: the unit leads, each street and town supports', async () => {
    const { task } = await fresh();
    expect(task.shares.map((line) => [line.unit.shortName, line.role, line.viaGroup])).toEqual([
      ['区教育局', 'lead', null],
      ['北塘镇', 'support', '各街镇'],
      ['临湖街道', 'support', '各街镇'],
    ]);
    expect(task.units).toMatchObject([{ expandsTo: 1 }, { isGroup: true, expandsTo: 2 }]);
  });

  it('goes from report to acceptance, with every step in the history (PLAN-5)', async () => {
    const { share, task } = await fresh();
    const { service, people } = ledger;
    const progress = await service.assignments.report(people.education.actor, share.assignmentId, {
      ...form(share.version, { kind: 'progress', percent: 40, text: '目录已编制。' }),
    });
    expect(progress).toMatchObject({ state: 'inProgress', percent: 40, lastText: '目录已编制。' });
    const reported = await service.assignments.report(
      people.education.actor,
      share.assignmentId,
      form(progress.version),
    );
    expect(reported).toMatchObject({ state: 'reported', percent: 100 });
    const accepted = await service.assignments.accept(
      people.office.actor,
      share.assignmentId,
      reported.version,
      '材料齐全',
    );
    expect(accepted.state).toBe('accepted');
    expect(accepted.reports[0]).toMatchObject({ decision: 'accepted', decidedBy: '周宁', decisionReason: '材料齐全' });
    const whole = await service.ledger.get(people.office.actor, task.id);
    expect(whole.state).toBe('inProgress');
    expect(whole.unitStates).toMatchObject({ accepted: 1, notStarted: 2 });
    expect(whole.history.map((entry) => entry.kind)).toEqual(['accept', 'completion', 'progress', 'create']);
  });

  it('takes the same form twice as one report (double click)', async () => {
    const { share } = await fresh();
    const twice = form(share.version);
    const { actor } = ledger.people.education;
    const both = await Promise.all([
      ledger.service.assignments.report(actor, share.assignmentId, twice),
      ledger.service.assignments.report(actor, share.assignmentId, twice),
    ]);
    expect(both.map((answer) => answer.reports.length)).toContain(1);
    expect((await ledger.service.assignmentList.get(actor, share.assignmentId)).reports).toHaveLength(1);
  });

  it('lets exactly one of 200 parallel acceptances win and tells the others', async () => {
    const { share } = await fresh();
    const { service, people } = ledger;
    const { version } = await service.assignments.report(
      people.education.actor,
      share.assignmentId,
      form(share.version),
    );
    const results = await Promise.allSettled(
      Array.from({ length: 200 }, () =>
        service.assignments.accept(people.office.actor, share.assignmentId, version, null),
      ),
    );
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1);
    const lost = results.filter((result) => result.status === 'rejected').map((result) => result.reason.code);
    // A machine under load may run out of connections for some: those are told nothing was done, never that they won.
    expect(new Set(lost.filter((code) => code !== undefined))).toEqual(new Set(['stale']));
    const seen = await service.assignmentList.get(people.office.actor, share.assignmentId);
    expect(seen.history.filter((entry) => entry.kind === 'accept')).toHaveLength(1);
    const stale = results.find(
      (result) => result.status === 'rejected' && result.reason.code === 'stale',
    ) as PromiseRejectedResult;
    expect(stale.reason.details).toMatchObject({ by: '周宁', changed: ['state'] });
  });

  it('returns with a reason and a new day, and reminds the unit', async () => {
    const { share } = await fresh();
    const { service, people } = ledger;
    const { version } = await service.assignments.report(
      people.education.actor,
      share.assignmentId,
      form(share.version),
    );
    const returned = await service.assignments.return(people.office.actor, share.assignmentId, {
      version,
      reason: '缺少解读材料',
      redoBy: on('2026-07-15'),
    });
    expect(returned).toMatchObject({ state: 'returned', dueOn: '2026-07-15' });
    await expect(
      service.assignments.return(people.office.actor, share.assignmentId, {
        version: returned.version,
        reason: '再次退回',
      }),
    ).rejects.toMatchObject({ code: 'assignment-state', status: 409 });
    const again = await service.assignments.report(people.education.actor, share.assignmentId, form(returned.version));
    const accepted = await service.assignments.accept(people.office.actor, share.assignmentId, again.version, null);
    expect(accepted.reports.map((report) => report.decision)).toEqual(['accepted', 'returned']);
    const reopened = await service.assignments.reopen(
      people.office.actor,
      share.assignmentId,
      accepted.version,
      '链接失效',
    );
    expect(reopened).toMatchObject({ state: 'inProgress', percent: 99 });
  });

  it('reports each milestone of a deadline with several by itself', async () => {
    const { share } = await fresh({
      deadlineText: '4月、10月',
      deadline: {
        kind: 'multi',
        from: on('2026-04-01'),
        to: on('2026-10-31'),
        periods: [
          { from: on('2026-04-01'), to: on('2026-04-30') },
          { from: on('2026-10-01'), to: on('2026-10-31') },
        ],
        note: null,
      },
    });
    const { service, people } = ledger;
    expect(share.dueOn).toBe('2026-04-30');
    const first = await service.assignments.report(
      people.education.actor,
      share.assignmentId,
      form(share.version, { percent: 50 }),
    );
    const opened = await service.assignments.accept(people.office.actor, share.assignmentId, first.version, null);
    expect(opened).toMatchObject({ state: 'inProgress', milestone: 1, dueOn: '2026-10-31', percent: 50 });
    const second = await service.assignments.report(people.education.actor, share.assignmentId, form(opened.version));
    const done = await service.assignments.accept(people.office.actor, share.assignmentId, second.version, null);
    expect(done.state).toBe('accepted');
  });

  it('is overdue from the day after the plan’s day, not from the unit’s own earlier one', async () => {
    const { share, task } = await fresh();
    const { service, people, platform } = ledger;
    await service.assignments.split(people.education.actor, share.assignmentId, {
      version: share.version,
      ownDueOn: on('2026-05-31'),
    });
    platform.clock.set('2026-06-30T23:59:00+08:00');
    expect((await service.ledger.get(people.office.actor, task.id)).state).toBe('notStarted');
    platform.clock.set('2026-07-01T00:01:00+08:00');
    expect((await service.ledger.get(people.office.actor, task.id)).state).toBe('overdue');
    expect((await service.assignmentList.get(people.office.actor, share.assignmentId)).lateDays).toBe(1);
  });

  it('splits inside the unit only, and never later than the plan (PLAN-3)', async () => {
    const { share } = await fresh();
    const { service, people } = ledger;
    const id = share.assignmentId;
    await expect(
      service.assignments.split(people.education.actor, id, { version: share.version, ownDueOn: on('2026-07-01') }),
    ).rejects.toMatchObject({ code: 'content-invalid', reasons: [{ field: 'ownDueOn' }] });
    await expect(
      service.assignments.split(people.education.actor, id, {
        version: share.version,
        personId: people.lakeside.person.id,
      }),
    ).rejects.toMatchObject({ reasons: [{ field: 'personId' }] });
    await expect(
      service.assignments.split(people.lakeside.actor, id, { version: share.version, ownDueOn: on('2026-05-31') }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const split = await service.assignments.split(people.education.actor, id, {
      version: share.version,
      personId: people.education.person.id,
      ownDueOn: on('2026-05-31'),
    });
    expect(split).toMatchObject({ ownDueOn: '2026-05-31', dueOn: '2026-06-30', person: { name: '李明' } });
    // People read names in the record, before and after, never identifiers.
    expect(split.history[0]?.changes).toEqual([
      { field: 'personId', label: '责任人', from: '（空）', to: '李明' },
      { field: 'ownDueOn', label: '本单位内部期限', from: '（空）', to: '2026-05-31' },
    ]);
    const undone = await service.assignments.split(people.education.actor, id, {
      version: split.version,
      personId: null,
    });
    expect(undone.history[0]?.changes).toEqual([{ field: 'personId', label: '责任人', from: '李明', to: '（空）' }]);
  });

  it('keeps other units from reporting, reading reports and accepting', async () => {
    const { share } = await fresh();
    const { service, people } = ledger;
    await expect(
      service.assignments.report(people.lakeside.actor, share.assignmentId, form(share.version)),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const reported = await service.assignments.report(people.education.actor, share.assignmentId, form(share.version));
    const seen = await service.assignmentList.get(people.lakeside.actor, share.assignmentId);
    expect(seen).toMatchObject({ reports: [], history: [], lastText: null, allowed: [] });
    await expect(
      service.assignments.accept(people.education.actor, share.assignmentId, reported.version, null),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('lets a unit’s leaders accept in its own plan, but nobody his own report', async () => {
    const { service, people, units } = ledger;
    const { tasks } = await addPlan(ledger, [taskInput(1, { units: [{ name: '区教育局', role: 'responsible' }] })], {
      level: 'unit',
      unitId: units.education.id,
      year: year++,
      by: people.education.actor,
    });
    const share = shareOf(tasks[0] as never, units.education.id);
    const reported = await service.assignments.report(people.education.actor, share.assignmentId, form(share.version));
    await expect(
      service.assignments.accept(people.education.actor, share.assignmentId, reported.version, null),
    ).rejects.toMatchObject({ code: 'own-report' });
    await expect(
      service.assignments.accept(people.office.actor, share.assignmentId, reported.version, null),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const accepted = await service.assignments.accept(
      people.educationHead.actor,
      share.assignmentId,
      reported.version,
      null,
    );
    expect(accepted.state).toBe('accepted');
  });

  it('keeps a reported share as a record when its unit is taken off, and brings it back', async () => {
    const { task, share } = await fresh();
    const { service, people } = ledger;
    await service.assignments.report(people.education.actor, share.assignmentId, form(share.version));
    const units = (names: string[]) => names.map((name) => ({ name, role: 'lead' as const }));
    const now = await service.ledger.get(people.office.actor, task.id);
    const without = await service.tasks.edit(people.office.actor, task.id, {
      version: now.version,
      units: units(['临湖街道']),
    });
    expect(without.shares.map((line) => line.unit.shortName)).toEqual(['临湖街道']);
    await expect(service.assignmentList.get(people.office.actor, share.assignmentId)).rejects.toMatchObject({
      status: 404,
    });
    const back = await service.tasks.edit(people.office.actor, task.id, {
      version: without.version,
      units: units(['区教育局']),
    });
    expect(shareOf(back, ledger.units.education.id)).toMatchObject({
      assignmentId: share.assignmentId,
      state: 'reported',
    });
  });
});
