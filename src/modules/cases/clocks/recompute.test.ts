import { afterAll, beforeAll, expect, it } from 'vitest';
import type { LocalDate } from '../../../kernel/local-date.ts';
import { describeDatabases } from '../../../platform/db/database.fixtures.ts';
import { caseTestMigrations, openTestCases, receive, replied, type TestCases } from '../cases.fixtures.ts';
import { SHIPPED_CLOCK_RULES } from '../clock/clock-rules.ts';
import { RecomputeService } from './recompute.service.ts';

const NEVER = new AbortController().signal;
const SYSTEM = { type: 'system' } as const;

describeDatabases(caseTestMigrations, (database) => {
  let door: TestCases;
  beforeAll(async () => {
    door = await openTestCases(database());
  });
  afterAll(() => door.platform.close());
  const view = (id: string) => door.service.view.get(door.people.office, id);

  it('reckons open cases anew when a holiday notice is imported, keeps old and new day, and answered ones as they were', async () => {
    const open = await receive(door);
    const done = await replied(door);
    const child = await receive(door);
    await door.service.merging.merge(door.people.officer, child.id, { version: 1, intoId: open.id });
    const before = await view(open.id);
    expect(before.dueOn).toBe('2026-03-09');
    expect(await door.service.recompute.run(NEVER)).toEqual({ reckoned: 0, moved: 0 });
    const year = await door.modules.calendar.service.year(2026);
    await door.modules.calendar.service.import(SYSTEM, 2026, {
      documentNumber: '国办发明电〔2025〕1号',
      replaces: year.notice?.id ?? null,
      days: [
        ...year.days
          .filter((day) => day.reason === 'holiday' || day.reason === 'makeUp')
          .map(({ date, work, name }) => ({
            date: date as LocalDate,
            kind: work ? ('work' as const) : ('off' as const),
            name: name ?? '',
          })),
        { date: '2026-03-04' as LocalDate, kind: 'off' as const, name: '临时放假' },
      ],
      source: '测试用通知',
    });
    const first = await door.service.recompute.run(NEVER);
    expect(first).toMatchObject({ moved: 2 });
    expect(await door.service.recompute.run(NEVER)).toEqual({ reckoned: 0, moved: 0 });
    const after = await view(open.id);
    expect(after).toMatchObject({ dueOn: '2026-03-10', urgentOn: '2026-03-10', version: before.version });
    expect(after.dueHistory.at(-1)).toMatchObject({
      from: '2026-03-09',
      to: '2026-03-10',
      why: expect.stringContaining('重新计算'),
    });
    expect(after.due.days.find((day) => day.date === '2026-03-04')).toMatchObject({
      number: null,
      reason: '临时放假放假',
    });
    expect((await view(child.id)).dueOn).toBe('2026-03-10');
    expect((await view(done.id)).dueOn).toBe(done.dueOn);
  });

  it('does the same when a rule changes', async () => {
    const { id, dueOn } = await receive(door, { kind: 'report' });
    const ruleRows = SHIPPED_CLOCK_RULES.map((rule) => (rule.id === 'siteError.reply' ? { ...rule, figure: 2 } : rule));
    const other = new RecomputeService({ ...door.service.context, ruleRows });
    await other.run(NEVER);
    const after = await view(id);
    expect(after.dueOn && dueOn && after.dueOn < dueOn).toBe(true);
    await door.service.recompute.run(NEVER);
    expect((await view(id)).dueOn).toBe(dueOn);
  });

  it('stops when the worker stops and goes on where it was', async () => {
    await receive(door);
    const ruleRows = SHIPPED_CLOCK_RULES.map((rule) => ({ ...rule, basis: `${rule.basis}。` }));
    const other = new RecomputeService({ ...door.service.context, ruleRows });
    expect(await other.run(AbortSignal.abort())).toEqual({ reckoned: 0, moved: 0 });
    expect((await other.run(NEVER)).reckoned).toBeGreaterThan(0);
  });
});
