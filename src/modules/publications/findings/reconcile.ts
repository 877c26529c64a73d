import type { FindingState } from '../publication-words.ts';
import type { PlacedFinding } from './search-content.ts';

export interface KnownFinding {
  readonly id: string;
  readonly key: string;
  readonly state: FindingState;
  readonly reason: string | null;
  readonly start_at: number;
  readonly end_at: number;
}

export interface Reconciled {
  readonly added: readonly PlacedFinding[];
  /** Stands at other offsets now, or has come back. */
  readonly moved: readonly {
    readonly id: string;
    readonly start: number;
    readonly end: number;
    readonly state: FindingState;
  }[];
  readonly gone: readonly string[];
}

/**
 * What the search says now against what was known: a decision with its reason stays with the words it was made about, however the text
 * around them changes; other words are another finding.
 */
export function reconcile(known: readonly KnownFinding[], found: readonly PlacedFinding[]): Reconciled {
  const byKey = new Map(known.map((one) => [one.key, one]));
  const now = new Set(found.map((one) => one.key));
  const moved = found.flatMap((one) => {
    const old = byKey.get(one.key);
    if (!old) return [];
    const isBack = old.state === 'gone' || old.state === 'masked';
    if (!isBack && old.start_at === one.start && old.end_at === one.end) return [];
    const state: FindingState = isBack ? (old.reason === null ? 'open' : 'overridden') : old.state;
    return [{ id: old.id, start: one.start, end: one.end, state }];
  });
  return {
    added: found.filter((one) => !byKey.has(one.key)),
    moved,
    gone: known
      .filter((one) => !now.has(one.key) && (one.state === 'open' || one.state === 'overridden'))
      .map((one) => one.id),
  };
}
