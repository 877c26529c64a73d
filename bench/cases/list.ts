import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Office } from '../../scripts/faults/office.ts';
import { serve } from '../../scripts/faults/program.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import { addCases, addUnits, busiestUnit, handToPerson } from './case-rows.ts';

interface Register {
  readonly count: number;
  readonly unitId: string;
  readonly office: Office;
  readonly officer: Office;
  stop(): Promise<void>;
}

type Postgres = NonNullable<Awaited<ReturnType<typeof startPostgres>>>;
type Asker = 'office' | 'officer';

/** Lists of the large and of the small register in turn, over HTTP, each by a program of its own on one database server. */
export async function measureList(of: { large: number; small: number; rounds: number }): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  if (!postgres) throw new Error('PostgreSQL 15 or newer is needed.');
  const open: Register[] = [];
  try {
    const small = await register(postgres, 'small', of.small);
    open.push(small);
    const large = await register(postgres, 'large', of.large);
    open.push(large);
    console.log(`${of.rounds} rounds, milliseconds p50 / p95, ${of.large} and ${of.small} cases of 100 units`);
    for (const [name, asker, path] of lists()) await compare({ name, asker, path }, large, small, of.rounds);
  } finally {
    for (const one of open) await one.stop();
    postgres.stop();
  }
}

/** As the pages of the workbench ask; page 200 is the last of the ten thousand that are counted. */
function lists(): readonly (readonly [string, Asker, (register: Register) => string])[] {
  const words = (text: string) => `text=${encodeURIComponent(text)}`;
  return [
    ['officer: all', 'officer', () => ''],
    ['officer: open', 'officer', () => 'open=true'],
    ['officer: mine', 'officer', () => 'mine=true&open=true'],
    ['officer: mine, answered too', 'officer', () => 'mine=true&sort=-receivedAt'],
    ['officer: late', 'officer', () => 'urgency=late'],
    ['officer: nobody does it yet', 'officer', () => 'unassigned=true'],
    ['officer: words, many', 'officer', () => words('电梯')],
    ['officer: words, few', 'officer', () => words('第996号小区积水')],
    ['officer: words, none', 'officer', () => words('宠物登记')],
    ['officer: page 200', 'officer', ({ count }) => `page=${pageOf(200, count / 10)}`],
    ['office: all', 'office', () => ''],
    ['office: open, one unit', 'office', ({ unitId }) => `open=true&unitId=${unitId}`],
    ['office: one unit, newest', 'office', ({ unitId }) => `unitId=${unitId}&sort=-receivedAt`],
    ['office: late', 'office', () => 'urgency=late'],
    ['office: a kind, newest', 'office', () => 'kind=siteError&sort=-receivedAt'],
    ['office: one state', 'office', () => 'state=awaitingSender'],
    ['office: rejected, newest', 'office', () => 'state=rejected&sort=-receivedAt'],
    ['office: answered late', 'office', () => 'isOnTime=false&sort=-answeredAt'],
    ['office: dissatisfied', 'office', () => 'satisfaction=unsatisfied&sort=-answeredAt'],
    ['office: words, many', 'office', () => words('电梯')],
    ['office: words, few', 'office', () => words('第996号小区积水')],
    ['office: words, none', 'office', () => words('宠物登记')],
    ['office: words, open', 'office', () => `open=true&${words('公交线路')}`],
    ['office: page 200', 'office', ({ count }) => `page=${pageOf(200, count)}`],
  ];
}

function pageOf(wanted: number, count: number): number {
  return Math.min(wanted, Math.max(1, Math.floor(count / 50)));
}

async function register(postgres: Postgres, name: string, count: number): Promise<Register> {
  const client = new pg.Client(postgres.url);
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = postgres.url.replace(/\/[^/]*$/, `/${name}`);
  const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  const env = { DATABASE_URL: url, MINGCHUANG_DATA: dataFolder };
  const password = Office.setUp(env);
  const filling = new pg.Client(url);
  await filling.connect();
  await addUnits(filling);
  const begin = performance.now();
  await addCases(filling, count, new Date().toISOString().slice(0, 10));
  console.log(`${count} cases made in ${((performance.now() - begin) / 1000).toFixed(0)} s`);
  const unitId = await busiestUnit(filling);
  const program = await serve(env);
  const office = new Office();
  await office.signIn(program.origin, password);
  const officer = await office.createOfficer(unitId);
  const session = (await officer.ask('GET', '/api/session')) as { person: { id: string } };
  await handToPerson(filling, unitId, session.person.id);
  await filling.end();
  const stop = async () => {
    await program.stop();
    await rm(dataFolder, { recursive: true, force: true });
  };
  return { count, unitId, office, officer, stop };
}

async function compare(
  { name, asker, path }: { name: string; asker: Asker; path: (register: Register) => string },
  large: Register,
  small: Register,
  rounds: number,
): Promise<void> {
  const times: readonly number[][] = [[], []];
  let total = '';
  for (let round = -3; round < rounds; round += 1) {
    for (const [place, one] of [large, small].entries()) {
      const begin = performance.now();
      const answer = (await one[asker].ask('GET', `/api/cases?${path(one)}`)) as { total: number; isCapped: boolean };
      if (round >= 0) times[place]?.push(performance.now() - begin);
      if (place === 0) total = `${answer.total}${answer.isCapped ? '+' : ''}`;
    }
  }
  const [big, little] = times.map((some) => {
    some.sort((a, b) => a - b);
    return (share: number) => some[Math.floor((some.length - 1) * share)] ?? 0;
  });
  const shown = (at = (_: number) => 0) => `${at(0.5).toFixed(1)} / ${at(0.95).toFixed(1)}`;
  const ratio = (big?.(0.5) ?? 0) / (little?.(0.5) ?? 1);
  console.log(`${name} (${total}): ${shown(big)}  small ${shown(little)}  ratio ${ratio.toFixed(1)}`);
}
