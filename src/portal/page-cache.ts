import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Encoding } from '../platform/http/encoding.ts';

export interface CachedPage {
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Instead of a page: where it is now. */
  readonly movedTo: string | undefined;
  body(encoding: Encoding): Promise<Buffer>;
}

export interface MadePage {
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly movedTo?: string;
}

/**
 * Whole pages by address and display. A page lives as long as the version of the data it was made from; the oldest go when
 * the bytes exceed the limit. Visitors who ask for the same page at once wait for one rendering.
 */
export class PageCache {
  readonly #limitBytes: number;
  readonly #pages = new Map<string, { version: string; page: Promise<CachedPage>; bytes: number }>();
  #bytes = 0;

  constructor(limitBytes = 64 * 1024 * 1024) {
    this.#limitBytes = limitBytes;
  }

  get bytes(): number {
    return this.#bytes;
  }

  get(key: string, version: string, make: () => Promise<MadePage>): Promise<CachedPage> {
    const found = this.#pages.get(key);
    if (found?.version === version) return found.page;
    if (found) this.#drop(key);
    const entry = { version, page: make().then(compressible), bytes: 0 };
    this.#pages.set(key, entry);
    entry.page.then(
      async (page) => this.#weigh(key, entry, (await page.body('identity')).length),
      () => this.#pages.get(key) === entry && this.#drop(key),
    );
    return entry.page;
  }

  /** Compressed copies come later and are smaller than the page itself: counted as one more of it. */
  #weigh(key: string, entry: { bytes: number }, length: number): void {
    if (this.#pages.get(key) !== entry) return;
    entry.bytes = length * 2;
    this.#bytes += entry.bytes;
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      if (oldest !== key) this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#pages.get(key)?.bytes ?? 0;
    this.#pages.delete(key);
  }
}

const brotliAsync = promisify(brotliCompress);
const gzipAsync = promisify(gzip);

function compressible(made: MadePage): CachedPage {
  const plain = Buffer.from(made.text);
  const copies = new Map<Encoding, Promise<Buffer>>([['identity', Promise.resolve(plain)]]);
  return {
    type: made.type,
    headers: made.headers ?? {},
    movedTo: made.movedTo,
    // Weak: the same page in another encoding is the same page.
    etag: `W/"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    body(encoding) {
      let bytes = copies.get(encoding);
      if (!bytes) {
        bytes = encoding === 'br' ? brotli(plain) : gzipAsync(plain, { level: 6 });
        copies.set(encoding, bytes);
      }
      return bytes;
    },
  };
}

/** Quality 5: pages are made often enough that 11 would cost more time than it saves bytes. */
function brotli(plain: Buffer): Promise<Buffer> {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return brotliAsync(plain, { params });
}
