import { chooseEncoding, type Encoding } from '../encoding.ts';
import type { PlainGet } from './plain-get.ts';

/** Whether the answer is still what would be said now; a promise where that has to be asked. */
export type Stands = () => boolean | Promise<boolean>;

export interface Answer {
  readonly target: string;
  readonly encoding: Encoding;
  readonly headers: ReadonlyMap<string, string | number | string[] | undefined>;
  readonly body: Buffer;
  readonly stands: Stands;
}

export interface KeptAnswer {
  readonly stands: Stands;
  /** Whole HTTP answer of this second, as it goes to the socket. */
  bytes(ifNoneMatch: string | undefined): Buffer;
}

/** Said of one request or by one connection, so not kept. */
const PASSING =
  /^(connection|keep-alive|date|content-length|set-cookie|x-request-id|x-ratelimit-|ratelimit|retry-after)/;
const ACCEPTS = 200;

/** Finished answers that everybody gets alike, oldest first out when the bytes exceed the limit. */
export class KeptAnswers {
  readonly #limitBytes: number;
  readonly #keepAliveSeconds: number;
  readonly #answers = new Map<string, KeptAnswer & { readonly size: number }>();
  readonly #encodings = new Map<string, Encoding>();
  #bytes = 0;

  constructor(options: { readonly keepAliveSeconds: number; readonly limitBytes?: number }) {
    this.#keepAliveSeconds = options.keepAliveSeconds;
    this.#limitBytes = options.limitBytes ?? 32 * 1024 * 1024;
  }

  find({ target, acceptEncoding }: PlainGet): KeptAnswer | undefined {
    return this.#answers.get(`${this.#encodingOf(acceptEncoding)} ${target}`);
  }

  keep(answer: Answer): void {
    const key = `${answer.encoding} ${answer.target}`;
    this.#drop(key);
    // Twice: the finished bytes of this second stand beside what they are made of.
    const size = answer.body.length * 2 + 2_000;
    this.#answers.set(key, { ...finished(answer, this.#keepAliveSeconds), size });
    this.#bytes += size;
    for (const oldest of this.#answers.keys()) {
      if (this.#bytes <= this.#limitBytes) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#bytes -= this.#answers.get(key)?.size ?? 0;
    this.#answers.delete(key);
  }

  /** Browsers send a handful of different lists. */
  #encodingOf(accept: string): Encoding {
    const known = this.#encodings.get(accept);
    if (known) return known;
    const chosen = chooseEncoding(accept);
    if (this.#encodings.size < ACCEPTS) this.#encodings.set(accept, chosen);
    return chosen;
  }
}

function finished({ headers, body, stands }: Answer, keepAliveSeconds: number): KeptAnswer {
  const fields = [...headers]
    .filter(([name]) => !PASSING.test(name))
    .flatMap(([name, value]) => [value ?? []].flat().map((one) => `${name}: ${one}\r\n`))
    .join('');
  const etag = headers.get('etag');
  const stay = `connection: keep-alive\r\nkeep-alive: timeout=${keepAliveSeconds}\r\n`;
  const head = (status: string, length: string) =>
    Buffer.from(`HTTP/1.1 ${status}\r\n${fields}${length}date: ${dateNow()}\r\n${stay}\r\n`, 'latin1');
  let madeOn = '';
  let whole = body;
  return {
    stands,
    bytes(ifNoneMatch) {
      if (typeof etag === 'string' && ifNoneMatch?.includes(etag)) return head('304 Not Modified', '');
      const today = dateNow();
      if (madeOn !== today) whole = Buffer.concat([head('200 OK', `content-length: ${body.length}\r\n`), body]);
      madeOn = today;
      return whole;
    },
  };
}

let second = 0;
let said = '';

/** The HTTP date; worked out once a second. */
function dateNow(): string {
  const now = Math.floor(Date.now() / 1000);
  if (now !== second) said = new Date(now * 1000).toUTCString();
  second = now;
  return said;
}
