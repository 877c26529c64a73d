import type { HoldingRow } from '../case-tables.store.ts';

/** The unit from which the present one got the case, so that it can be given back; undefined when it came to it first. */
export function unitBefore(holdings: readonly Pick<HoldingRow, 'unit_id' | 'way'>[]): string | undefined {
  const present = holdings.at(-1);
  const earlier = holdings.filter((one) => one.unit_id !== present?.unit_id);
  // What came back by being returned is not sent to and fro: it goes on to somebody else.
  const arrival = holdings.findLast(
    (one, index) => one.unit_id === present?.unit_id && holdings[index - 1]?.unit_id !== present?.unit_id,
  );
  if (arrival?.way === 'returned') return undefined;
  return earlier.at(-1)?.unit_id;
}
