import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDataFolder } from './embedded-lock.ts';

let folder: string;
const children: ChildProcess[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mingchuang-lock-'));
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(folder, { recursive: true, force: true });
});

const TAKER = `
  const { lockDataFolder } = await import(process.argv[1]);
  process.stdout.write('r');
  await new Promise((go) => process.stdin.once('data', go));
  await lockDataFolder(process.argv[2]).then(
    () => process.stdout.write('W'),
    (error) => process.stdout.write(error.code === 'data-folder-in-use' ? 'L' : 'X'),
  );
  setInterval(() => {}, 1000);
`;

/** Starts takers that all try in the same moment. */
async function race(count: number): Promise<{ child: ChildProcess; outcome: string }[]> {
  const takers = Array.from({ length: count }, () => {
    const script = new URL('./embedded-lock.ts', import.meta.url).href;
    const child = spawn(process.execPath, ['--input-type=module', '-e', TAKER, script, folder], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    children.push(child);
    return child;
  });
  await Promise.all(takers.map((child) => once(child.stdout as NodeJS.ReadableStream, 'data')));
  const outcomes = takers.map(async (child) => {
    const heard = once(child.stdout as NodeJS.ReadableStream, 'data');
    child.stdin?.write('go');
    return { child, outcome: String((await heard)[0]) };
  });
  return Promise.all(outcomes);
}

it('lets exactly one of many win, every time, also right after the winner was killed', async () => {
  for (let round = 0; round < 4; round += 1) {
    const takers = await race(8);
    expect(takers.map(({ outcome }) => outcome).sort()).toEqual(['L', 'L', 'L', 'L', 'L', 'L', 'L', 'W']);
    for (const { child } of takers) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
});

it('names the process that holds the folder', async () => {
  const [holder] = await race(1);
  await expect(lockDataFolder(folder)).rejects.toMatchObject({
    code: 'data-folder-in-use',
    message: expect.stringContaining(`进程号 ${holder?.child.pid}`),
  });
});

it('is not misled by what a dead process left, even when its number lives again', async () => {
  await writeFile(join(folder, 'lock'), '');
  await writeFile(join(folder, 'lock.owner'), String(process.ppid));
  const lock = await lockDataFolder(folder);
  await expect(lockDataFolder(folder)).rejects.toMatchObject({ code: 'data-folder-in-use' });
  await lock.release();
  await (await lockDataFolder(folder)).release();
});
