/** Submissions of one hour and one day beyond which somebody looks at a letter before it goes its way. Nobody is refused. */
export const QUOTAS = { browser: { hour: 5, day: 20 }, connection: { hour: 30, day: 150 } } as const;
/** The same words within this time are one matter. */
export const REPEATED_MS = 3_600_000;

export interface Submissions {
  readonly hour: number;
  readonly day: number;
}

/**
 * Whether a submission waits for somebody to look at it first. A house or an office shares one connection, so a connection may send more
 * than a browser; whoever takes no cookie is measured by the connection alone.
 * @param before what came from there until now
 */
export function needsCheck(before: {
  readonly connection: Submissions;
  readonly browser: Submissions | null;
  readonly isHoneypotFilled: boolean;
}): boolean {
  const isOver = (count: Submissions, quota: Submissions) => count.hour >= quota.hour || count.day >= quota.day;
  return (
    before.isHoneypotFilled ||
    isOver(before.connection, QUOTAS.connection) ||
    (before.browser !== null && isOver(before.browser, QUOTAS.browser))
  );
}

/** Words as they are compared: white space, width and case of letters, and stops do not make another matter. */
export function comparedText(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}\p{Cf}]/gu, '');
}
