import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type IsolatedInput, type IsolationBreach, runIsolated } from './isolated-process.ts';

const TASK = new URL('./misbehaviour.fixtures.ts', import.meta.url);
const LIMITS = { processorMs: 8000, milliseconds: 40_000, megabytes: 256, outputBytes: 10_000_000 };
const ask = (deed: string, more: object = {}, inputs: readonly IsolatedInput[] = [], limits = LIMITS) =>
  runIsolated(TASK, { deed, ...more }, inputs, limits);

/** Linux tells who started whom. */
function childOf(pid: number): number | undefined {
  try {
    const [first] = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ');
    return first ? Number(first) : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

let server: Server;
let visits = 0;
let folder: string;
const port = () => (server.address() as AddressInfo).port;

beforeAll(async () => {
  process.env.MINGCHUANG_CANARY = 'secret';
  folder = mkdtempSync(join(tmpdir(), 'mingchuang-isolated-'));
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  server = createServer((_, response) => {
    visits += 1;
    response.end();
  });
  server.on('connection', () => {
    visits += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  delete process.env.MINGCHUANG_CANARY;
  rmSync(folder, { recursive: true });
  server.close();
});

it('hands bytes over and back unchanged, from memory and from a stream', async () => {
  const piece = Uint8Array.from({ length: 300_000 }, (_, index) => index % 251);
  const stream = { size: 600_000, stream: Readable.from([Buffer.from(piece), Buffer.from(piece)]) };
  const { value, bytes } = await ask('echo', {}, [piece, stream, new Uint8Array()]);
  expect(value).toEqual([300_000, 600_000, 0]);
  expect(Buffer.from(bytes[0] ?? []).equals(piece)).toBe(true);
  expect(Buffer.from(bytes[1] ?? []).equals(Buffer.concat([piece, piece]))).toBe(true);
});

it('hands on what the task refuses, and calls a defect a crash', async () => {
  await expect(ask('refuse')).rejects.toMatchObject({
    code: 'refused',
    status: 422,
    message: '这个文件不行，请换一个。',
    reasons: [{ field: 'file', message: '坏的' }],
  });
  const crash = (await ask('throw').catch((error) => error)) as IsolationBreach;
  expect(crash.kind).toBe('crash');
  expect(crash.message).toContain('a defect');
  await expect(ask('exit')).rejects.toMatchObject({ kind: 'crash' });
});

describe('kills what goes past its limits', () => {
  it.each([
    ['loop', 'time'],
    ['wait', 'time'],
    ['heap', 'memory'],
    ['buffers', 'memory'],
    ['chatter', 'output'],
  ])('%s', async (deed, kind) => {
    const time = deed === 'wait' ? { milliseconds: 1500 } : { processorMs: 1500 };
    const limits = kind === 'time' ? { ...LIMITS, ...time } : LIMITS;
    const began = performance.now();
    await expect(ask(deed, {}, [], limits)).rejects.toMatchObject({ kind });
    expect(performance.now() - began).toBeLessThan(LIMITS.milliseconds);
  });
});

it('does not wait for one whose answer it will not read', async () => {
  const limits = { ...LIMITS, megabytes: 1024, outputBytes: 200_000_000 };
  await expect(ask('header', {}, [], limits)).rejects.toMatchObject({ kind: 'output' });
}, 60_000);

describe('lets nothing out and nothing in', () => {
  it('knows no environment and keeps chatter out of the answer', async () => {
    // PWD and the like are the shell's own and tell nothing.
    expect(
      ((await ask('environment')).value as string[]).filter((name) => !/^(?:PWD|OLDPWD|SHLVL|_)$/.test(name)),
    ).toEqual(['TZ']);
    expect((await ask('noise')).value).toBe('quiet');
  });

  it('reads, writes and starts nothing, and makes no code out of text', async () => {
    const denied = { refused: 'ERR_ACCESS_DENIED' };
    expect((await ask('read', { path: join(folder, 'secret.txt') })).value).toEqual(denied);
    expect((await ask('read', { path: '/etc/passwd' })).value).toEqual(denied);
    expect((await ask('write', { path: join(folder, 'new.txt') })).value).toEqual(denied);
    expect((await ask('spawn')).value).toEqual(denied);
    expect((await ask('evaluate')).value).toEqual({ refused: expect.stringContaining('Code generation') });
  });

  it('reaches no network', async () => {
    for (const deed of ['connect', 'request', 'fetch']) {
      expect((await ask(deed, { port: port() })).value).toEqual({ refused: expect.stringContaining('no network') });
    }
    expect(visits).toBe(0);
  });
});

it.skipIf(process.platform !== 'linux')(
  'ends by itself when the server that started it is killed',
  async () => {
    const starter = `import { runIsolated } from ${JSON.stringify(new URL('./isolated-process.ts', import.meta.url).href)};
    await runIsolated(new URL(${JSON.stringify(TASK.href)}), { deed: 'loop' }, [], { processorMs: 1000, milliseconds: 60000, megabytes: 256, outputBytes: 100 });`;
    const server = spawn(process.execPath, ['--no-warnings', '--input-type=module', '-e', starter], {
      stdio: 'ignore',
    });
    let child: number | undefined;
    while (child === undefined) {
      await sleep(100);
      child = childOf(server.pid ?? 0);
    }
    await sleep(1500);
    server.kill('SIGKILL');
    const began = performance.now();
    while (isRunning(child) && performance.now() - began < 170_000) await sleep(200);
    expect(isRunning(child)).toBe(false);
  },
  200_000,
);

it('lets two run at once and the others wait their turn', async () => {
  const began = performance.now();
  const limits = { ...LIMITS, milliseconds: 1000 };
  const kinds = await Promise.all([1, 2, 3].map(() => ask('wait', {}, [], limits).catch((error) => error.kind)));
  expect(kinds).toEqual(['time', 'time', 'time']);
  expect(performance.now() - began).toBeGreaterThan(1900);
});
