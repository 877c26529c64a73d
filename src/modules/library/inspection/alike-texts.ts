import { likeness } from './text-print.ts';

export interface AlikeTexts {
  /** The one published first. */
  readonly first: number;
  readonly second: number;
  /** 1: the same, letter for letter. */
  readonly share: number;
}

/** Less is a common form with other content, for example the yearly notice of the same matter. */
const ALIKE = 0.85;

/**
 * Each text beside the earliest one that it repeats, once.
 * @param same groups of numbers with the same text, ascending
 * @param near groups of numbers that may be alike, ascending
 */
export function alikeTexts(
  same: readonly (readonly number[])[],
  near: readonly (readonly number[])[],
  prints: ReadonlyMap<number, { readonly hash: string; readonly signature: readonly number[] }>,
): AlikeTexts[] {
  const found = new Map<number, AlikeTexts>();
  for (const [first, ...others] of same) {
    for (const second of others) if (first !== undefined) found.set(second, { first, second, share: 1 });
  }
  for (const group of near) {
    for (const [at, second] of group.entries()) {
      if (found.has(second)) continue;
      for (const first of group.slice(0, at)) {
        const share = shareOf(prints.get(first), prints.get(second));
        if (share < ALIKE || found.has(second)) continue;
        found.set(second, { first, second, share });
      }
    }
  }
  return [...found.values()].sort((a, b) => b.share - a.share || a.second - b.second);
}

type Print = { readonly hash: string; readonly signature: readonly number[] } | undefined;

/** Nearly the same only: what is the same stands in a group of its own. */
function shareOf(a: Print, b: Print): number {
  if (!a || !b || a.hash === b.hash) return 0;
  return Math.min(likeness(a.signature, b.signature), 0.99);
}
