import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect, it } from 'vitest';

const PROGRAM = `
  const { stopOnSignal } = await import(process.argv[1]);
  const finishMs = Number(process.argv[2]);
  setInterval(() => {}, 1000);
  stopOnSignal(async () => {
    process.stdout.write('finishing ');
    await new Promise((done) => setTimeout(done, finishMs));
    process.stdout.write('finished ');
  }, { info() {}, error() {} });
  process.stdout.write('up ');
`;

const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Until the program has written that. */
  readonly says: (word: string) => Promise<void>;
  readonly end: Promise<number>;
}

async function start(finishMs: number): Promise<Started> {
  const script = new URL('./stop.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', PROGRAM, script, String(finishMs)]);
  children.push(child);
  let written = '';
  child.stdout?.on('data', (bytes) => {
    written += bytes;
  });
  const says = async (word: string) => {
    while (!written.includes(word)) await once(child.stdout as NodeJS.ReadableStream, 'data');
  };
  const end = once(child, 'exit').then(([code]) => code);
  await says('up');
  return { child, output: () => written, says, end };
}

it('finishes what is in flight, also when npm repeats the signal', async () => {
  const { child, output, says, end } = await start(600);
  child.kill('SIGINT');
  await says('finishing');
  child.kill('SIGINT');
  expect(await end).toBe(0);
  expect(output()).toBe('up finishing finished ');
});

it('ends at once when told a second time', async () => {
  const { child, output, says, end } = await start(20_000);
  child.kill('SIGTERM');
  await says('finishing');
  await pause(800);
  child.kill('SIGTERM');
  expect(await end).toBe(1);
  expect(output()).toBe('up finishing ');
});
