import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabases } from './database.fixtures.ts';
import { openPostgres } from './postgres.ts';
import { ReadinessProbe } from './readiness.ts';

/** Operators see red within 5 s, of which the probe takes 3; a busy machine's own slowness is not the probe's. */
const SEEN_MS = 15_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-ready-'));
  await writeFile(join(folder, 'file'), '');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describeDatabases([], (database) => {
  it('is green, also while every connection is held by somebody', async () => {
    expect(await new ReadinessProbe(database(), folder).ask()).toEqual({ ready: true, reasons: [] });
    const held = await Promise.all(
      Array.from({ length: database().pool.options.max }, () => database().pool.connect()),
    );
    expect(await new ReadinessProbe(database(), folder).ask()).toEqual({ ready: true, reasons: [] });
    for (const client of held) client.release();
  });

  it('is red when the data folder cannot be written', async () => {
    expect(await new ReadinessProbe(database(), join(folder, 'file', 'data')).ask()).toEqual({
      ready: false,
      reasons: ['数据目录无法写入或空间不足，请清理磁盘空间。'],
    });
  });

  it('turns red in time when the database has gone', async () => {
    const started = performance.now();
    const gone = { ...database(), answers: () => new Promise<void>(() => undefined) };
    expect((await new ReadinessProbe(gone, folder).ask()).reasons).toEqual(['数据库没有响应，请检查数据库服务。']);
    expect(performance.now() - started).toBeLessThan(SEEN_MS);
  });
});

describe.skipIf(!process.env.MINGCHUANG_TEST_POSTGRES)('PostgreSQL behind a line that goes dead', () => {
  let line: Server;
  const sockets = new Set<Socket>();
  let dead = false;

  beforeAll(async () => {
    const server = new URL(process.env.MINGCHUANG_TEST_POSTGRES ?? '');
    line = createServer((near) => {
      const far = connect(Number(server.port || 5432), server.hostname);
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        sockets.add(from);
        from.on('error', () => undefined);
        from.on('data', (bytes) => {
          if (!dead) to.write(bytes);
        });
      }
    }).listen(0, '127.0.0.1');
    await once(line, 'listening');
  });
  afterAll(() => {
    for (const socket of sockets) socket.destroy();
    line.close();
  });

  it('turns red in time, and green again when the line is back', async () => {
    const url = new URL(process.env.MINGCHUANG_TEST_POSTGRES ?? '');
    url.hostname = '127.0.0.1';
    url.port = String((line.address() as { port: number }).port);
    const database = openPostgres(url.href);
    expect((await new ReadinessProbe(database, folder).ask()).ready).toBe(true);
    dead = true;
    for (let asked = 0; asked < 2; asked += 1) {
      const started = performance.now();
      expect((await new ReadinessProbe(database, folder).ask()).ready).toBe(false);
      expect(performance.now() - started).toBeLessThan(SEEN_MS);
    }
    dead = false;
    expect((await new ReadinessProbe(database, folder).ask()).ready).toBe(true);
    await database.close();
  });
});
