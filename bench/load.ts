import { connect, type Socket } from 'node:net';

export interface LoadResult {
  readonly requests: number;
  readonly seconds: number;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

export interface LoadOptions {
  readonly port: number;
  /** Called for every request: the same path for cached pages, a new one each time for fresh pages. */
  readonly path: (request: number) => string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of this request alone. */
  readonly cookie?: (request: number) => string;
  /** JSON to post; absent: the path is asked for. */
  readonly body?: (request: number) => string;
  /** Instead of `body`: bytes to post with fields of their own, content-type among them. */
  readonly post?: (request: number) => { readonly headers: Readonly<Record<string, string>>; readonly bytes: Buffer };
  readonly connections: number;
  readonly seconds: number;
  /** Stops after so many requests; absent: after the time. */
  readonly requests?: number;
}

/** HTTP/1.1 load over kept connections, one request at a time on each: plain sockets, so that the generator costs little. */
export async function load(options: LoadOptions): Promise<LoadResult> {
  const times: number[] = [];
  let sent = 0;
  let errors = 0;
  const begin = performance.now();
  const end = begin + options.seconds * 1000;
  const wanted = options.requests ?? Number.POSITIVE_INFINITY;
  const fields = Object.entries(options.headers ?? {}).map(([name, value]) => `${name}: ${value}\r\n`);
  const next = () => {
    if (performance.now() >= end || sent >= wanted) return undefined;
    const request = sent++;
    const post = options.post?.(request);
    const body = options.body?.(request);
    const cookie = options.cookie ? `cookie: ${options.cookie(request)}\r\n` : '';
    const head = `${options.path(request)} HTTP/1.1\r\nhost: localhost\r\n${fields.join('')}${cookie}`;
    if (post) return posted(head, post);
    if (body === undefined) return `GET ${head}\r\n`;
    return `POST ${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
  };
  const done = (milliseconds: number, ok: boolean) => {
    times.push(milliseconds);
    if (!ok) errors += 1;
  };
  await Promise.all(Array.from({ length: options.connections }, () => run(options.port, next, done)));
  const seconds = (performance.now() - begin) / 1000;
  times.sort((a, b) => a - b);
  const at = (share: number) => Number((times[Math.floor((times.length - 1) * share)] ?? 0).toFixed(2));
  const perSecond = Math.round(times.length / seconds);
  return { requests: times.length, seconds, perSecond, p50: at(0.5), p99: at(0.99), errors };
}

function posted(head: string, { headers, bytes }: ReturnType<NonNullable<LoadOptions['post']>>): Buffer {
  const own = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`POST ${head}${own.join('')}content-length: ${bytes.length}\r\n\r\n`), bytes]);
}

function run(
  port: number,
  next: () => string | Buffer | undefined,
  done: (ms: number, ok: boolean) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
    let started = 0;
    let head = '';
    let missing = -1;
    const send = () => {
      const request = next();
      if (request === undefined) {
        socket.end();
        resolve();
        return;
      }
      started = performance.now();
      head = '';
      missing = -1;
      socket.write(request);
    };
    let ok = false;
    socket.on('data', (chunk) => {
      if (missing < 0) {
        head += chunk.toString('latin1');
        const bodyAt = head.indexOf('\r\n\r\n');
        if (bodyAt < 0) return;
        ok = /^HTTP\/1\.1 20[01]/.test(head);
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
        missing = length - (head.length - bodyAt - 4);
      } else {
        missing -= chunk.length;
      }
      if (missing > 0) return;
      done(performance.now() - started, ok);
      send();
    });
    socket.on('error', reject);
    socket.on('connect', send);
  });
}
