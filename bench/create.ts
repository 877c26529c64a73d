// node bench/create.ts [clients] [seconds]: registering policy documents over HTTP, each with permission, audit entry, history and search for
// personal data, on PostgreSQL with fsync. Needs `npm run build` and PostgreSQL's programs. Prints also the processor time of one.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Office } from '../scripts/faults/office.ts';
import { serve } from '../scripts/faults/program.ts';
import { startPostgres } from '../scripts/postgres.mjs';
import { load } from './load.ts';
import { processorSeconds } from './processor-time.ts';

const clients = Number(process.argv[2] ?? 8);
const seconds = Number(process.argv[3] ?? 10);

const postgres = await startPostgres({ durable: true });
if (!postgres) throw new Error('PostgreSQL 15 or newer is needed.');
const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
const env = { DATABASE_URL: postgres.url, MINGCHUANG_DATA: dataFolder };
const password = Office.setUp(env);
const program = await serve(env);
try {
  const office = new Office();
  await office.signIn(program.origin, password);
  const unit = await office.createUnit('writer');
  const officer = await office.createOfficer(unit.id);
  await registered(unit.id, officer, 2);
  const databaseBefore = processorSeconds(postgres.pid);
  const programBefore = processorSeconds(program.child.pid ?? 0);
  const result = await registered(unit.id, officer, seconds);
  const each = (used: number) => ((used * 1000) / result.requests).toFixed(2);
  console.log(
    `${clients} clients, ${result.requests} registered, ${result.errors} errors: ${result.perSecond} a second, p50 ${result.p50} ms, p99 ${result.p99} ms`,
  );
  console.log(
    `processor time of one: server ${each(processorSeconds(program.child.pid ?? 0) - programBefore)} ms, database ${each(processorSeconds(postgres.pid) - databaseBefore)} ms`,
  );
} finally {
  await program.stop();
  postgres.stop();
  await rm(dataFolder, { recursive: true, force: true });
}

function registered(unitId: string, officer: Office, duration: number) {
  return load({
    port: Number(new URL(program.origin).port),
    path: () => '/api/publications',
    headers: officer.headers,
    body: (request) => JSON.stringify({ kind: 'policyDocument', unitId, content: contentOf(request) }),
    connections: clients,
    seconds: duration,
  });
}

/** As officers begin: number, dates and a page of text. */
function contentOf(request: number): object {
  const text = '各镇人民政府、街道办事处，区政府各部门：为进一步规范老旧住房加装电梯工作，现将有关事项通知如下。';
  return {
    title: `关于老旧住房加装电梯有关事项的通知（${request}）`,
    fields: { documentNumber: `明府办〔2026〕${request + 1}号`, issuedOn: '2026-03-02', normative: false },
    body: {
      type: 'doc',
      content: Array.from({ length: 10 }, (_, n) => ({
        type: 'paragraph',
        attrs: { id: `p${n}` },
        content: [{ type: 'text', text: `${n + 1}．${text.repeat(3)}` }],
      })),
    },
  };
}
