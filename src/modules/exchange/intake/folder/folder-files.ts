import type { Stats } from 'node:fs';
import { constants } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { AppError } from '../../../../kernel/app-error.ts';
import type { FileStore, StoredFile } from '../../../../platform/files/file-store.ts';

/** A document that waits in a folder, with the file that describes it. */
export interface WaitingFile {
  readonly name: string;
  readonly sidecar: string | null;
}

export interface FolderView {
  /** Complete: nobody has written to them for a while. */
  readonly ready: readonly WaitingFile[];
  /** Still being copied, or waiting for what belongs to them. */
  readonly notYet: number;
  /** Descriptions whose document never came, or went before them. */
  readonly orphans: readonly string[];
  /** What is no plain file: links and the like; never opened. */
  readonly strange: readonly string[];
}

export interface SettleTimes {
  /** A description says that the document is whole. */
  readonly withSidecarMs: number;
  readonly aloneMs: number;
  readonly orphanMs: number;
}

export const SETTLE: SettleTimes = { withSidecarMs: 10_000, aloneMs: 60_000, orphanMs: 600_000 };
const UNFINISHED = /^(?:\.|~\$)|\.(?:tmp|part|partial|crdownload|filepart)$/i;

/**
 * What stands in a unit's folder. Names come from the folder itself and hold no path; links are not followed.
 * @param now by the clock of the file system, ms
 */
export async function lookInto(folder: string, now: number, settle: SettleTimes): Promise<FolderView> {
  const stats = new Map<string, Stats>();
  const strange: string[] = [];
  for (const name of await readdir(folder)) {
    if (UNFINISHED.test(name)) continue;
    const found = await lstat(join(folder, name)).catch(() => undefined);
    if (found?.isFile()) stats.set(name, found);
    else if (found && !found.isDirectory()) strange.push(name);
  }
  const age = (name: string) => now - youngest(stats.get(name));
  const documents = [...stats.keys()].filter((name) => !isSidecar(name)).sort();
  const waiting = documents.map((name) => ({ name, sidecar: sidecarOf(name, stats, documents) }));
  const ready = waiting.filter(({ name, sidecar }) =>
    sidecar === null ? age(name) >= settle.aloneMs : Math.min(age(name), age(sidecar)) >= settle.withSidecarMs,
  );
  const taken = new Set(waiting.map((one) => one.sidecar));
  const orphans = [...stats.keys()].filter(
    (name) => isSidecar(name) && !taken.has(name) && age(name) >= settle.orphanMs,
  );
  return { ready, notYet: waiting.length - ready.length, orphans, strange };
}

/**
 * The file's bytes in the store, or undefined when somebody wrote to it meanwhile.
 * @throws AppError `folder-file-strange` (422) for what is no plain file, `too-large` (413)
 */
export async function storeFile(path: string, store: FileStore, maxBytes: number): Promise<StoredFile | undefined> {
  const handle = await openPlain(path);
  const before = await handle.stat();
  if (before.size > maxBytes) {
    await handle.close();
    throw tooLarge(maxBytes);
  }
  // The stream closes the file, whatever becomes of it.
  const stored = await store.put(handle.createReadStream(), { maxBytes });
  const after = await lstat(path).catch(() => undefined);
  const isSame = after?.ino === before.ino && after.size === before.size && after.ctimeMs === before.ctimeMs;
  return isSame ? stored : undefined;
}

/** @throws AppError `folder-file-strange` (422), `too-large` (413) */
export async function readText(path: string, maxBytes: number): Promise<string> {
  const handle = await openPlain(path);
  try {
    if ((await handle.stat()).size > maxBytes) throw tooLarge(maxBytes);
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

async function openPlain(path: string) {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK).catch((error) => {
    throw (error as NodeJS.ErrnoException).code === 'ELOOP' ? strangeFile() : error;
  });
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw strangeFile();
}

function sidecarOf(name: string, stats: ReadonlyMap<string, Stats>, documents: readonly string[]): string | null {
  if (stats.has(`${name}.json`)) return `${name}.json`;
  const stem = name.slice(0, name.length - extname(name).length);
  // 通知.json describes 通知.docx only when there is one 通知 alone.
  const isAlone =
    documents.filter((other) => other.slice(0, other.length - extname(other).length) === stem).length === 1;
  return isAlone && stats.has(`${stem}.json`) ? `${stem}.json` : null;
}

export function isSidecar(name: string): boolean {
  return /\.json$/i.test(name);
}

/** Writing, renaming and changing rights all set the one or the other, and no program can set the second back. */
export function youngest(stats: Stats | undefined): number {
  return Math.max(stats?.mtimeMs ?? 0, stats?.ctimeMs ?? 0);
}

function strangeFile(): AppError {
  return new AppError('folder-file-strange', 422, '这不是普通文件（可能是链接），没有打开。请直接放入文件。');
}

function tooLarge(maxBytes: number): AppError {
  return new AppError(
    'too-large',
    413,
    `文件超过 ${Math.floor(maxBytes / 1_048_576)} MB 的上限，请压缩或拆分后再放入。`,
  );
}
