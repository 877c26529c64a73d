import type { Readable } from 'node:stream';

/** What goes into an isolated process and comes out: a JSON value and pieces of bytes, nothing that can carry behaviour. */
export interface Message {
  readonly value: unknown;
  readonly bytes: readonly Uint8Array[];
}

const LENGTH_BYTES = 4;
const MOST_HEADER_BYTES = 64 * 1024 * 1024;

/** What is long goes as pieces: a header is one text in memory and parsed at one go. */
export class FrameTooLong extends Error {}

/** The beginning of a frame: length of the header, then the header as JSON; the pieces follow as they are. */
export function frameHead(value: unknown, sizes: readonly number[]): Buffer {
  const header = Buffer.from(JSON.stringify({ value, sizes }));
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header]);
}

/** @throws FrameTooLong; Error when the stream ends early or names impossible lengths */
export async function readFrame(from: Readable): Promise<Message> {
  const reader = new PieceReader(from);
  const headerLength = (await reader.take(LENGTH_BYTES)).readUInt32LE();
  if (headerLength > MOST_HEADER_BYTES) throw new FrameTooLong('the header of a frame is too long');
  const { value, sizes } = JSON.parse((await reader.take(headerLength)).toString()) as {
    value: unknown;
    sizes: number[];
  };
  const bytes: Uint8Array[] = [];
  for (const size of sizes) bytes.push(await reader.take(size));
  return { value, bytes };
}

/** Gives a stream in pieces of the lengths asked for, each copied once. */
class PieceReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #left: Buffer = Buffer.alloc(0);

  constructor(from: Readable) {
    this.#chunks = from[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
  }

  async take(length: number): Promise<Buffer> {
    const piece = Buffer.allocUnsafeSlow(length);
    let filled = 0;
    while (filled < length) {
      if (this.#left.length === 0) await this.#next();
      const part = this.#left.subarray(0, length - filled);
      part.copy(piece, filled);
      filled += part.length;
      this.#left = this.#left.subarray(part.length);
    }
    return piece;
  }

  async #next(): Promise<void> {
    const { value, done } = await this.#chunks.next();
    if (done) throw new Error('a frame ended early');
    this.#left = value;
  }
}
