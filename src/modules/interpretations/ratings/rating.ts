import { createHmac } from 'node:crypto';
import type { LocalDate } from '../../../kernel/local-date.ts';

/** 1 没看懂 to 5 一看就懂. */
export const RATING_WORDS = ['没看懂', '不太懂', '大体明白', '看懂了', '一看就懂'] as const;

export interface RatingFigures {
  /** How often each was given, from 1 to 5. */
  readonly counts: readonly number[];
  readonly total: number;
  /** Null before the first. */
  readonly mean: number | null;
}

export function ratingFigures(given: readonly { readonly stars: number; readonly times: number }[]): RatingFigures {
  const counts = RATING_WORDS.map((_, index) => given.find((one) => one.stars === index + 1)?.times ?? 0);
  const total = counts.reduce((sum, times) => sum + times, 0);
  const points = counts.reduce((sum, times, index) => sum + times * (index + 1), 0);
  return { counts, total, mean: total === 0 ? null : points / total };
}

/**
 * Tells one reader's second rating of a day from another reader's first, without keeping who it was: the key cannot be turned back, and
 * changes with the day and the interpretation.
 */
export function raterKey(secret: Uint8Array, number: number, day: LocalDate, connection: string): string {
  return createHmac('sha256', secret).update(`${number}|${day}|${connection}`).digest('base64url').slice(0, 22);
}
