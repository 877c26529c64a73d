// node bench/ledger-page.ts [rounds]: pages of the ledger with 1,000 tasks × 100 units over HTTP, beside the same pages of a plan of
// 120 tasks × 10 units and a bare query on the same connection. DATABASE_URL: an empty PostgreSQL database; absent: embedded, in a
// temporary folder.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { systemClock } from '../src/kernel/clock.ts';
import type { Actor } from '../src/kernel/permissions.ts';
import { calendarMigrations, calendarModule } from '../src/modules/calendar/index.ts';
import { organisationsMigrations, organisationsModule } from '../src/modules/organisations/index.ts';
import { planMigrations } from '../src/modules/plans/migrations/index.ts';
import { OrganisationsDirectory } from '../src/modules/plans/organisations-directory.ts';
import { servePlans } from '../src/modules/plans/plan/plans.api.ts';
import { plansServices } from '../src/modules/plans/plans.services.ts';
import { serveAssignments, serveTasks } from '../src/modules/plans/tasks/tasks.api.ts';
import { readConfig } from '../src/platform/config.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { createServer } from '../src/platform/http/server.ts';
import { platformMigrations } from '../src/platform/migrations.ts';
import { type OpenPlatform, openPlatform } from '../src/platform/open-platform.ts';

const rounds = Number(process.argv[2] ?? 40);
const LARGE = { year: 2026, tasks: 1000, units: 100 };
const SMALL = { year: 2025, tasks: 120, units: 10 };

const folder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
const config = readConfig({
  ...process.env,
  MINGCHUANG_DATA: folder,
  MINGCHUANG_LOG_LEVEL: 'silent',
  MINGCHUANG_RATE_LIMIT: '100000000',
});
const platform = await openPlatform(config, systemClock, pino({ level: 'silent' }));
try {
  // The services themselves: the module's index would bring the portal's pages, which plain node cannot load.
  const directory = new OrganisationsDirectory(organisationsModule(platform).service, platform);
  const services = plansServices({ platform, directory, calendar: calendarModule(platform).service });
  const migrations = [...platformMigrations, ...calendarMigrations, ...organisationsMigrations, ...planMigrations];
  await migrate(platform.database, migrations);
  const unitIds = await addUnits(platform);
  const [large, small] = [await addPlan(platform, LARGE), await addPlan(platform, SMALL)];
  await sql`analyze`.execute(platform.database.kysely);
  const office: Actor = {
    type: 'person',
    personId: crypto.randomUUID(),
    name: '测量',
    grants: [{ role: 'supervisor', unitId: unitIds[0] ?? '' }],
  };
  const { app } = await createServer({ platform, identify: async () => office });
  servePlans(app, services);
  serveTasks(app, services);
  serveAssignments(app, services, platform.files);
  const origin = await app.listen({ port: 0, host: '127.0.0.1' });
  try {
    console.log(`database: ${platform.database.kind}; ${rounds} rounds; milliseconds p50 / p95`);
    const bare = await measured(() => sql`select 1`.execute(platform.database.kysely));
    console.log(`bare query: ${shown(bare)}`);
    const unit = unitIds[50];
    const pages: readonly (readonly [string, (planId: string) => string])[] = [
      ['ledger, first page of 50', (id) => `/api/tasks?planId=${id}`],
      ['ledger, last page', (id) => `/api/tasks?planId=${id}&page=${id === large ? 20 : 3}`],
      ['ledger, overdue', (id) => `/api/tasks?planId=${id}&state=overdue`],
      ['ledger, words', (id) => `/api/tasks?planId=${id}&q=${encodeURIComponent('解读')}`],
      ['ledger, one unit, by day', (id) => `/api/tasks?planId=${id}&unitId=${unit}&sort=dueOn`],
      ['shares of one unit', (id) => `/api/assignments?planId=${id}&unitId=${unit}`],
      ['shares that are late', (id) => `/api/assignments?planId=${id}&state=overdue`],
      ['figures of the plan', (id) => `/api/plans/${id}/overview`],
      ['time axis', (id) => `/api/plans/${id}/timeline`],
    ];
    for (const [name, path] of pages) {
      const big = await measured(() => get(origin + path(large)));
      const little = await measured(() => get(origin + path(small)));
      console.log(
        `${name}: ${shown(big)} (1,000 × 100)  ${shown(little)} (120 × 10)  ratio ${(big.p50 / little.p50).toFixed(1)}`,
      );
    }
  } finally {
    await app.close();
  }
} finally {
  await platform.close();
  await rm(folder, { recursive: true, force: true });
}

