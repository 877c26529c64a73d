import type { HotSpot } from '../../disclosure-requests.contract.ts';

export interface SpotSum {
  readonly key: string;
  readonly label: string;
  readonly requests: number;
  readonly refused: number;
  readonly supplied: number;
  /** Of the list behind it. */
  readonly query: Readonly<Record<string, string>>;
}

export const UNSORTED = '未归入领域';

/** Figures of the same field of business, or of the same unit, joined; most first. */
export function spotSums(spots: readonly HotSpot[], by: 'topic' | 'unit'): SpotSum[] {
  const sums = new Map<string, SpotSum>();
  for (const spot of spots) {
    const { key, label, query } = by === 'topic' ? topicOf(spot) : unitOf(spot);
    const sum = sums.get(key) ?? { key, label, query, requests: 0, refused: 0, supplied: 0 };
    sums.set(key, {
      ...sum,
      requests: sum.requests + spot.requests,
      refused: sum.refused + spot.refused,
      supplied: sum.supplied + spot.supplied,
    });
  }
  return [...sums.values()].toSorted((a, b) => b.requests - a.requests || a.label.localeCompare(b.label, 'zh'));
}

function topicOf({ topic }: HotSpot) {
  if (topic === null) return { key: '', label: UNSORTED, query: { unsorted: 'true' } };
  return { key: topic, label: topic, query: { topic } };
}

function unitOf({ unit }: HotSpot) {
  return { key: unit.id, label: unit.shortName, query: { unitId: unit.id } };
}
