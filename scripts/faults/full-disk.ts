import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Office } from './office.ts';
import { command, type Environment, type Program, serve } from './program.ts';
import { inTime, LIMIT_MS, untilReadiness } from './readiness.ts';
import type { Finding } from './report.ts';
import { Writers } from './writers.ts';

export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  free(): void;
  unmount(): void;
}

/** A disk of its own that is soon full; undefined where mounting is not permitted. */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'mingchuang-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  chmodSync(folder, 0o755);
  const ballast = join(folder, 'ballast');
  return {
    folder,
    fill: () => fillWith(ballast, folder),
    free: () => rmSync(ballast, { force: true }),
    unmount: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function fillWith(ballast: string, folder: string): void {
  const file = openSync(ballast, 'w');
  try {
    while (statfsSync(folder).bavail > 0) writeSync(file, Buffer.alloc(65_536, 1));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Fills the disk under a server that is written to. Readiness must turn red, no acknowledged write may be lost, and when there is room
 * again the server, restarted if need be, must work.
 */
export async function fillDisk(
  name: string,
  env: Environment,
  disk: SmallDisk,
  mend: () => Promise<void> = async () => undefined,
): Promise<Finding[]> {
  mkdirSync(env.MINGCHUANG_DATA ?? '', { recursive: true });
  const firstPassword = Office.setUp(env);
  const office = new Office();
  const writers = new Writers(office);
  let program = await serve(env);
  await office.signIn(program.origin, firstPassword);
  await writers.prepare(4);
  writers.start();
  await pause(1_500);
  disk.fill();
  const red = await untilReadiness(program.origin, 503, LIMIT_MS + 1_000);
  await pause(4_000);
  const underFull = { acknowledged: writers.acknowledged, refused: writers.refused };
  disk.free();
  await mend();
  const stopping = writers.stop();
  let green = await untilReadiness(program.origin, 200, 15_000);
  await stopping;
  const restarted = green === undefined;
  if (restarted) {
    program = await restart(program, env);
    office.origin = program.origin;
    green = await untilReadiness(program.origin, 200, 15_000);
  }
  const { lost } = await writers.check();
  writers.start();
  await pause(1_000);
  await writers.stop();
  const goesOn = writers.acknowledged > underFull.acknowledged;
  await program.stop();
  const audit = command(env, 'audit', 'verify');
  return [
    { what: `${name}: readiness turns red`, ...inTime(red) },
    {
      what: `${name}: acknowledged writes lost`,
      result: `${lost} of ${writers.acknowledged} (${underFull.refused} refused)`,
      good: lost === 0,
    },
    {
      what: `${name}: works when there is room again`,
      result: restarted ? 'after a restart' : 'by itself',
      good: green !== undefined && goesOn,
    },
    {
      what: `${name}: audit chain`,
      result: audit.output.trim().split('\n').at(-1)?.slice(0, 60) ?? '',
      good: audit.status === 0,
    },
  ];
}

async function restart(program: Program, env: Environment): Promise<Program> {
  await program.kill();
  return serve(env);
}