async function get(url: string): Promise<void> {
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${answer.status} ${url}`);
}

async function measured(act: () => Promise<unknown>): Promise<{ p50: number; p95: number }> {
  for (let warm = 0; warm < 3; warm += 1) await act();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begin = performance.now();
    await act();
    times.push(performance.now() - begin);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor((times.length - 1) * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

function shown({ p50, p95 }: { p50: number; p95: number }): string {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`;
}

async function addUnits({ database }: OpenPlatform): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into organisations.unit (code, name, short_name, kind, is_office, initials, sort)
    select 'unit' || n, '第' || n || '单位全称', '第' || n || '单位', 'department', n = 1, 'd', n from generate_series(1, 100) as n
    returning id`.execute(database.kysely);
  return rows.map((row) => row.id);
}

/** A year's work in every state: a third accepted, some reported, returned, begun, late. */
async function addPlan({ database }: OpenPlatform, plan: typeof LARGE): Promise<string> {
  const db = database.kysely;
  const { rows } = await sql<{ id: string }>`
    insert into plans.plan (level, year, title, issued_on, state, published_at, created_at, updated_at)
    values ('district', ${plan.year}, ${`${plan.year}年政务公开工作要点`}, ${`${plan.year}-03-20`}, 'published', now(), now(), now())
    returning id`.execute(db);
  const id = rows[0]?.id ?? '';
  await sql`
    insert into plans.task (plan_id, number, category, name, content, units_text, deadline_text, deadline, deadline_kind, due_on, due,
      due_provisional, created_at, updated_at)
    select ${id}, n, '第' || n % 12 || '类', '任务' || n, '第' || n || '项：' || repeat('公开信息，加强解读回应，', 8), '各单位', '限期',
      jsonb_build_object('kind', 'date', 'from', null, 'to', due, 'note', null), 'date', due,
      jsonb_build_object('steps', '[]'::jsonb, 'basis', '', 'provisional', false,
        'milestones', jsonb_build_array(jsonb_build_object('from', null, 'dueOn', due, 'label', '限期'))),
      false, now(), now()
    from generate_series(1, ${plan.tasks}::int) as n, lateral (select (current_date + (n % 300 - 120))::date as due) as day`.execute(
    db,
  );
  await sql`
    insert into plans.assignment (task_id, plan_id, unit_id, role, via_group, due_on, state, percent, last_text, last_report_at, reported_on, accepted_on)
    select task.id, task.plan_id, unit.id, case when unit.sort = task.number % 100 + 1 then 'lead' else 'support' end, '各单位', task.due_on,
      state, case state when 'accepted' then 100 else pick * 8 end, case when pick > 3 then '已完成阶段工作。' end,
      case when pick > 3 then now() end, case when state in ('accepted', 'reported') then current_date end,
      case when state = 'accepted' then current_date end
    from plans.task as task
    join organisations.unit as unit on unit.sort <= ${plan.units}::int
    cross join lateral (select (task.number * 31 + unit.sort * 17) % 12 as pick) as p
    cross join lateral (select case when pick > 7 then 'accepted' when pick = 7 then 'reported' when pick = 6 then 'returned' else 'open' end as state) as s
    where task.plan_id = ${id}`.execute(db);
  await sql`
    update plans.task as task set share_count = f.n, accepted_count = f.accepted, reported_count = f.reported, returned_count = f.returned,
      started_count = f.started, percent = f.percent, open_due_on = f.open_due, next_due_on = f.next_due, last_report_at = f.last
    from (
      select task_id, count(*)::int as n, (count(*) filter (where state = 'accepted'))::int as accepted,
        (count(*) filter (where state = 'reported'))::int as reported, (count(*) filter (where state = 'returned'))::int as returned,
        (count(*) filter (where last_report_at is not null))::int as started, round(avg(percent))::int as percent,
        min(due_on) filter (where state in ('open', 'returned')) as open_due, min(due_on) filter (where state <> 'accepted') as next_due,
        max(last_report_at) as last
      from plans.assignment where plan_id = ${id} group by task_id
    ) as f where f.task_id = task.id`.execute(db);
  return id;
}
