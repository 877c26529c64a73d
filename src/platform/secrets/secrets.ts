import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../kernel/app-error.ts';
import type { Config } from '../config.ts';

const SHORTEST = 32;

/** Keys of this installation. Each purpose has a key of its own, so that one that leaks opens nothing else. */
export interface Secrets {
  /** @param purpose constant name, for example `csrf`; the same name gives the same key. @returns 32 bytes */
  key(purpose: string): Buffer;
}

/**
 * The installation key comes from MINGCHUANG_SECRET_FILE, or is made once in the data folder, readable by its owner only. Processes that
 * share a database must share it.
 *
 * @throws AppError `secret-invalid`
 */
export async function openSecrets(config: Pick<Config, 'dataFolder' | 'secretFile'>): Promise<Secrets> {
  const path = config.secretFile ?? join(config.dataFolder, 'secret');
  if (config.secretFile === undefined) await makeSecret(config.dataFolder, path);
  const material = await readSecret(path, config.secretFile === undefined);
  // Every request that writes asks for the key of its token; purposes are a handful of names.
  const derived = new Map<string, Buffer>();
  return {
    key: (purpose) => {
      const key = derived.get(purpose) ?? Buffer.from(hkdfSync('sha256', material, '', `mingchuang ${purpose}`, 32));
      derived.set(purpose, key);
      return key;
    },
  };
}

/** Written beside and linked into place: of two processes that start at once one wins, and both read the winner's. */
async function makeSecret(folder: string, path: string): Promise<void> {
  if (await readable(path)) return;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `secret-${randomBytes(6).toString('hex')}`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(`${randomBytes(48).toString('base64')}\n`);
    await file.sync();
    await link(temporary, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  } finally {
    await file.close();
    await rm(temporary, { force: true });
  }
}

async function readSecret(path: string, ours: boolean): Promise<Buffer> {
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new AppError('secret-invalid', 500, `无法读取密钥文件 ${path}，请检查路径和权限。`, { cause });
  });
  if (text.trim().length < SHORTEST) {
    throw new AppError('secret-invalid', 500, `密钥文件 ${path} 内容过短，请放入至少 ${SHORTEST} 个随机字符。`);
  }
  if (ours && process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
    throw new AppError('secret-invalid', 500, `密钥文件 ${path} 可被其他用户读取，请执行 chmod 600 后重新启动。`);
  }
  return Buffer.from(text.trim());
}

async function readable(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
