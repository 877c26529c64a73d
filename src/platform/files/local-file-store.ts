import { createReadStream } from 'node:fs';
import { access, mkdir, open, opendir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { checkHash, missing } from './file-errors.ts';
import type { FileStore, PutOptions, StoredFile } from './file-store.ts';
import { stage } from './staging.ts';

/** Files in a folder: `files/ab/cdef…`; written beside, synced, then renamed into place. */
export class LocalFileStore implements FileStore {
  readonly #folder: string;

  /** @param folder made when it is absent */
  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(bytes: Readable, options: PutOptions): Promise<StoredFile> {
    return stage(join(this.#folder, 'incoming'), bytes, options, async (path, { hash }) => {
      const folder = join(this.#folder, hash.slice(0, 2));
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await rename(path, join(folder, hash.slice(2)));
      await syncFolder(folder);
    });
  }

  async read(hash: string): Promise<Readable> {
    if (!(await this.has(hash))) throw missing();
    return createReadStream(this.#path(hash));
  }

  async has(hash: string): Promise<boolean> {
    return access(this.#path(hash)).then(
      () => true,
      () => false,
    );
  }

  async size(hash: string): Promise<number> {
    const found = await stat(this.#path(hash)).catch(() => undefined);
    if (!found) throw missing();
    return found.size;
  }

  async *list(): AsyncIterable<string> {
    for await (const folder of entries(this.#folder)) {
      if (!/^[0-9a-f]{2}$/.test(folder)) continue;
      for await (const name of entries(join(this.#folder, folder))) yield folder + name;
    }
  }

  async delete(hash: string): Promise<void> {
    const path = this.#path(hash);
    await rm(path, { force: true });
    await syncFolder(dirname(path)).catch(ignoreAbsent);
  }

  #path(hash: string): string {
    return join(this.#folder, checkHash(hash).slice(0, 2), hash.slice(2));
  }
}

/** The new name itself must survive a power cut, not only the bytes. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function ignoreAbsent(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}

async function* entries(folder: string): AsyncIterable<string> {
  const found = await opendir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (!found) return;
  for await (const entry of found) yield entry.name;
}
