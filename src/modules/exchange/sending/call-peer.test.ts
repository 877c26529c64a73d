import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLOSED_ADDRESS, callPeer, type PeerCall } from './call-peer.ts';

let server: Server;
let port: number;
const seen: { method: string | undefined; headers: IncomingMessage['headers']; bytes: number }[] = [];
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/away') return response.writeHead(302, { location: '/elsewhere' }).end();
    if (request.url === '/silent') return;
    void buffer(request).then(({ length }) => {
      seen.push({ method: request.method, headers: request.headers, bytes: length });
      response.end('好');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const call = (path: string, more: Partial<PeerCall> = {}) =>
  callPeer({
    url: `http://localhost:${port}${path}`,
    method: 'GET',
    headers: {},
    signal: AbortSignal.timeout(60_000),
    allowed: [],
    ...more,
  });

it('sends what it is given, and streams files of any size', async () => {
  expect(await text(await call('/'))).toBe('好');
  const bytes = Buffer.alloc(5_000_000, 7);
  for (const body of [bytes, Readable.from([bytes])])
    expect((await call('/', { method: 'PUT', body })).statusCode).toBe(200);
  expect(seen.map(({ method, bytes: length }) => [method, length])).toEqual([
    ['GET', 0],
    ['PUT', 5_000_000],
    ['PUT', 5_000_000],
  ]);
});

it('follows no redirect', async () => {
  const before = seen.length;
  const answer = await call('/away');
  expect(answer.statusCode).toBe(302);
  answer.resume();
  expect(seen).toHaveLength(before);
});

it('calls no closed address, and leaves no file open', async () => {
  const body = Readable.from([Buffer.from('x')]);
  const closed = call('/', { url: 'http://169.254.169.254/', method: 'PUT', body });
  await expect(closed).rejects.toMatchObject({ code: CLOSED_ADDRESS });
  expect(body.destroyed).toBe(true);
  await expect(call('/', { url: `http://0.0.0.0:${port}/` })).rejects.toMatchObject({ code: CLOSED_ADDRESS });
});

it('gives up when told to, and says so', async () => {
  const control = new AbortController();
  const answer = call('/silent', { signal: control.signal });
  control.abort();
  await expect(answer).rejects.toMatchObject({ code: 'ABORT_ERR' });
  await expect(call('/', { url: 'http://127.0.0.1:1/' })).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});
