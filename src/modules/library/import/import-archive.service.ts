import { Readable } from 'node:stream';
import { AppError } from '../../../kernel/app-error.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { AttachmentRef } from '../../publications/index.ts';
import { archiveFiles } from './import-file.ts';

const LARGEST_FILE = 50_000_000;

/** The files of an archive, taken out for many rows at once: each reading goes through the whole archive. */
export class ImportArchive {
  readonly #store: FileStore;
  readonly #hash: string;
  #taken = new Map<string, AttachmentRef>();

  /** @param hash of the archive in the store */
  constructor(store: FileStore, hash: string) {
    this.#store = store;
    this.#hash = hash;
  }

  /** Takes out what the next rows need, and forgets what the last ones needed. What cannot be taken out together is left to each row. */
  async prepare(names: readonly string[]): Promise<void> {
    this.#taken = new Map();
    if (names.length === 0) return;
    try {
      this.#taken = await this.#takeOut([...new Set(names)]);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }

  /** @throws AppError `import-unreadable` (422), `files-waiting` (503) */
  async refs(names: readonly string[]): Promise<AttachmentRef[]> {
    const known = names.flatMap((name) => this.#taken.get(name) ?? []);
    return known.length === names.length ? known : [...(await this.#takeOut(names)).values()];
  }

  async #takeOut(names: readonly string[]): Promise<Map<string, AttachmentRef>> {
    const input = { size: await this.#store.size(this.#hash), stream: await this.#store.read(this.#hash) };
    const refs = new Map<string, AttachmentRef>();
    for (const [name, bytes] of await archiveFiles(input, names)) {
      const stored = await this.#store.put(Readable.from([bytes]), { maxBytes: LARGEST_FILE });
      refs.set(name, { sha256: stored.hash, name, mediaType: stored.mediaType, size: stored.size });
    }
    return refs;
  }
}
