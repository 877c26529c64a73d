import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../server.fixtures.ts';

const access = { kind: 'portal', action: 'read' };
const config = { access, anonymous: true };

let server: TestServer;
/** How often the server itself made the page. */
let made: number;
let version: string;
let isFresh: boolean;

beforeEach(async () => {
  made = 0;
  version = '1';
  isFresh = true;
  server = await openTestServer((app) => {
    app.get('/page', { config }, async (_request, reply) => {
      made += 1;
      const of = version;
      reply.keptWhile = () => (isFresh ? of === version : Promise.resolve(of === version));
      reply.header('etag', `W/"${of}"`).header('cache-control', 'no-cache');
      return reply.type('text/html; charset=utf-8').send(Buffer.from(`第 ${of} 版`));
    });
    app.get('/other', { config }, async () => ({ other: true }));
    app.post('/posted', { config, schema: {} }, async () => ({ posted: true }));
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterEach(() => server.close());

const port = () => (server.app.server.address() as AddressInfo).port;

/** A connection that is kept open, and what comes back for each thing said on it. */
class Line {
  readonly socket: Socket;
  #heard = '';

  constructor() {
    this.socket = connect({ port: port(), host: '127.0.0.1' });
    this.socket.on('data', (chunk) => {
      this.#heard += chunk.toString('utf8');
    });
  }

  say(text: string): void {
    this.socket.write(text);
  }

  /** The next whole answer. */
  async answer(): Promise<{ status: number; head: string; body: string }> {
    for (;;) {
      const end = this.#heard.indexOf('\r\n\r\n');
      const head = this.#heard.slice(0, Math.max(end, 0));
      const length = head.startsWith('HTTP/1.1 304') ? 0 : Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0);
      const rest = Buffer.from(this.#heard.slice(end + 4));
      if (end >= 0 && rest.length >= length) {
        this.#heard = rest.subarray(length).toString('utf8');
        return { status: Number(head.slice(9, 12)), head, body: rest.subarray(0, length).toString('utf8') };
      }
      await once(this.socket, 'data');
    }
  }

  ask(path: string, ...fields: string[]) {
    this.say([`GET ${path} HTTP/1.1`, 'host: localhost', ...fields, '', ''].join('\r\n'));
    return this.answer();
  }
}

/** The page is in memory once somebody has asked for it. */
async function known(): Promise<void> {
  await new Line().ask('/page');
  expect(made).toBe(1);
}

describe('an answer from memory', () => {
  it('is what the server said, on any connection, without asking it again', async () => {
    const first = await new Line().ask('/page');
    const line = new Line();
    const second = await line.ask('/page');
    const third = await line.ask('/page');
    expect(made).toBe(1);
    expect([second.body, third.body]).toEqual(['第 1 版', '第 1 版']);
    const fields = (head: string) =>
      head
        .split('\r\n')
        .filter((field) => !/^(date|x-request-id|x-ratelimit)/i.test(field))
        .map((field) => field.toLowerCase())
        .sort();
    expect(fields(second.head)).toEqual(fields(first.head));
    expect(second.head).toMatch(/content-security-policy: /);
    expect(second.head).not.toMatch(/x-request-id|x-ratelimit|set-cookie/i);
    expect(Date.parse(/date: (.*)/i.exec(second.head)?.[1] ?? '')).toBeGreaterThan(Date.now() - 10_000);
  });

  it('is 304 for who has it', async () => {
    await known();
    const line = new Line();
    expect(await line.ask('/page', 'if-none-match: W/"1"')).toMatchObject({ status: 304, body: '' });
    expect(await line.ask('/page', 'if-none-match: W/"0"')).toMatchObject({ status: 200, body: '第 1 版' });
    expect(made).toBe(1);
  });

  it('is never given once it does not stand any more', async () => {
    await known();
    const line = new Line();
    await line.ask('/page');
    version = '2';
    expect(await line.ask('/page')).toMatchObject({ body: '第 2 版' });
    isFresh = false;
    expect(await line.ask('/page')).toMatchObject({ body: '第 2 版' });
    expect(made).toBe(2);
    version = '3';
    expect(await line.ask('/page')).toMatchObject({ body: '第 3 版' });
    expect(await line.ask('/page')).toMatchObject({ body: '第 3 版' });
    expect(made).toBe(3);
  });

  it('is not made of an answer to somebody with a cookie, nor given to him', async () => {
    await new Line().ask('/page', 'cookie: session=officer');
    await new Line().ask('/page', 'cookie: session=officer');
    await new Line().ask('/page');
    await new Line().ask('/page', 'cookie: session=officer');
    expect(made).toBe(4);
    await new Line().ask('/page');
    expect(made).toBe(4);
  });

  it('gives way on the same connection to everything else', async () => {
    await known();
    const line = new Line();
    await line.ask('/page');
    expect(await line.ask('/other')).toMatchObject({ status: 200, body: '{"other":true}' });
    expect(await line.ask('/page')).toMatchObject({ body: '第 1 版' });
    line.say(
      'POST /posted HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\ncontent-type: application/json\r\n\r\n{}',
    );
    expect((await line.answer()).status).toBeGreaterThanOrEqual(200);
    expect(await line.ask('/nowhere')).toMatchObject({ status: 404 });
  });

  it('loses nothing of what comes in pieces or together', async () => {
    await known();
    const pieces = new Line();
    await pieces.ask('/page');
    pieces.say('GET /page HT');
    await new Promise((resolve) => setTimeout(resolve, 20));
    pieces.say('TP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await pieces.answer()).toMatchObject({ status: 200, body: '第 1 版' });
    const together = new Line();
    const one = 'GET /page HTTP/1.1\r\nhost: localhost\r\n\r\n';
    together.say(`${one}GET /other HTTP/1.1\r\nhost: localhost\r\n\r\n${one}`);
    expect((await together.answer()).body).toBe('第 1 版');
    expect((await together.answer()).body).toBe('{"other":true}');
    expect((await together.answer()).body).toBe('第 1 版');
  });

  it('answers in the order of the questions while it asks whether it still stands', async () => {
    await known();
    isFresh = false;
    const line = new Line();
    const one = 'GET /page HTTP/1.1\r\nhost: localhost\r\n\r\n';
    for (let count = 0; count < 20; count += 1) line.say(one);
    line.say('GET /other HTTP/1.1\r\nhost: localhost\r\n\r\n');
    for (let count = 0; count < 20; count += 1) expect((await line.answer()).body).toBe('第 1 版');
    expect((await line.answer()).body).toBe('{"other":true}');
  });

  it('leaves it to the parser to refuse what is two things at once', async () => {
    await known();
    const line = new Line();
    line.say(
      'GET /page HTTP/1.1\r\nhost: localhost\r\ncontent-length: 5\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
    );
    expect((await line.answer()).status).toBe(400);
    const folded = new Line();
    folded.say('GET /page HTTP/1.1\r\nhost: localhost\r\nx: a\n b\r\n\r\n');
    expect((await folded.answer()).status).toBe(400);
  });

  it('holds up no stop: connections that were answered are closed', async () => {
    await known();
    const line = new Line();
    await line.ask('/page');
    const closed = once(line.socket, 'close');
    await server.app.close();
    await closed;
  });

  it('ends with who hangs up after his question', async () => {
    await known();
    const line = new Line();
    line.socket.end('GET /page HTTP/1.1\r\nhost: localhost\r\n\r\n');
    expect(await line.answer()).toMatchObject({ status: 200 });
    if (!line.socket.destroyed) await once(line.socket, 'close');
  });
});
