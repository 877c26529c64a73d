import { Duplex } from 'node:stream';
import type { EmbeddedHost } from './embedded-host.ts';

const TERMINATE = 'X'.charCodeAt(0);

/** What `pg` takes for a socket: carries its protocol to the embedded database, whose one session all clients use in turn. */
export class EmbeddedStream extends Duplex {
  readonly #host: EmbeddedHost;
  #started = false;

  constructor(host: EmbeddedHost) {
    super();
    this.#host = host;
  }

  connect(): this {
    process.nextTick(() => this.emit('connect'));
    return this;
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#carry(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#carry(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  async #carry(bytes: Buffer): Promise<void> {
    if (!this.#started) {
      this.#started = true;
      await this.#clean();
    } else if (bytes[0] === TERMINATE) {
      // The session outlives its clients.
      this.push(null);
      return;
    }
    const answer = await this.#host.exchange(bytes);
    if (answer.length > 0) this.push(Buffer.from(answer.buffer, answer.byteOffset, answer.length));
  }

  /** A client that was cut off may have left its transaction open: PostgreSQL would have ended it with the connection. */
  async #clean(): Promise<void> {
    await this.#host.exchange(queryMessage('rollback'));
    await this.#host.exchange(queryMessage('discard all'));
  }
}

function queryMessage(text: string): Uint8Array {
  const message = Buffer.alloc(text.length + 6);
  message.write('Q');
  message.writeInt32BE(text.length + 5, 1);
  message.write(text, 5, 'latin1');
  return message;
}
