import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '../../platform/db/database.fixtures.ts';
import { caseTestMigrations, openTestCases, receive, replied, type TestCases } from './cases.fixtures.ts';

const SERVER = process.env.MINGCHUANG_TEST_POSTGRES;
/** Few by default; MINGCHUANG_WORKER_KILLS=200 takes some minutes. */
const KILLS = Number(process.env.MINGCHUANG_WORKER_KILLS ?? 4);
const PROGRAM = join(import.meta.dirname, 'worker-kills.fixtures.ts');
/** Every term is over, and ten working days since the answers. */
const AT = '2026-03-24T09:00:00+08:00';
const NEVER = new AbortController().signal;

describe.skipIf(SERVER === undefined)('a worker that is killed in the middle of its jobs', () => {
  const database = useDatabase('postgresql', SERVER === undefined ? [] : caseTestMigrations);
  let door: TestCases;
  let folder: string;
  beforeAll(async () => {
    door = await openTestCases(database());
    folder = await mkdtemp(join(tmpdir(), 'mingchuang-kills-'));
    for (let n = 0; n < 30; n += 1) await receive(door, n % 2 === 0 ? {} : { kind: 'report' });
    for (let n = 0; n < 5; n += 1) await replied(door);
  });
  afterAll(async () => {
    await door.platform.close();
    await rm(folder, { recursive: true, force: true });
  });

  it(
    'leaves no warning without its line, no day moved without a record, no answer twice',
    async () => {
      const due = await dueDays();
      for (let kill = 0; kill < KILLS; kill += 1) await runAndKill(kill);
      const { kysely } = database();
      const rows = async <T>(query: ReturnType<typeof sql<T>>) => (await query.execute(kysely)).rows;
      expect((await rows(sql<{ n: number }>`select count(*)::int as n from cases.warning`))[0]?.n).toBeGreaterThan(0);
      const unlike = await rows(sql`select c.id from cases."case" as c where
        (select count(*) from cases.warning as w where w.case_id = c.id) <>
        (select count(*) from cases.history as h where h.case_id = c.id and h.event = 'escalate')`);
      expect(unlike).toEqual([]);
      const broken = await rows(sql`select case_id from (
        select case_id, from_on, lag(to_on) over (partition by case_id order by id) as before,
          row_number() over (partition by case_id order by id) as place from cases.due_history) as moved
        where place > 1 and from_on is distinct from before`);
      expect(broken).toEqual([]);
      const unrecorded = await rows(sql`select c.id from cases."case" as c where c.due_on is distinct from
        (select to_on from cases.due_history as d where d.case_id = c.id order by d.id desc limit 1)`);
      expect(unrecorded).toEqual([]);
      const answers = await rows(sql<{ sent: number; answered: number; closed: number }>`select
        (select count(*)::int from cases.reply as r where r.case_id = c.id and r.state = 'sent') as sent,
        (select count(*)::int from cases.clock_event as e where e.case_id = c.id and e.event ->> 'type' = 'answered') as answered,
        (select count(*)::int from cases.history as h where h.case_id = c.id and h.event = 'close') as closed
        from cases."case" as c where c.state in ('replied', 'closed')`);
      expect(answers).toHaveLength(5);
      for (const one of answers) expect([one.sent, one.answered, one.closed > 1]).toEqual([1, 1, false]);
      await door.service.recompute.run(NEVER);
      expect(await dueDays()).toEqual(due);
    },
    60_000 + KILLS * 60_000,
  );

  async function dueDays(): Promise<readonly object[]> {
    const { rows } = await sql<object>`select id, due_on from cases."case" order by id`.execute(database().kysely);
    return rows;
  }

  /** Killed without warning some moment after it has begun. */
  async function runAndKill(kill: number): Promise<void> {
    const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(database().kysely);
    const url = new URL(SERVER ?? '');
    url.pathname = `/${rows[0]?.name}`;
    const child = spawn(process.execPath, [PROGRAM], {
      env: {
        ...process.env,
        DATABASE_URL: url.href,
        MINGCHUANG_DATA: folder,
        KILLED_AT: AT,
        KILLED_ROUND: String(kill),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let faults = '';
    child.stderr.on('data', (chunk) => {
      faults += String(chunk);
    });
    const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_code, signal) => resolve(signal)));
    const begun = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    await Promise.race([begun, ended]);
    await pause(Math.random() * 400);
    child.kill('SIGKILL');
    expect(await ended, faults).toBe('SIGKILL');
  }
});
