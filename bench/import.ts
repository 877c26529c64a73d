// node bench/import.ts [rows] [kill]: brings an existing library of so many short documents in through the API, on PostgreSQL with fsync: dry
// run, import with progress, and `kill` kills the server in the middle and lets the next one go on. Needs `npm run build` and PostgreSQL.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { Office } from '../scripts/faults/office.ts';
import { type Program, serve } from '../scripts/faults/program.ts';
import { startPostgres } from '../scripts/postgres.mjs';
import { processorSeconds } from './processor-time.ts';

const rows = Number(process.argv[2] ?? 100_000);
const kills = process.argv[3] === 'kill';
const UNITS = 20;
const LOOK_MS = 5_000;
let slowest = 0;
const CODES = [...'教民财住环水农商文卫审司科工规园城交林体'];

interface Counts {
  readonly state: string;
  readonly counts: {
    readonly total: number;
    readonly ready: number;
    readonly faulty: number;
    readonly imported: number;
    readonly failed: number;
  };
}

const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error('PostgreSQL 15 or newer is needed.');
const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
const env = { DATABASE_URL: postgres.url, MINGCHUANG_DATA: dataFolder };
const password = Office.setUp(env);
let program = await serve(env);
const office = new Office();
try {
  await office.signIn(program.origin, password);
  await prepare();
  const id = await upload();
  await office.ask('POST', `/api/library/imports/${id}/run`);
  await follow(id);
  await check();
} finally {
  await program.stop();
  postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

async function prepare(): Promise<void> {
  const topic = { code: 'class-life', name: '民生保障', kind: 'class' };
  await office.ask('POST', '/api/library/topics', topic);
  await office.ask('POST', '/api/library/tags', { name: '养老', family: '民生', since: '2000-01-01' });
  for (let n = 0; n < UNITS; n += 1) await office.createUnit(unitCode(n));
}

/** @returns id of the import after its dry run */
async function upload(): Promise<string> {
  const form = new FormData();
  form.set('source', '原区政府网站');
  form.set('table', new Blob([table()]), '文件库.csv');
  const begin = performance.now();
  const answer = await fetch(`${program.origin}/api/library/imports`, {
    method: 'POST',
    headers: office.headers,
    body: form,
  });
  const taken = (await answer.json()) as Counts & { id: string };
  if (!answer.ok) throw new Error(JSON.stringify(taken));
  console.log(`upload of ${rows} rows: ${since(begin)} s until the answer`);
  const made = await checked(taken.id);
  console.log(
    `dry run: ${since(begin)} s, ready ${made.counts.ready}, faulty ${made.counts.faulty}, ${memory(program)}; slowest other answer ${slowest} ms`,
  );
  return made.id;
}

/** Waits for the dry run, and notes how long others wait for an answer meanwhile. */
async function checked(id: string): Promise<Counts & { id: string }> {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const asked = performance.now();
    const made = (await office.ask('GET', `/api/library/imports/${id}`)) as Counts & { id: string };
    slowest = Math.max(slowest, Math.round(performance.now() - asked));
    if (made.state === 'unreadable') throw new Error('The table could not be read.');
    if (made.state !== 'reading' && made.state !== 'checking') return made;
  }
}

function since(begin: number): string {
  return ((performance.now() - begin) / 1000).toFixed(1);
}

/** Prints progress until the import is done. */
async function follow(id: string): Promise<void> {
  const begin = performance.now();
  let last = { at: begin, settled: 0 };
  let hasKilled = false;
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
    const { state, counts } = (await office.ask('GET', `/api/library/imports/${id}`)) as Counts;
    const [now, settled] = [performance.now(), counts.imported + counts.failed];
    const rate = Math.round(((settled - last.settled) * 1000) / (now - last.at));
    const seconds = Math.round((now - begin) / 1000);
    console.log(
      `${seconds} s: ${settled} of ${counts.total - counts.faulty}, ${rate} a second, ${memory(program)}, load ${loadavg()[0]?.toFixed(1)}`,
    );
    last = { at: now, settled };
    if (state === 'done') {
      console.log(
        `imported ${counts.imported}, failed ${counts.failed}, ${Math.round((settled * 1000) / (now - begin))} a second over all`,
      );
      const used = (pid: number | undefined) => processorSeconds(pid ?? 0).toFixed(0);
      console.log(`processor time: server ${used(program.child.pid)} s, database ${used(postgres?.pid)} s`);
      return;
    }
    if (!kills || hasKilled || settled < rows / 2) continue;
    hasKilled = true;
    await program.kill();
    program = await serve(env);
    office.origin = program.origin;
    console.log(`${Math.round((performance.now() - begin) / 1000)} s: killed and started again`);
    // On PostgreSQL the worker goes on by itself; where none runs, somebody presses 暂停 and 继续.
    for (const move of ['pause', 'run']) await office.ask('POST', `/api/library/imports/${id}/${move}`);
  }
}

/** Every row is public once, with one entry of the log. */
async function check(): Promise<void> {
  const client = new pg.Client({ connectionString: postgres?.url });
  await client.connect();
  const { rows: found } =
    await client.query(`select count(*)::int as public, count(distinct fields ->> 'documentNumber')::int as numbers,
    count(distinct fields ->> 'indexNumber')::int as indexes, (select count(*)::int from publications.public_event) as events
    from publications.public_item`);
  console.log(
    `public, document numbers, index numbers, events of the log: ${Object.values(found[0] ?? {}).join(', ')}`,
  );
  await client.end();
}

function table(): string {
  const lines = Array.from({ length: rows }, (_, at) => line(at));
  return ['标题,发文字号,公开单位,成文日期,主题分类,标签,正文', ...lines].join('\n');
}

/** A notice of some 300 characters. */
function line(at: number): string {
  const unit = at % UNITS;
  const year = 2006 + (Math.floor(at / UNITS) % 20);
  const serial = Math.floor(at / (UNITS * 20)) + 1;
  const number = `明${CODES[unit]}〔${year}〕${serial}号`;
  const day = `${year}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`;
  const text = `各有关单位：为做好${serial}批养老服务补贴发放工作，现将第${at}号事项通知如下。`;
  const more = '申请人可以在社区事务受理服务中心提交材料，受理后二十个工作日内办结并公布结果。';
  return `关于做好第${at}号养老服务补贴工作的通知,${number},明湖区${unitCode(unit)}局,${day},民生保障,养老,${text}${more.repeat(6)}`;
}

function unitCode(n: number): string {
  return `unit${String(n).padStart(2, '0')}`;
}

function memory({ child }: Program): string {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  const of = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
  return `memory ${of('VmRSS')} MB (most ${of('VmHWM')} MB)`;
}
