import { sql } from 'kysely';
import type { Queryable } from '../db/database.ts';
import type { Platform } from '../platform.ts';
import {
  type ArchiveHeader,
  type ArchiveTable,
  FORMAT,
  FORMAT_VERSION,
  HEADER,
  type OutgoingEntry,
  writeArchive,
} from './archive.ts';
import { listMigrations, listSequences, listTables, readRows, setNeutralTexts } from './backup.store.ts';

const PART_BYTES = 1_048_576;

export interface BackupReport {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes everything into one archive, from one moment of the database, while others go on working (on the embedded database they wait for
 * the tables). Files only ever come and never change, so those listed after that moment hold all that its rows name.
 *
 * The installation key is not in it: who steals a backup must not have it.
 *
 * @param path is replaced when it exists
 * @throws AppError `storage-full`
 */
export async function backup(
  platform: Pick<Platform, 'database' | 'files' | 'clock'>,
  path: string,
): Promise<BackupReport> {
  const report = { tables: 0, rows: 0, files: 0 };
  const rowCounts: number[] = [];
  await platform.database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`set transaction read only`.execute(tx);
      await setNeutralTexts(tx);
      const header = await readHeader(tx, platform.clock.now());
      await writeArchive(path, entries(tx, header, platform, rowCounts, report), () => rowCounts);
      report.tables = header.tables.length;
    });
  return { ...report, rows: rowCounts.reduce((sum, count) => sum + count, 0) };
}

async function readHeader(db: Queryable, now: Date): Promise<ArchiveHeader> {
  return {
    format: FORMAT,
    version: FORMAT_VERSION,
    createdAt: now.toISOString(),
    migrations: await listMigrations(db),
    tables: await listTables(db),
    sequences: await listSequences(db),
  };
}

async function* entries(
  db: Queryable,
  header: ArchiveHeader,
  { files }: Pick<Platform, 'files'>,
  rowCounts: number[],
  report: { files: number },
): AsyncGenerator<OutgoingEntry> {
  yield entry(HEADER, Buffer.from(JSON.stringify(header)));
  for (const [index, table] of header.tables.entries()) {
    rowCounts.push(0);
    yield* tableEntries(db, table, index, rowCounts);
  }
  for await (const hash of files.list()) {
    // Erased by law while the backup runs.
    if (!(await files.has(hash))) continue;
    report.files += 1;
    yield { name: `files/${hash}`, size: await files.size(hash), body: await files.read(hash) };
  }
}

async function* tableEntries(
  db: Queryable,
  table: ArchiveTable,
  index: number,
  rowCounts: number[],
): AsyncGenerator<OutgoingEntry> {
  let part = 0;
  let lines: string[] = [];
  let length = 0;
  const flush = () => {
    const body = Buffer.from(`${lines.join('\n')}\n`);
    lines = [];
    length = 0;
    part += 1;
    return entry(`tables/${index}/${part}.jsonl`, body);
  };
  for await (const rows of readRows(db, table)) {
    rowCounts[index] = (rowCounts[index] ?? 0) + rows.length;
    for (const line of rows) {
      lines.push(line);
      length += line.length;
      if (length >= PART_BYTES) yield flush();
    }
  }
  if (lines.length > 0) yield flush();
}

function entry(name: string, body: Buffer): OutgoingEntry {
  return { name, size: body.length, body: [body] };
}
