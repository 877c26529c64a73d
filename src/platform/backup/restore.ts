import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { AppError } from '../../kernel/app-error.ts';
import type { Queryable } from '../db/database.ts';
import { type Migration, migrate } from '../db/migrate.ts';
import type { Platform } from '../platform.ts';
import { type ArchiveHeader, type ArchiveManifest, FORMAT, FORMAT_VERSION, HEADER, readArchive } from './archive.ts';
import { finishLoading, insertRows, isEmpty, prepareLoading, setNeutralTexts, setSequence } from './backup.store.ts';
import type { BackupReport } from './backup.ts';
import { corrupt } from './tar.ts';

const Header = z.object({
  format: z.literal(FORMAT),
  version: z.literal(FORMAT_VERSION),
  createdAt: z.string(),
  migrations: z.array(z.string()),
  tables: z.array(z.object({ schema: z.string(), name: z.string(), columns: z.array(z.string()) })),
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
});

const LARGEST_FILE = Number.MAX_SAFE_INTEGER;

/**
 * Puts an archive of either kind of database into an empty one of either kind: schema as it was then, rows, files; and brings the schema up
 * to this program's.
 *
 * @param migrations all that this program knows
 * @throws AppError `restore-target-not-empty` (409), `backup-unknown` (422), `backup-newer` (422), `backup-corrupt` (422)
 */
export async function restore(
  platform: Pick<Platform, 'database' | 'files'>,
  migrations: readonly Migration[],
  path: string,
): Promise<BackupReport> {
  const { database } = platform;
  if (!(await isEmpty(database.kysely))) throw notEmpty();
  const header = await inspect(path);
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  const unknown = header.migrations.filter((name) => !known.has(name));
  if (unknown.length > 0) throw newer(unknown);
  await migrate(
    database,
    migrations.filter(({ name }) => header.migrations.includes(name)),
  );
  const report = await database.kysely.transaction().execute((tx) => load(tx, platform, header, path));
  await migrate(database, migrations);
  await database.pool.query('analyze');
  return report;
}

/** Reads the whole archive before anything is touched: a damaged one leaves the target as it was. */
async function inspect(path: string): Promise<ArchiveHeader> {
  let header: ArchiveHeader | undefined;
  for await (const { name, body } of readArchive(path, () => undefined)) {
    if (header === undefined) {
      header = name === HEADER ? Header.safeParse(parseHeader(await text(body))).data : undefined;
      if (header === undefined) break;
    }
    for await (const _piece of body);
  }
  if (header) return header;
  throw new AppError('backup-unknown', 422, '这不是明窗的备份归档，或出自不兼容的版本。请检查文件。');
}

function parseHeader(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

async function load(
  tx: Queryable,
  { files }: Pick<Platform, 'files'>,
  header: ArchiveHeader,
  path: string,
): Promise<BackupReport> {
  await setNeutralTexts(tx);
  const keys = await prepareLoading(tx, header.tables);
  const rows = header.tables.map(() => 0);
  let stored = 0;
  const check = (manifest: ArchiveManifest) => {
    if (rows.some((count, index) => count !== manifest.rows[index])) throw corrupt();
  };
  for await (const { name, body } of readArchive(path, check)) {
    const [folder, key = ''] = name.split('/');
    if (folder === 'files') {
      const { hash } = await files.put(body, { maxBytes: LARGEST_FILE });
      if (hash !== key) throw corrupt();
      stored += 1;
      continue;
    }
    const content = await text(body);
    const table = header.tables[Number(key)];
    if (folder !== 'tables' || !table) continue;
    rows[Number(key)] = (rows[Number(key)] ?? 0) + (await insertRows(tx, table, content.trimEnd().split('\n')));
  }
  for (const { name, value } of header.sequences) await setSequence(tx, name, value);
  await finishLoading(tx, header.tables, keys);
  return { tables: header.tables.length, rows: rows.reduce((sum, count) => sum + count, 0), files: stored };
}

function notEmpty(): AppError {
  return new AppError(
    'restore-target-not-empty',
    409,
    '目标数据库不是空的，没有恢复。请另建一个空数据库，或换一个数据目录。',
  );
}

function newer(unknown: readonly string[]): AppError {
  return new AppError(
    'backup-newer',
    422,
    `备份出自更新的程序版本（${unknown.slice(0, 3).join('、')}），没有恢复。请先升级程序。`,
  );
}
