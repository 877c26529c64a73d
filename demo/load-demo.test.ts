import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { composeModules, migrateApp } from '../src/app.ts';
import { verifyAudit } from '../src/platform/audit/verify-audit.ts';
import type { Database } from '../src/platform/db/database.ts';
import { openTestPlatform, type TestPlatform } from '../src/platform/platform.fixtures.ts';
import { demoAccounts, loadDemo } from './load-demo.ts';
import { DEMO_PASSWORD, SHOWN_ACCOUNTS } from './people.ts';

/** Early in the story, so that the test need not wait for the whole year. */
const NOW = '2026-04-10T12:00:00+08:00';

let database: Database;
let platform: TestPlatform;
const lines: string[] = [];

const compose = composeModules;

beforeAll(async () => {
  platform = await openTestPlatform({ now: NOW });
  database = platform.database;
  await migrateApp(platform, compose(platform));
  await loadDemo(platform, compose, (line) => lines.push(line));
}, 300_000);
afterAll(() => platform?.close());

const count = async (table: string) =>
  (await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(database.kysely)).rows[0]
    ?.count;

test('publishes the plans that are out by then, each read from its own document', async () => {
  const { items } = await compose(platform).plans.service.plans.list(
    { type: 'system' },
    { page: 1, pageSize: 50, sort: '-year' },
  );
  const found = items.map((plan) => [plan.level, plan.year, plan.state, plan.taskCount]);
  expect(found).toContainEqual(['district', 2026, 'published', 77]);
  expect(found).toContainEqual(['district', 2025, 'published', 40]);
  expect(found).toContainEqual(['city', 2026, 'published', 26]);
});

test('has nothing that is still to come, and the audit chain holds in order of time', async () => {
  const { rows } = await sql<{ late: number; disorder: number }>`
    select count(*) filter (where at > ${new Date(NOW)}) as late, count(*) filter (where at < before) as disorder
    from (select at, lag(at) over (order by seq) as before from audit.entry) as entry
  `.execute(database.kysely);
  expect(rows[0]).toEqual({ late: 0, disorder: 0 });
  expect((await verifyAudit(database.kysely)).broken).toBeUndefined();
});

test('hands in a file with every completed share', async () => {
  const { rows } = await sql<{ bare: number }>`
    select count(*) as bare from plans.assignment where state = 'accepted' and evidence_count = 0
  `.execute(database.kysely);
  expect(rows[0]?.bare).toBe(0);
});

test('lets the shown accounts sign in', async () => {
  const { passwords } = compose(platform).signIn.service;
  const from = { network: '127.0.0.1', device: 'test' };
  for (const { account } of SHOWN_ACCOUNTS) expect(await passwords.signIn(account, DEMO_PASSWORD, from)).toBeTruthy();
  expect(demoAccounts()).toContain(DEMO_PASSWORD);
});

test('does nothing when the district is there', async () => {
  const before = [await count('audit.entry'), await count('plans.report')];
  await loadDemo(platform, compose, (line) => lines.push(line));
  expect([await count('audit.entry'), await count('plans.report')]).toEqual(before);
  expect(lines.at(-1)).toMatch(/装入完毕/);
});

test('says so when an earlier loading was broken off', async () => {
  const { people } = compose(platform).organisations.service;
  const last = await people.byAccount('evaluator');
  await sql`update organisations.person set account = 'somebody' where id = ${last?.id}`.execute(database.kysely);
  await expect(loadDemo(platform, compose, () => undefined)).rejects.toMatchObject({ code: 'demo-incomplete' });
});
