// node scripts/faults/filing.ts [documents] [kills]: what is lost or doubled when a district files with a city whose server is killed. Needs
// the build and PostgreSQL's binaries. Some minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '../postgres.mjs';
import { fileWhileKilled } from './filing-kills.ts';
import { type Finding, printReport } from './report.ts';

const documents = Number(process.argv[2] ?? 1000);
const kills = Number(process.argv[3] ?? 10);
const folder = mkdtempSync(join(tmpdir(), 'mingchuang-filing-'));
const findings: Finding[] = [];

try {
  await onPostgres();
  await embedded();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printReport(findings);
process.exitCode = findings.some(({ good }) => good === false) ? 1 : 0;

async function onPostgres(): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  if (!postgres) {
    findings.push({ what: 'filing, PostgreSQL', result: 'no binaries found', good: undefined });
    return;
  }
  try {
    const client = new pg.Client({ connectionString: postgres.url });
    await client.connect();
    await client.query('create database city');
    await client.end();
    const district = { MINGCHUANG_DATA: join(folder, 'district'), DATABASE_URL: postgres.url };
    const url = new URL(postgres.url);
    url.pathname = '/city';
    const city = { MINGCHUANG_DATA: join(folder, 'city'), DATABASE_URL: url.href };
    findings.push(...(await fileWhileKilled('filing, PostgreSQL', district, city, documents, kills)));
  } finally {
    postgres.stop();
  }
}

/** A tenth of the documents: each death of an embedded database costs its whole start. */
async function embedded(): Promise<void> {
  const of = (name: string) => ({ MINGCHUANG_DATA: join(folder, `embedded-${name}`), DATABASE_URL: '' });
  const some = Math.ceil(documents / 10);
  findings.push(...(await fileWhileKilled('filing, embedded', of('district'), of('city'), some, Math.min(kills, 5))));
}
