/** Attempts in a row that one place may make at one account. */
export const MOST_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;
export const LONGEST_LOCK_MS = 24 * 3_600_000;
/** Attempts at one account from all unknown places together, from which on each of them is trusted less. */
export const PRESSED_FROM = 20;
/** After so long a silence everything is forgotten. */
export const QUIET_MS = 24 * 3_600_000;

/** Attempts at one account from one place; with an empty place, from all unknown places together. */
export interface Throttle {
  /** Since the last lock or the last long pause; attempts that are being tried count too. */
  readonly failures: number;
  /** How often this place has been locked. */
  readonly rounds: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

/** How hard an account is being tried from many places: 0 not, then one more for each doubling. */
export function pressureOf(everywhere: Throttle | undefined, now: Date): number {
  if (!everywhere || isForgotten(everywhere, now) || everywhere.failures < PRESSED_FROM) return 0;
  return 1 + Math.floor(Math.log2(everywhere.failures / PRESSED_FROM));
}

/**
 * Counts one attempt before the password is even looked at, so that attempts sent at once are all counted. A place may try five times, one
 * time while the account is under pressure; then this place alone is refused for a quarter of an hour, twice as long each further time and
 * for each step of pressure, at most a day. A place that has not tried yet is always heard once: nobody can shut the owner out from afar.
 * @returns what to store, and until when this attempt is refused, null when it may go on
 */
export function countAttempt(
  before: Throttle | undefined,
  now: Date,
  pressure = 0,
): { readonly next: Throttle; readonly refusedUntil: Date | null } {
  if (before?.lockedUntil && before.lockedUntil > now) return { next: before, refusedUntil: before.lockedUntil };
  const known = before && !isForgotten(before, now) ? before : undefined;
  const pause = known ? now.getTime() - known.lastAt.getTime() : 0;
  const isNewRound = !known || known.lockedUntil !== null || pause > lockMs(1, pressure);
  const failures = (isNewRound ? 0 : known.failures) + 1;
  const rounds = known?.rounds ?? 0;
  if (failures <= (pressure > 0 ? 1 : MOST_FAILURES)) {
    return { next: { failures, rounds, lastAt: now, lockedUntil: null }, refusedUntil: null };
  }
  const lockedUntil = new Date(now.getTime() + lockMs(rounds + 1, pressure));
  return { next: { failures, rounds: rounds + 1, lastAt: now, lockedUntil }, refusedUntil: lockedUntil };
}

/** One more attempt from an unknown place that was heard. */
export function countEverywhere(before: Throttle | undefined, now: Date): Throttle {
  const failures = before && !isForgotten(before, now) ? before.failures : 0;
  return { failures: failures + 1, rounds: 0, lastAt: now, lockedUntil: null };
}

function isForgotten({ lastAt, lockedUntil }: Throttle, now: Date): boolean {
  return now.getTime() - (lockedUntil ?? lastAt).getTime() > QUIET_MS;
}

function lockMs(round: number, pressure: number): number {
  return Math.min(LONGEST_LOCK_MS, LOCK_MS * 2 ** (round - 1 + pressure));
}
