// Run by log-kills.ts: appends to the public log and sequences it for ever, and says on standard output what it has been promised. With
// `finish` it sequences what is left and says all entries.
import { writeSync } from 'node:fs';
import { join } from 'node:path';

const dist = join(import.meta.dirname, '..', '..', 'dist', 'src');
const load = async <T>(path: string): Promise<T> => (await import(join(dist, path))) as T;

const { systemClock } = await load<typeof import('../../src/kernel/clock.ts')>('kernel/clock.js');
const { readConfig } = await load<typeof import('../../src/platform/config.ts')>('platform/config.js');
const { createLog } = await load<typeof import('../../src/platform/log/log.ts')>('platform/log/log.js');
const { openPlatform } = await load<typeof import('../../src/platform/open-platform.ts')>('platform/open-platform.js');
const { composeModules } = await load<typeof import('../../src/app.ts')>('app.js');

const platform = await openPlatform(readConfig(process.env), systemClock, createLog('silent'));
const { service } = composeModules(platform).transparency;
/** Survives the kill that comes right after it: the pipe has it when the call returns. */
const say = (word: string, what = '') => writeSync(1, `${word} ${what}\n`);

if (process.argv[2] === 'finish') await finish();
else await Promise.all([append(), sequence()]);

async function append(): Promise<void> {
  for (let at = 0; ; at += 1) {
    const leaves = Array.from({ length: 1 + (at % 3) }, (_, n) => Buffer.from(`${process.pid} ${at} ${n}`));
    const ids = await platform.changes.run({ type: 'system' }, async (change) => {
      const given: string[] = [];
      for (const leaf of leaves) given.push((await service.append(change, leaf)).leafId);
      return given;
    });
    for (const id of ids) say('kept', id);
  }
}

async function sequence(): Promise<void> {
  for (;;) {
    say('begin');
    await service.sequence();
    say('end', Buffer.from((await service.checkpoint()) ?? '').toString('base64'));
  }
}

async function finish(): Promise<void> {
  await service.sequence();
  const { size } = await service.state();
  const entries = (await service.newest(size)).toReversed();
  // Longer than a pipe holds, so it must wait for its reader.
  process.stdout.write(entries.map(({ entry }) => `entry ${Buffer.from(entry).toString('base64')}\n`).join(''));
  await platform.close();
}
