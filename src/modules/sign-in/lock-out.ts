export const MOST_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

export interface Throttle {
  readonly failures: number;
  readonly firstAt: Date;
  readonly lockedUntil: Date | null;
}

/**
 * Counts one attempt before the password is even looked at, so that attempts sent at once are all counted. Five within a quarter of an hour
 * are tried, the sixth and everything after it is refused for a quarter of an hour.
 * @returns what to store, and whether this attempt may go on
 */
export function countAttempt(
  before: Throttle | undefined,
  now: Date,
): { readonly next: Throttle; readonly allowed: boolean } {
  if (before?.lockedUntil && before.lockedUntil > now) return { next: before, allowed: false };
  const isFresh = !before || before.lockedUntil !== null || now.getTime() - before.firstAt.getTime() > LOCK_MS;
  const counted = isFresh ? { failures: 1, firstAt: now } : { failures: before.failures + 1, firstAt: before.firstAt };
  const allowed = counted.failures <= MOST_FAILURES;
  return { next: { ...counted, lockedUntil: allowed ? null : new Date(now.getTime() + LOCK_MS) }, allowed };
}
