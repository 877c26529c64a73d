import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AppError } from '../../kernel/app-error.ts';

export interface EmbeddedLock {
  release(): Promise<void>;
}

/**
 * PGlite itself locks nothing, and two openers silently lose commits; so the folder holds our own lock.
 *
 * The lock must end with its process however that dies, must not be mistaken for a living one when a process id comes round again, and
 * two takers must never both win. Files made and removed by us fail all three; only the operating system's own file locks hold, which
 * Node reaches through its built-in SQLite: an exclusive transaction that is never ended. Works on Linux, macOS and Windows, and between
 * containers that share the folder (not on network folders without locks).
 *
 * @throws AppError `data-folder-in-use`
 */
export async function lockDataFolder(folder: string): Promise<EmbeddedLock> {
  const owner = join(folder, 'lock.owner');
  const lock = new DatabaseSync(join(folder, 'lock'));
  try {
    lock.exec('pragma busy_timeout = 0; begin exclusive');
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    const pid = await readFile(owner, 'utf8').catch(() => '');
    throw new AppError(
      'data-folder-in-use',
      503,
      `数据目录正被另一个明窗进程${pid === '' ? '' : `（进程号 ${pid}）`}使用。请先停止该进程，或为本进程另设数据目录（MINGCHUANG_DATA）。`,
    );
  }
  // Only for the message above; on a full disk the lock holds all the same.
  await writeFile(owner, String(process.pid)).catch(() => undefined);
  return { release: async () => lock.close() };
}

/** SQLITE_BUSY and SQLITE_LOCKED, with their extended codes. */
function isBusy(error: unknown): boolean {
  const code = (error as { errcode?: number }).errcode ?? 0;
  return (code & 0xff) === 5 || (code & 0xff) === 6;
}
