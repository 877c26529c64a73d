import { setTimeout as pause } from 'node:timers/promises';

export const LIMIT_MS = 5_000;

/** @returns milliseconds until /readyz answered as wanted, undefined when it did not within `limitMs` */
export async function untilReadiness(origin: string, wanted: 200 | 503, limitMs: number): Promise<number | undefined> {
  const started = performance.now();
  while (performance.now() - started < limitMs) {
    const answer = await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(limitMs) }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.status === wanted) return Math.round(performance.now() - started);
    await pause(100);
  }
  return undefined;
}

export function inTime(milliseconds: number | undefined): { result: string; good: boolean } {
  return milliseconds === undefined
    ? { result: 'not in time', good: false }
    : { result: `after ${milliseconds} ms`, good: milliseconds <= LIMIT_MS };
}
