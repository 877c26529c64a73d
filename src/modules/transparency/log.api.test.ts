import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestServer, type TestServer } from '../../platform/http/server.fixtures.ts';
import { Portal, Site } from '../../portal/index.ts';
import { transparencyMigrations, transparencyModule } from './index.ts';
import { tamper } from './log/log.fixtures.ts';

let server: TestServer;
let log: ReturnType<typeof transparencyModule>;
beforeAll(async () => {
  server = await openTestServer(
    (app, platform) => {
      log = transparencyModule(platform);
      log.routes?.(app);
      const portal = new Portal({
        site: Site.parse({ name: '明湖区政务公开' }),
        clock: platform.clock,
        dataVersion: async () => String(Math.random()),
        parts: [log.portal],
      });
      portal.routes(app);
    },
    { migrations: transparencyMigrations },
  );
});
afterAll(() => server.close());

const STATUS: Record<number, 'withdrawn' | 'removed'> = { 255: 'withdrawn', 257: 'removed' };
const get = (url: string) => server.app.inject(url);

/** The portal asks at most once a second whether anything has changed. */
async function page(): Promise<string> {
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  return (await get('/log')).body;
}

async function append(...leaves: object[]): Promise<void> {
  for (const leaf of leaves) {
    await server.platform.changes.run({ type: 'system' }, (change) =>
      log.service.append(change, Buffer.from(JSON.stringify(leaf))),
    );
  }
  await log.service.sequence();
}

describe('before the first signature', () => {
  it('nothing of the log is there, and the page says so', async () => {
    for (const url of ['/log/checkpoint', '/log/key', '/log/tile/0/000.p/1', '/log/tile/entries/000']) {
      expect((await get(url)).statusCode, url).toBe(404);
    }
    const first = await get('/log');
    expect(first.statusCode).toBe(200);
    expect(first.body).toContain('日志还没有第一次签名');
  });
});

describe('the log', () => {
  beforeAll(async () => {
    await append(
      ...Array.from({ length: 258 }, (_, number) => ({
        schema: 1,
        event: number === 257 ? 'removed' : 'published',
        number,
        ordinal: 1,
        at: '2026-03-02T01:00:00.000Z',
        manifest: [],
      })),
    );
  });

  it('serves its newest checkpoint for seconds only, and its key', async () => {
    const checkpoint = await get('/log/checkpoint');
    expect(checkpoint.headers).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'public, max-age=2',
      'access-control-allow-origin': '*',
    });
    expect(checkpoint.body.split('\n').slice(0, 2)).toEqual(['localhost:8080/log', '258']);
    expect((await get('/log/key')).body).toMatch(/^localhost:8080\/log\+[0-9a-f]{8}\+\S{44}\n$/);
  });

  it.each([
    ['/log/tile/0/000', 8192, 31_536_000],
    ['/log/tile/0/000.p/255', 255 * 32, 86_400],
    ['/log/tile/0/001.p/2', 64, 86_400],
    ['/log/tile/1/000.p/1', 32, 86_400],
  ])('serves %s, to be kept', async (url, length, age) => {
    const tile = await get(url);
    expect([tile.statusCode, tile.rawPayload.length]).toEqual([200, length]);
    expect(tile.headers['content-type']).toBe('application/octet-stream');
    expect(tile.headers['cache-control']).toBe(`public, max-age=${age}, immutable`);
  });

  it.each([
    '/log/tile/0/001',
    '/log/tile/0/001.p/3',
    '/log/tile/0/002.p/1',
    '/log/tile/1/000',
    '/log/tile/0/0',
    '/log/tile/0/000.p/256',
    '/log/tile/64/000',
    '/log/tile/entries/1',
    '/log/tile/',
  ])('has no %s', async (url) => expect((await get(url)).statusCode).toBe(404));

  it('serves entries of a bundle and the program that checks it', async () => {
    expect((await get('/log/tile/entries/001.p/2')).rawPayload.toString()).toContain('"event":"removed"');
    const program = await get('/log/audit.mjs');
    expect(program.headers['content-disposition']).toBe('attachment; filename="log-audit.mjs"');
    expect(program.body).toContain('公开存证日志独立核验程序');
  });

  it('is explained to a citizen: what was done to what, newest first, how to check; commands folded away', async () => {
    log.titles.register(async (numbers) =>
      numbers.map((number) => ({ number, title: `第${number}份通知`, status: STATUS[number] ?? 'public' })),
    );
    const body = await page();
    for (const words of [
      '共 258 条记录',
      '供技术人员核验',
      '它能证明什么',
      '它不能证明什么',
      'node log-audit.mjs http://localhost:8080',
    ]) {
      expect(body).toContain(words);
    }
    expect(body).toContain('<a href="/documents/256">第256份通知</a>');
    expect(body).toContain('<a href="/documents/255">第255份通知</a>（已撤回）');
    expect(body).toContain('第 257 号公开信息（已移除，不再显示名称）');
    expect(body).not.toContain('第257份通知');
    expect(body.indexOf('<details class="log-experts">')).toBeLessThan(body.indexOf('node log-audit.mjs'));
    expect(body).not.toContain('href="/documents/257"');
    expect(body).not.toContain('日志现在有异常');
  });

  it('has pages of older entries', async () => {
    expect(await page()).toContain('href="/log?page=2"');
    const older = (await get('/log?page=13')).body;
    expect(older).toContain('更早的发布和变更');
    expect(older).toContain('<a href="/documents/0">第0份通知</a>');
    expect(older).not.toContain('<a href="/documents/18">');
    expect((await get('/log?page=999')).body).toContain('第0份通知');
    expect((await get('/log?page=x')).body).toContain('最近发布和变更');
  });

  it('shows an entry that it cannot read as such', async () => {
    await append({ schema: 9 });
    expect(await page()).toContain('其他记录');
  });

  it('warns everybody when it has stopped signing, and goes on serving what was signed', async () => {
    await tamper(
      server,
      'update transparency.tile set hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40)) where index = 1',
    );
    await expect(append({ more: true })).rejects.toMatchObject({ code: 'log-forked' });
    expect(await page()).toContain('与已签发的检查点不一致');
    expect((await get('/log/checkpoint')).body).toContain('\n259\n');
    await tamper(
      server,
      'update transparency.tile set hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40)) where index = 1',
    );
    await log.service.sequence();
    expect(await page()).not.toContain('日志现在有异常');
    expect((await get('/log/checkpoint')).body).toContain('\n260\n');
  });

  it('tells the operator of leaves that wait too long', async () => {
    await server.platform.changes.run({ type: 'system' }, (change) => log.service.append(change, Buffer.from('late')));
    expect(await log.service.warnings()).toEqual([]);
    server.platform.clock.set('2026-03-02T09:05:01+08:00');
    expect(await log.service.warnings()).toEqual([expect.stringContaining('超过五分钟')]);
  });
});
