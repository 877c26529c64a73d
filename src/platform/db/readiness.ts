import { randomBytes } from 'node:crypto';
import { mkdir, open, rm, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from './database.ts';

export interface Readiness {
  readonly ready: boolean;
  /** Chinese, one sentence per obstacle. */
  readonly reasons: readonly string[];
}

/** Together below the 5 seconds within which an operator must see red. */
const ANSWER_MS = 3_000;
const CACHE_MS = 1_000;
/** The embedded database makes its log in files of 16 MB: below a few of them writes are about to fail. */
const RESERVE_BYTES = 48 * 1_048_576;

/** Asks database and disk whether work can be done; askers within a second share one answer, so that probing costs nothing. */
export class ReadinessProbe {
  readonly #database: Database;
  readonly #folder: string;
  #last: { at: number; answer: Promise<Readiness> } | undefined;

  /** @param folder data folder, must be writable */
  constructor(database: Database, folder: string) {
    this.#database = database;
    this.#folder = folder;
  }

  /** Answers within 4 seconds whatever happens. */
  ask(): Promise<Readiness> {
    if (this.#last === undefined || performance.now() - this.#last.at > CACHE_MS) {
      this.#last = { at: performance.now(), answer: this.#look() };
    }
    return this.#last.answer;
  }

  async #look(): Promise<Readiness> {
    const results = await Promise.allSettled([
      within(this.#database.answers(), '数据库没有响应，请检查数据库服务。'),
      within(writable(this.#folder), '数据目录无法写入或空间不足，请清理磁盘空间。'),
    ]);
    const reasons = results.flatMap((result) => (result.status === 'rejected' ? [String(result.reason.message)] : []));
    return { ready: reasons.length === 0, reasons };
  }
}

async function within(work: Promise<void>, sentence: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ANSWER_MS);
  });
  try {
    await Promise.race([work, late]);
  } catch (cause) {
    throw new Error(sentence, { cause });
  } finally {
    clearTimeout(timer);
  }
}

async function writable(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `readiness-${randomBytes(6).toString('hex')}`);
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(Buffer.alloc(4096));
    await file.sync();
  } finally {
    await file.close();
    await rm(path, { force: true });
  }
  const { bavail, bsize } = await statfs(folder);
  if (bavail * bsize < RESERVE_BYTES) throw new Error('nearly full');
}
