/** Wrong tries that cost nothing: people mistype. */
const FREE_AT_ONE_NUMBER = 5;
const FREE_IN_ALL = 15;
/** Wrong tries at one number from everywhere, from which on each place that was wrong there may be wrong no more. */
export const PRESSED_FROM = 30;
const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;
/** After so long without a wrong try all is forgotten. */
export const QUIET_MS = 24 * 3_600_000;

/** Wrong tries counted under one key: a connection, a connection at one number, or a number. */
export interface Tries {
  readonly failures: number;
  readonly lastAt: Date;
}

/**
 * Until when this try has to wait, by what came before; null: now. The wait doubles with each further wrong try. Only places that were
 * wrong themselves ever wait, so nobody can shut the owner out from afar.
 */
export function waitUntil(
  before: {
    readonly connection: Tries | undefined;
    readonly connectionAtNumber: Tries | undefined;
    readonly number: Tries | undefined;
  },
  now: Date,
): Date | null {
  const isPressed = remembered(before.number, now) >= PRESSED_FROM;
  const waits = [
    endOf(before.connection, FREE_IN_ALL, now),
    endOf(before.connectionAtNumber, isPressed ? 0 : FREE_AT_ONE_NUMBER, now),
  ].filter((end) => end !== null && end > now);
  return waits.sort((a, b) => Number(a) - Number(b)).at(-1) ?? null;
}

/** One more wrong try. */
export function counted(before: Tries | undefined, now: Date): Tries {
  return { failures: remembered(before, now) + 1, lastAt: now };
}

function endOf(tries: Tries | undefined, free: number, now: Date): Date | null {
  const over = remembered(tries, now) - free;
  if (!tries || over < 0 || tries.failures === 0) return null;
  return new Date(tries.lastAt.getTime() + Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** over));
}

function remembered(tries: Tries | undefined, now: Date): number {
  return tries && now.getTime() - tries.lastAt.getTime() < QUIET_MS ? tries.failures : 0;
}
