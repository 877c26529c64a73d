import { createReadStream } from 'node:fs';
import { mkdir, open, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { encodeBundle } from '../tiles/entry-bundle.ts';

const LENGTH_BYTES = 2;

/**
 * Every signed entry once more, outside the database, in the order of the tree: should an old backup have to be restored, the log can go on
 * from here instead of having to begin anew. Entries hold no personal data. Whoever calls holds the log's lock.
 */
export class EntriesFile {
  readonly #path: string;
  #known: { count: number; bytes: number } | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /**
   * Entries that are kept, after what goes beyond `signed` was cut off: it was written by a process that died before it could sign.
   */
  async count(signed: number): Promise<number> {
    const bytes = await this.#bytes();
    if (this.#known?.bytes === bytes) return this.#known.count;
    let known = { count: 0, bytes: 0 };
    for await (const entry of this.read()) {
      if (known.count === signed) break;
      known = { count: known.count + 1, bytes: known.bytes + LENGTH_BYTES + entry.length };
    }
    if (known.bytes < bytes) await this.#cut(known.bytes);
    this.#known = known;
    return known.count;
  }

  /** On the disk when it returns. @param entries that follow the ones kept */
  async append(entries: readonly Uint8Array[]): Promise<void> {
    const before = this.#known ?? { count: 0, bytes: 0 };
    const bundle = encodeBundle(entries);
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const file = await open(this.#path, 'a', 0o600);
    try {
      await file.writeFile(bundle);
      await file.sync();
    } finally {
      await file.close();
    }
    this.#known = { count: before.count + entries.length, bytes: before.bytes + bundle.length };
  }

  /** All that are whole, from the first. */
  async *read(): AsyncGenerator<Buffer> {
    if ((await this.#bytes()) === 0) return;
    let rest: Buffer = Buffer.alloc(0);
    for await (const piece of createReadStream(this.#path, { highWaterMark: 1 << 20 })) {
      rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
      let at = 0;
      while (at + LENGTH_BYTES <= rest.length) {
        const end = at + LENGTH_BYTES + rest.readUInt16BE(at);
        if (end > rest.length) break;
        yield rest.subarray(at + LENGTH_BYTES, end);
        at = end;
      }
      rest = rest.subarray(at);
    }
  }

  async #cut(bytes: number): Promise<void> {
    const file = await open(this.#path, 'r+');
    await file.truncate(bytes).finally(() => file.close());
  }

  async #bytes(): Promise<number> {
    const found = await stat(this.#path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    return found?.size ?? 0;
  }
}
