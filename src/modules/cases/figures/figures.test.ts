import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { CaseQuery } from '../cases.contract.ts';
import { caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
    const { service, people, units } = door;
    for (let n = 0; n < 12; n += 1) {
      door.platform.clock.set(`2026-03-0${2 + (n % 3)}T10:00:00+08:00`);
      const kind = n % 2 ? 'question' : 'report';
      const { id, number, secret } = await receive(door, {
        kind,
        unitId: n % 4 === 3 ? units.lakeside.id : units.education.id,
      });
      if (n % 4 === 3 || n % 3 === 0) continue;
      door.platform.clock.set(`2026-03-${n > 7 ? '13' : '04'}T15:30:00+08:00`);
      await service.routing.accept(people.officer, id, 1);
      if (kind === 'question') await replied(door, undefined, id);
      else {
        await service.replies.draft(people.handler, id, { edit: 0, text: '已修复。', findingsReason: null });
        await service.replies.submit(people.handler, id, { version: 2, edit: 1 });
        await service.replies.send(people.handler, id, { version: 3, edit: 1 });
      }
      if (n % 5 === 1)
        await service.lookUp.rate({ number, secret, stars: (n % 4) + 2 }, { connection: `${n}`, browser: null });
    }
    door.platform.clock.set('2026-03-16T09:00:00+08:00');
  });
  afterAll(() => door.platform.close());
  const days = { from: '2026-03-01' as LocalDate, to: '2026-03-31' as LocalDate };

  it('counts what an independent count counts, and each number is the length of its list (MSG-12, MSG-C5)', async () => {
    const figures = await door.service.figures.list(door.people.office, days);
    expect(figures.reduce((sum, one) => sum + one.received, 0)).toBe(12);
    for (const figure of figures) {
      const { rows } = await sql<Record<string, number>>`
        select count(*)::int as received,
          sum((answered_at is null)::int)::int as open,
          sum((answered_at is not null)::int)::int as answered,
          sum((answered_on <= due_on)::int)::int as on_time,
          sum((stars > 3)::int)::int as satisfied
        from cases."case" where kind = ${figure.kind} and unit_id = ${figure.unit.id}`.execute(database().kysely);
      const [row] = rows;
      expect(figure).toMatchObject({
        received: row?.received,
        open: row?.open,
        answered: row?.answered,
        onTime: row?.on_time ?? 0,
        satisfied: row?.satisfied ?? 0,
      });
      const list = async (more: object) => {
        const query = CaseQuery.parse({
          kind: figure.kind,
          unitId: figure.unit.id,
          receivedFrom: days.from,
          receivedTo: days.to,
          admitted: 'true',
          ...more,
        });
        return (await door.service.view.list(door.people.office, query)).total;
      };
      expect([
        await list({}),
        await list({ open: 'true' }),
        await list({ urgency: 'late' }),
        await list({ isOnTime: 'true' }),
        await list({ satisfaction: 'satisfied' }),
      ]).toEqual([figure.received, figure.open, figure.lateOpen, figure.onTime, figure.satisfied]);
    }
    expect(figures.some((one) => one.onTime < one.answered)).toBe(true);
    expect(figures.some((one) => one.lateOpen > 0)).toBe(true);
    expect(figures.find((one) => one.averageWorkHours !== null)?.averageWorkHours).toBeGreaterThan(0);
  });

  it('counts what waits to be checked as received only once it is admitted', async () => {
    const { people, service } = door;
    const counted = async () => {
      const rows = await service.figures.list(people.office, days);
      return rows.reduce((sum, row) => sum + row.received, 0);
    };
    const before = await counted();
    const { id, state } = await receive(door, {}, { honeypot: 'http://spam.example' });
    expect([state, await counted()]).toEqual(['awaitingCheck', before]);
    const held = await service.view.list(people.office, CaseQuery.parse({ state: 'awaitingCheck' }));
    expect(held.items.map((item) => item.id)).toContain(id);
    await service.routing.admit(people.office, id, 1);
    expect(await counted()).toBe(before + 1);
  });

  it('shows each unit its own only', async () => {
    const mine = await door.service.figures.list(door.people.stranger, days);
    expect(new Set(mine.map((one) => one.unit.code))).toEqual(new Set(['linhu']));
    const load = await door.service.view.load(door.people.stranger);
    expect(load.reduce((sum, one) => sum + one.open, 0)).toBe(3);
    const page = await door.service.view.list(door.people.stranger, CaseQuery.parse({}));
    expect(page.items.every((item) => item.unit.code === 'linhu')).toBe(true);
    expect(page.total).toBe(3);
  });

  it('orders what is most urgent first, and pages without losing one', async () => {
    const all = await door.service.view.list(door.people.office, CaseQuery.parse({ pageSize: 200 }));
    const paged = await Promise.all(
      [1, 2, 3].map((page) => door.service.view.list(door.people.office, CaseQuery.parse({ page, pageSize: 5 }))),
    );
    expect(paged.flatMap((one) => one.items.map((item) => item.id))).toEqual(all.items.map((item) => item.id));
    const urgent = all.items.map((item) => item.urgentOn ?? '9');
    expect(urgent).toEqual([...urgent].sort());
  });
});
