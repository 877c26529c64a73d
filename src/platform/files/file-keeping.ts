import type { Change } from '../change/change.ts';
import type { Module } from '../module.ts';
import type { Platform } from '../platform.ts';
import { dropRelease, dueReleases, lockFiles, putReleases } from './file-release.store.ts';

/** Nobody works longer on a form whose file already arrived; a wrong database setting is noticed within that time too. */
export const ABANDONED_DAYS = 7;
const BATCH = 200;
/** Below this, half of the files being unnamed is nothing unusual. */
const FEW_FILES = 50;

/**
 * Asks for files to be deleted that the change stops naming (erasure by law, abandoned uploads). Their bytes go as soon as no module names
 * them; bytes that are named elsewhere stay.
 * @param notBefore when somebody may still be reading them
 */
export async function releaseFiles(
  change: Change,
  hashes: readonly string[],
  notBefore: Date = change.at,
): Promise<void> {
  if (hashes.length === 0) return;
  await putReleases(change.tx, [...new Set(hashes)], notBefore);
  await change.emit('files.released', {});
}

/** Deletes released files, and once a night finds those that nothing names. What it has to do is told by rows, so it may die anywhere. */
export class FileKeeping {
  readonly #platform: Pick<Platform, 'database' | 'files' | 'clock' | 'log'>;
  readonly #modules: readonly Module[];

  constructor(platform: Pick<Platform, 'database' | 'files' | 'clock' | 'log'>, modules: readonly Module[]) {
    this.#platform = platform;
    this.#modules = modules;
  }

  /** Deletes what is due and unnamed; what is named again stays and is no longer looked at. */
  async deleteReleased(signal: AbortSignal): Promise<void> {
    const { database, clock } = this.#platform;
    let after = '';
    while (!signal.aborted) {
      const due = await dueReleases(database.kysely, clock.now(), after, BATCH);
      for (const hash of due) if (!signal.aborted) await this.#release(hash);
      if (due.length < BATCH) return;
      after = due.at(-1) ?? after;
    }
  }

  /** Files that nothing names, such as uploads that were refused or never saved, are deleted if that is still so a week later. */
  async findAbandoned(signal: AbortSignal): Promise<void> {
    const { database, files, clock, log } = this.#platform;
    const [unnamed, batch]: [string[], string[]] = [[], []];
    let total = 0;
    const look = async () => {
      const held = new Set<string>();
      for (const { files: holder } of this.#modules) {
        for (const hash of (await holder?.held(database.kysely, batch)) ?? []) held.add(hash);
      }
      unnamed.push(...batch.filter((hash) => !held.has(hash)));
      batch.length = 0;
    };
    for await (const hash of files.list()) {
      if (signal.aborted) return;
      total += 1;
      if (batch.push(hash) >= BATCH) await look();
    }
    if (batch.length > 0) await look();
    // The folder of another installation, or an empty database beside a full folder: nothing of it may go.
    if (unnamed.length > FEW_FILES && unnamed.length * 2 > total) {
      log.error({ total, unnamed: unnamed.length }, 'most stored files are named by no row; none is deleted');
      return;
    }
    await putReleases(database.kysely, unnamed, new Date(clock.now().getTime() + ABANDONED_DAYS * 86_400_000));
  }

  /** The row goes last: whoever dies before does it again. */
  async #release(hash: string): Promise<void> {
    const { database, files } = this.#platform;
    await database.kysely.transaction().execute(async (tx) => {
      await lockFiles(tx, [hash]);
      let isHeld = false;
      for (const { files: holder } of this.#modules) {
        if (!isHeld && holder) isHeld = (await holder.held(tx, [hash])).length > 0;
      }
      if (!isHeld) {
        for (const { files: holder } of this.#modules) await holder?.forget?.(tx, hash);
        await files.delete(hash);
      }
      await dropRelease(tx, hash);
    });
  }
}

/** @param modules every module that may name files */
export function fileKeepingModule(platform: Platform, modules: readonly Module[]): Module & { service: FileKeeping } {
  const service = new FileKeeping(platform, modules);
  return {
    name: 'files',
    migrations: [],
    service,
    jobs: [
      { name: 'files-released', every: '* * * * *', run: (signal) => service.deleteReleased(signal) },
      { name: 'files-abandoned', every: '20 4 * * *', run: (signal) => service.findAbandoned(signal) },
    ],
    onEvent: { 'files.released': () => service.deleteReleased(new AbortController().signal) },
  };
}
