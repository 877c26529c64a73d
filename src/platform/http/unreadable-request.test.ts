import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestServer, type TestServer } from './server.fixtures.ts';

let server: TestServer;
beforeAll(async () => {
  server = await openTestServer((app) => {
    app.get('/', { config: { access: { kind: 'portal', action: 'read' } } }, async () => 'here');
  });
  await server.app.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

/** All that comes back until the server hangs up. */
async function said(bytes: string | Buffer): Promise<string> {
  const { port } = server.app.server.address() as AddressInfo;
  const socket = connect({ port, host: '127.0.0.1' });
  let heard = '';
  socket.setEncoding('utf8').on('data', (piece: string) => {
    heard += piece;
  });
  socket.write(bytes);
  // A sender may find the line closed while he still sends; by then he has the answer.
  await once(socket, 'close').catch(() => undefined);
  return heard;
}

const HOST = 'host: localhost\r\n';

it.each([
  ['a long address', `GET /?q=${'x'.repeat(20_000)} HTTP/1.1\r\n${HOST}\r\n`, 431, '网址或请求头过长'],
  ['a very long address', `GET /?q=${'x'.repeat(2_000_000)} HTTP/1.1\r\n${HOST}\r\n`, 431, '网址或请求头过长'],
  ['a long header', `GET / HTTP/1.1\r\n${HOST}cookie: ${'x'.repeat(20_000)}\r\n\r\n`, 431, '网址或请求头过长'],
  ['many headers', `GET / HTTP/1.1\r\n${HOST}${'a: b\r\n'.repeat(5000)}\r\n`, 431, '网址或请求头过长'],
  ['no request line', 'hello\r\n\r\n', 400, '请求的格式不正确'],
  ['an unknown method', `GRAB / HTTP/1.1\r\n${HOST}\r\n`, 400, '请求的格式不正确'],
  ['a line without version', `GET / there\r\n${HOST}\r\n`, 400, '请求的格式不正确'],
  ['raw bytes', Buffer.from([0x16, 0x03, 0x01, 0x02, 0, 1, 0, 0xff, 0xfe]), 400, '请求的格式不正确'],
  ['raw bytes in the address', `GET /\u0000 HTTP/1.1\r\n${HOST}\r\n`, 400, '请求的格式不正确'],
  [
    'two lengths',
    `POST / HTTP/1.1\r\n${HOST}content-length: 1\r\ncontent-length: 2\r\n\r\nab`,
    400,
    '请求的格式不正确',
  ],
])('answers %s in Chinese and closes', async (_, bytes, status, words) => {
  const [head = '', body = ''] = (await said(bytes)).split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  expect(head).toContain('content-type: text/plain; charset=utf-8');
  expect(body).toContain(words);
  expect(body).not.toMatch(/client|error|request|[{<]/i);
});

it('answers what came before it on the same connection, and goes on for others', async () => {
  const heard = await said(`GET / HTTP/1.1\r\n${HOST}\r\nnonsense\r\n\r\n`);
  expect(heard.match(/^HTTP\/1\.1 \d+/gm)).toBeTruthy();
  const { port } = server.app.server.address() as AddressInfo;
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('here');
});
