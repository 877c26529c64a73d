import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { checkAddress } from './address-check.ts';

let server: Server;
let port: number;
const asked: string[] = [];
const LOCAL = { allowed: ['127.0.0.0/8', '::1/128'], timeoutMs: 2_000 };

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '');
    const [, code, to] = /^\/(\d+)(?:\?(.*))?$/.exec(request.url ?? '') ?? [];
    if (code === '0') return;
    response.writeHead(Number(code ?? 200), to ? { location: decodeURIComponent(to) } : {});
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const at = (path: string, host = '127.0.0.1') => `http://${host}:${port}${path}`;
const redirect = (to: string) => at(`/302?${encodeURIComponent(to)}`);

it('tells what can be opened from what cannot', async () => {
  expect(await checkAddress(at('/200'), LOCAL)).toMatchObject({ state: 'reachable' });
  expect(await checkAddress(at('/404'), LOCAL)).toEqual({ state: 'unreachable', note: '网站返回错误（404）' });
  expect(await checkAddress(redirect('/200'), LOCAL)).toMatchObject({ state: 'reachable' });
});

it('never asks an inner address, by number or by name', async () => {
  asked.length = 0;
  for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]', '0x7f000001', '2130706433', '127.1']) {
    expect(await checkAddress(at('/200', host), { allowed: [] }), host).toMatchObject({ state: 'refused' });
  }
  expect(asked).toEqual([]);
});

it('judges every hop of a redirect anew', async () => {
  const onlyFirst = { allowed: ['127.0.0.1/32'], timeoutMs: 2_000 };
  expect(await checkAddress(redirect(`http://127.0.0.2:${port}/200`), onlyFirst)).toMatchObject({ state: 'refused' });
  expect(await checkAddress(redirect('http://169.254.169.254/latest/meta-data'), onlyFirst)).toMatchObject({
    state: 'refused',
  });
  expect(await checkAddress(redirect('file:///etc/passwd'), onlyFirst)).toMatchObject({ state: 'refused' });
});

it('gives up on loops, silence and nonsense', async () => {
  expect(await checkAddress(redirect(at('/302?' + encodeURIComponent('/302?/x'))), LOCAL)).toMatchObject({
    state: expect.any(String),
  });
  expect((await checkAddress(at('/0'), { ...LOCAL, timeoutMs: 300 })).note).toBe('访问超时');
  expect(await checkAddress('http://user:pass@example.com/', LOCAL)).toMatchObject({ state: 'refused' });
  expect(await checkAddress('http://', LOCAL)).toMatchObject({ state: 'refused' });
});
