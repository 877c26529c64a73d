import { open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../kernel/app-error.ts';

export interface EmbeddedLock {
  release(): Promise<void>;
}

/**
 * PGlite itself locks nothing, and two openers silently lose commits; so the folder holds our own lock.
 * A lock left by a process that no longer lives is taken over.
 */
export async function lockDataFolder(folder: string): Promise<EmbeddedLock> {
  const path = join(folder, 'lock');
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const file = await open(path, 'wx', 0o600);
      await file.writeFile(`${process.pid}\n`);
      await file.close();
      return { release: () => rm(path, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number((await readFile(path, 'utf8')).trim());
      if (isAlive(owner)) {
        throw new AppError(
          'data-folder-in-use',
          503,
          `数据目录正被另一个明窗进程（进程号 ${owner}）使用。请先停止该进程，或为本进程另设数据目录（MINGCHUANG_DATA）。`,
        );
      }
      await rm(path, { force: true });
    }
  }
  throw new AppError('data-folder-in-use', 503, '数据目录正被另一个明窗进程使用。请先停止该进程后重试。');
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
