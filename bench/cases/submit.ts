import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pg from 'pg';
import { Office } from '../../scripts/faults/office.ts';
import { serve } from '../../scripts/faults/program.ts';
import { startPostgres } from '../../scripts/postgres.mjs';
import { type LoadResult, load } from '../load.ts';
import { processorSeconds } from '../processor-time.ts';
import { noisePicture } from './noise-picture.ts';

const FORM = '/messages/new?channel=enquiry';
/** A form that is sent sooner is not taken. */
const FASTEST_MS = 3_100;
const BOUNDARY = 'mingchuang-bench';

/** Enquiries with a picture of 64 KB each, from the portal's form, every one from another house and browser. */
export async function measureSubmitting({ clients, seconds }: { clients: number; seconds: number }): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  if (!postgres) throw new Error('PostgreSQL 15 or newer is needed.');
  const dataFolder = await mkdtemp(join(tmpdir(), 'mingchuang-bench-'));
  const env = { DATABASE_URL: postgres.url, MINGCHUANG_DATA: dataFolder, MINGCHUANG_TRUST_PROXY: '127.0.0.1' };
  Office.setUp(env);
  const program = await serve(env);
  try {
    const port = Number(new URL(program.origin).port);
    await handIn(port, clients, await formTokens(program.origin, 50), 60);
    // More than can be handed in within the time.
    const tokens = await formTokens(program.origin, seconds * 300);
    const used = () => [processorSeconds(program.child.pid ?? 0), processorSeconds(postgres.pid)] as const;
    const before = used();
    const result = await handIn(port, clients, tokens, seconds);
    const after = used();
    const each = (part: 0 | 1) => (((after[part] - before[part]) * 1000) / result.requests).toFixed(2);
    console.log(
      `${clients} clients, ${result.requests} handed in, ${result.errors} errors: ${result.perSecond} a second, p50 ${result.p50} ms, p99 ${result.p99} ms`,
    );
    console.log(`processor time of one: server ${each(0)} ms, database ${each(1)} ms`);
    await recount(postgres.url, result.requests + 50);
  } finally {
    await program.stop();
    postgres.stop();
    await rm(dataFolder, { recursive: true, force: true });
  }
}

/** Nothing counts that is not there: a case, its clock, its sealed sender, its file and its entry of the audit chain for each. */
async function recount(url: string, expected: number): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { rows } = await client.query(`
    select count(*)::int as cases, count(k.case_id)::int as clocks, count(a.case_id)::int as senders, count(f.case_id)::int as files,
      (select count(*)::int from audit.entry where kind = 'case') as entries,
      count(*) filter (where c.state <> 'received')::int as elsewhere
    from cases."case" as c left join cases.clock as k on k.case_id = c.id left join cases.applicant as a on a.case_id = c.id
      left join cases.attachment as f on f.case_id = c.id`);
  await client.end();
  console.log(`in the database of ${expected}: ${JSON.stringify(rows[0])}`);
}

/** Shown before, so that showing them is not measured. */
async function formTokens(origin: string, count: number): Promise<string[]> {
  const tokens: string[] = [];
  const one = async () => {
    while (tokens.length < count) {
      const page = await (await fetch(origin + FORM)).text();
      const token = /name="proof" value="([^"]+)"/.exec(page)?.[1];
      if (!token) throw new Error('no form was shown');
      tokens.push(token);
    }
  };
  await Promise.all(Array.from({ length: 8 }, one));
  await setTimeout(FASTEST_MS);
  return tokens.slice(0, count);
}

function handIn(port: number, clients: number, tokens: readonly string[], seconds: number): Promise<LoadResult> {
  return load({
    port,
    path: () => FORM,
    post: (request) => ({
      headers: {
        'content-type': `multipart/form-data; boundary=${BOUNDARY}`,
        'x-forwarded-for': `10.${[...randomBytes(3)].join('.')}`,
        cookie: `mingchuang_form=${randomBytes(16).toString('base64url')}`,
      },
      bytes: formOf(request, tokens[request] ?? ''),
    }),
    connections: clients,
    seconds,
    requests: tokens.length,
  });
}

function formOf(request: number, token: string): Buffer {
  const serial = `${request}${randomBytes(4).toString('hex')}`;
  const fields = {
    title: `老旧小区加装电梯怎么申请（${serial}）`,
    text: `我住在明湖区湖滨街道${serial}号，${'想请问加装电梯的补贴标准、申请材料和办理时限。'.repeat(8)}`,
    'applicant.name': '陈静',
    'applicant.phone': '13800000000',
    mayPublish: 'true',
    homepage: '',
    proof: token,
    act: 'send',
  };
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${BOUNDARY}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const file = `--${BOUNDARY}\r\ncontent-disposition: form-data; name="files"; filename="stairs.png"\r\ncontent-type: image/png\r\n\r\n`;
  return Buffer.concat([Buffer.from(parts.join('') + file), noisePicture(), Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]);
}
