const FIRST_MS = 5_000;
const LONGEST_MS = 3_600_000;

/** How long to wait after so many attempts that came to nothing: doubled each time, an hour at most. @param failures from 1 */
export function waitAfter(failures: number): number {
  return Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures - 1, 20));
}
