import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { addPerson } from '../../organisations/organisations.fixtures.ts';
import { addPlan, ledgerMigrations, openTestLedger, shareOf, type TestLedger, taskInput } from '../plans.fixtures.ts';

const by = (to: string) => ({ kind: 'date' as const, from: null, to: to as LocalDate, note: null });

describeDatabases(ledgerMigrations, (database) => {
  let ledger: TestLedger;
  let handler: { actor: Actor };
  let given: string;
  beforeAll(async () => {
    ledger = await openTestLedger(database(), { now: '2026-06-20T09:00:00+08:00' });
    const { units, organisations, service, people } = ledger;
    const { person, actor } = await addPerson(organisations, units.education, 'handler.jiaoyu', '陈科', 'handler');
    handler = { actor };
    const { tasks } = await addPlan(ledger, [
      taskInput(1, { deadline: by('2026-06-10') }),
      taskInput(2, { deadline: by('2026-06-25') }),
      taskInput(3, { deadline: by('2026-12-20') }),
    ]);
    if (!tasks[1]) throw new Error('no task');
    given = shareOf(tasks[1], units.education.id).assignmentId;
    const { version } = await service.assignmentList.get(people.education.actor, given);
    await service.assignments.split(people.education.actor, given, { version, personId: person.id });
  });
  afterAll(() => ledger.platform.close());

  it('shows who only handles tasks those given to him', async () => {
    const day = await ledger.service.myDay.of(handler.actor);
    expect(day).toMatchObject({ view: 'unit', scope: 'person', counts: { overdue: 0, dueThisWeek: 1 }, unsplit: [] });
    expect(day.dueSoon.map((row) => row.id)).toEqual([given]);
    expect(day.overdue).toEqual([]);
  });

  it('shows such a person work that is not due for long, too', async () => {
    ledger.platform.clock.set('2026-04-01T09:00:00+08:00');
    const day = await ledger.service.myDay.of(handler.actor);
    expect([day.counts.dueThisWeek, day.dueSoon.map((row) => row.id)]).toEqual([0, [given]]);
    ledger.platform.clock.set('2026-06-20T09:00:00+08:00');
  });

  it('shows the officer every share of the unit once, pressing ones first', async () => {
    const day = await ledger.service.myDay.of(ledger.people.education.actor);
    expect(day).toMatchObject({ scope: 'unit', counts: { overdue: 1, unsplit: 3 } });
    expect(day.overdue.map((row) => row.taskNumber)).toEqual([1]);
    expect(day.dueSoon.map((row) => row.taskNumber)).toEqual([2]);
    expect(day.unsplit.map((row) => row.taskNumber)).toEqual([3]);
  });

  it('tells with each row what may be done, so that only such rows can be ticked', async () => {
    const page = { sort: 'number', page: 1, pageSize: 50 } as const;
    const rows = async (actor: Actor) => (await ledger.service.assignmentList.list(actor, page as never)).items;
    const { education, lakeside } = ledger.units;
    for (const row of await rows(ledger.people.education.actor)) {
      expect(row.allowed.includes('assign'), row.unit.shortName).toBe(row.unit.id === education.id);
      expect(row.allowed).not.toContain('remind');
    }
    for (const row of await rows(ledger.people.office.actor)) expect(row.allowed).toContain('remind');
    const own = (await rows(ledger.people.lakeside.actor)).filter((row) => row.unit.id === lakeside.id);
    expect(own.every((row) => row.allowed.includes('report'))).toBe(true);
  });
});
