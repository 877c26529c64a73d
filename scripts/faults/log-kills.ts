import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { Frontier } from '../../src/modules/transparency/merkle/frontier.ts';
import { leafHash } from '../../src/modules/transparency/merkle/hash.ts';
import { parseCheckpoint } from '../../src/modules/transparency/note/checkpoint.ts';
import { parseNote } from '../../src/modules/transparency/note/signed-note.ts';
import { command, type Environment } from './program.ts';
import type { Finding } from './report.ts';

const CHILD = join(import.meta.dirname, 'log-child.ts');

/** What was promised to anybody, or could have been: leaves, and trees that bear the log's signature. */
class Promises {
  readonly leaves = new Set<string>();
  /** Root by size; a second root for a size is a fork by itself. */
  readonly roots = new Map<number, Set<string>>();
  inFlight = 0;

  checkpoint(note: string): void {
    const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
    if (!checkpoint) return;
    const roots = this.roots.get(checkpoint.size) ?? new Set();
    this.roots.set(checkpoint.size, roots.add(Buffer.from(checkpoint.root).toString('hex')));
  }
}

/** Kills processes while they sequence the public log, and asks what came of all that was signed and acknowledged. @param atOnce processes that run beside each other */
export async function killWhileSequencing(
  name: string,
  env: Environment,
  kills: number,
  atOnce: number,
): Promise<Finding[]> {
  command(env, 'migrate');
  const promises = new Promises();
  let left = kills;
  const round = async () => {
    while (left > 0) {
      left -= 1;
      await killOne(env, promises);
      if (left % 20 === 0) console.error(`${name}: ${left} kills left, ${promises.leaves.size} leaves acknowledged`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, round));
  return check(name, env, kills, promises);
}

async function killOne(env: Environment, promises: Promises): Promise<void> {
  const child = spawn(process.execPath, [CHILD], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  let isSequencing = false;
  let rounds = 0;
  const lines = createInterface({ input: child.stdout });
  const heard = once(lines, 'close');
  lines.on('line', (line) => {
    const [word, what = ''] = line.split(' ');
    if (word === 'kept') promises.leaves.add(what);
    if (word === 'begin' || word === 'end') isSequencing = word === 'begin';
    if (word !== 'end') return;
    rounds += 1;
    promises.checkpoint(Buffer.from(what, 'base64').toString());
  });
  while (rounds < 1 && child.exitCode === null) await pause(2);
  await pause(Math.random() * 120);
  child.kill('SIGKILL');
  await gone;
  await heard;
  if (isSequencing) promises.inFlight += 1;
  // Signed and on the disk, whether or not anybody was told.
  promises.checkpoint(readFileSync(join(env.MINGCHUANG_DATA ?? '', 'transparency', 'log.checkpoint'), 'utf8'));
}

function check(name: string, env: Environment, kills: number, promises: Promises): Finding[] {
  const entries = finish(env);
  const frontier = new Frontier();
  const rootOf = new Map([[0, Buffer.from(frontier.root()).toString('hex')]]);
  const placed = new Set<string>();
  for (const entry of entries) {
    const hash = leafHash(entry);
    placed.add(Buffer.from(hash).toString('hex'));
    frontier.push(hash);
    rootOf.set(frontier.size, Buffer.from(frontier.root()).toString('hex'));
  }
  const forks = [...promises.roots].filter(([size, roots]) => [...roots].some((root) => root !== rootOf.get(size)));
  const lost = [...promises.leaves].filter((id) => !placed.has(id));
  const verify = command(env, 'log', 'verify');
  return [
    {
      what: `${name}: kills while the log was sequenced`,
      result: `${promises.inFlight} of ${kills}`,
      good: promises.inFlight >= kills * 0.8,
    },
    {
      what: `${name}: signed trees that the log does not begin with`,
      result: `${forks.length} of ${promises.roots.size}`,
      good: forks.length === 0 && promises.roots.size > 0,
    },
    {
      what: `${name}: acknowledged leaves lost, or in two places`,
      result: `${lost.length}, ${entries.length - placed.size} of ${promises.leaves.size}`,
      good: lost.length === 0 && placed.size === entries.length && promises.leaves.size > 0,
    },
    {
      what: `${name}: log verify`,
      result: verify.output.trim().split('\n').at(-1)?.slice(0, 60) ?? '',
      good: verify.status === 0,
    },
  ];
}

/** Places what still waits, as the next start would. @returns all entries of the log in their order */
function finish(env: Environment): Buffer[] {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CHILD, 'finish'], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`the log could not be sequenced after the kills: ${stderr}`);
  return stdout.split('\n').flatMap((line) => (line.startsWith('entry ') ? Buffer.from(line.slice(6), 'base64') : []));
}
