import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { type Environment, serve } from './program.ts';
import { inTime, LIMIT_MS, untilReadiness } from './readiness.ts';
import type { Finding } from './report.ts';

/** Stops every process of the database with SIGSTOP: connections stay open and nothing answers any more. */
export async function freezeDatabase(env: Environment, postmaster: number): Promise<Finding[]> {
  const program = await serve(env);
  const frozen = [postmaster, ...childrenOf(postmaster)];
  try {
    await pause(500);
    for (const pid of frozen) process.kill(pid, 'SIGSTOP');
    const red = await untilReadiness(program.origin, 503, LIMIT_MS + 1_000);
    const alive = (await fetch(`${program.origin}/healthz`)).status;
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
    const green = await untilReadiness(program.origin, 200, 10_000);
    return [
      { what: 'frozen PostgreSQL: readiness turns red', ...inTime(red) },
      { what: 'frozen PostgreSQL: the process still says it lives', result: String(alive), good: alive === 200 },
      {
        what: 'frozen PostgreSQL: green again when it goes on',
        result: `after ${green} ms`,
        good: green !== undefined,
      },
    ];
  } finally {
    for (const pid of frozen) process.kill(pid, 'SIGCONT');
    await program.stop();
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[1] === String(parent);
      } catch {
        return false;
      }
    });
}
