import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import { newSeed } from '../note/ed25519.ts';
import { formatSignerKey, parseSignerKey, type SignatureType, type SignerKey, signerKey } from '../note/note-key.ts';
import { EntriesFile } from './entries-file.ts';

/**
 * What must not lie in the database: the keys, and the last checkpoints signed, so that whoever changes or rolls back the database is found
 * out. One folder, readable by its owner only.
 */
export class LogFolder {
  readonly path: string;
  readonly entries: EntriesFile;

  constructor(path: string) {
    this.path = path;
    this.entries = new EntriesFile(join(path, 'entries'));
  }

  /** @throws AppError `log-key-invalid` when the file is there but unfit */
  async readKey(name: 'log' | 'witness'): Promise<SignerKey | undefined> {
    const path = this.#keyPath(name);
    const text = await readIfThere(path);
    if (text === undefined) return undefined;
    const key = parseSignerKey(text.trim());
    if (!key) throw new AppError('log-key-invalid', 500, `存证日志的密钥文件 ${path} 已损坏，请从备份中取回。`);
    if (process.platform !== 'win32' && ((await stat(path)).mode & 0o077) !== 0) {
      throw new AppError('log-key-invalid', 500, `存证日志的密钥文件 ${path} 可被其他用户读取，请执行 chmod 600。`);
    }
    return key;
  }

  /** Makes the key unless there is one already. @param keyName under which its signatures will be known */
  async makeKey(name: 'log' | 'witness', keyName: string, type: SignatureType): Promise<SignerKey> {
    const found = await this.readKey(name);
    if (found) return found;
    const key = signerKey(keyName, type, newSeed());
    await this.#write(this.#keyPath(name), `${formatSignerKey(key)}\n`);
    return key;
  }

  /** @param name `log`, or whatever a witness calls another log. @returns the note last written */
  async readCheckpoint(name: string): Promise<string | undefined> {
    return readIfThere(join(this.path, `${name}.checkpoint`));
  }

  /** On the disk when it returns. */
  async writeCheckpoint(name: string, note: string): Promise<void> {
    await this.#write(join(this.path, `${name}.checkpoint`), note);
  }

  #keyPath(name: string): string {
    return join(this.path, `${name}.key`);
  }

  /** Written beside, forced to the disk and renamed: whenever the power fails, either the old text is there or the new one. */
  async #write(path: string, text: string): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const temporary = `${path}.new`;
    await rm(temporary, { force: true });
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
    const folder = await open(this.path, 'r');
    await folder.sync().finally(() => folder.close());
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new AppError('log-folder-unreadable', 500, `无法读取 ${path}，请检查权限。`, { cause: error });
  });
}
