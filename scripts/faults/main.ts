// node scripts/faults/main.ts [kills on PostgreSQL] [kills embedded] [kills of the log's sequencing]: what the real server loses when it is killed, its database frozen, its
// disk filled. Needs the build, PostgreSQL's binaries, and for the disks the right to mount. A few minutes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPostgres } from '../postgres.mjs';
import { freezeDatabase } from './frozen-database.ts';
import { fillDisk, mountSmallDisk } from './full-disk.ts';
import { killUnderLoad } from './kills.ts';
import { killWhileSequencing } from './log-kills.ts';
import { type Finding, printReport } from './report.ts';
import { openTwice } from './second-opener.ts';

const killsOnPostgres = Number(process.argv[2] ?? 100);
const killsEmbedded = Number(process.argv[3] ?? 50);
const killsOfLog = Number(process.argv[4] ?? 200);
const folder = mkdtempSync(join(tmpdir(), 'mingchuang-faults-'));
const findings: Finding[] = [];
const skip = (what: string, result: string) => findings.push({ what, result, good: undefined });

try {
  await onPostgres();
  const log = { MINGCHUANG_DATA: join(folder, 'embedded-log'), DATABASE_URL: '' };
  findings.push(...(await killWhileSequencing('log, embedded', log, Math.ceil(killsOfLog / 4), 1)));
  const env = { MINGCHUANG_DATA: join(folder, 'embedded'), DATABASE_URL: '' };
  findings.push(...(await killUnderLoad('embedded', env, killsEmbedded)));
  findings.push(...(await openTwice(env)));
  await onSmallDisks();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
printReport(findings);
process.exitCode = findings.some(({ good }) => good === false) ? 1 : 0;

async function onPostgres(): Promise<void> {
  const postgres = await startPostgres({ durable: true });
  if (!postgres) return void skip('PostgreSQL', 'no binaries found (Debian: apt-get install postgresql)');
  try {
    const env = { MINGCHUANG_DATA: join(folder, 'postgres'), DATABASE_URL: postgres.url };
    findings.push(...(await killUnderLoad('PostgreSQL', env, killsOnPostgres)));
    findings.push(...(await killWhileSequencing('log, PostgreSQL', env, killsOfLog, 2)));
    findings.push(...(await freezeDatabase(env, postgres.pid)));
  } finally {
    postgres.stop();
  }
}

async function onSmallDisks(): Promise<void> {
  const disk = mountSmallDisk(220);
  if (!disk) return void skip('full disk', 'mounting a small disk is not permitted here');
  try {
    const env = { MINGCHUANG_DATA: join(disk.folder, 'data'), DATABASE_URL: '' };
    findings.push(...(await fillDisk('full disk, embedded', env, disk)));
  } finally {
    disk.unmount();
  }
  await postgresOnSmallDisk();
}

async function postgresOnSmallDisk(): Promise<void> {
  const disk = mountSmallDisk(400);
  if (!disk) return;
  const postgres = await startPostgres({ durable: true, folder: disk.folder });
  try {
    if (!postgres) return;
    const env = { MINGCHUANG_DATA: join(folder, 'beside'), DATABASE_URL: postgres.url };
    findings.push(...(await fillDisk('full disk, PostgreSQL', env, disk, () => postgres.restart())));
  } finally {
    postgres?.stop();
    disk.unmount();
  }
}
