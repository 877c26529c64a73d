import { AppError } from '../../kernel/app-error.ts';

/** POSIX ustar, so that any tar can look into a backup; only plain files with short names. */
const BLOCK = 512;

export function tarHeader(name: string, size: number): Buffer {
  const header = Buffer.alloc(BLOCK);
  header.write(name, 0, 100, 'ascii');
  header.write('0000600\0', 100);
  header.write('0000000\0', 108);
  header.write('0000000\0', 116);
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124);
  header.write('00000000000\0', 136);
  header.write('        ', 148);
  header.write('0', 156);
  header.write('ustar\x0000', 257, 'latin1');
  header.write(`${checksum(header).toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Zeros after a file of that size, up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
}

export function tarEnd(): Buffer {
  return Buffer.alloc(2 * BLOCK);
}

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** Must be read to its end before the next entry is asked for. */
  readonly body: AsyncIterable<Buffer>;
}

/** @throws AppError `backup-corrupt` when the archive breaks off or is no tar */
export async function* readTar(archive: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new ByteQueue(archive);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const stated = Number.parseInt(header.toString('latin1', 148, 154), 8);
    header.write('        ', 148);
    if (stated !== checksum(header)) throw corrupt();
    const size = Number.parseInt(header.toString('latin1', 124, 135), 8);
    yield { name: header.toString('latin1', 0, 100).replace(/\0.*$/s, ''), size, body: bytes.stream(size) };
    await bytes.take(tarPadding(size).length);
  }
}

export function corrupt(cause?: unknown): AppError {
  return new AppError('backup-corrupt', 422, '备份归档不完整或已损坏，没有恢复任何内容。请换用另一份备份。', { cause });
}

function checksum(header: Buffer): number {
  return header.reduce((sum, byte) => sum + byte, 0);
}

class ByteQueue {
  readonly #source: AsyncIterator<Buffer>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** Exactly so many bytes, few enough to hold. */
  async take(count: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.stream(count)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *stream(count: number): AsyncGenerator<Buffer> {
    let missing = count;
    while (missing > 0) {
      if (this.#rest.length === 0) await this.#more();
      const piece = this.#rest.subarray(0, missing);
      this.#rest = this.#rest.subarray(piece.length);
      missing -= piece.length;
      yield piece;
    }
  }

  async #more(): Promise<void> {
    const next = await this.#source.next();
    if (next.done) throw corrupt();
    this.#rest = next.value;
  }
}
