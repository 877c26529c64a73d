import type { RequestView } from '../../viewing/request-view.contract.ts';

/** Everything that stands between a file and its archive, at once (FOI-C1, FOI-C4); empty: it may be archived. */
export function missingNodes({
  decisions,
  deliveries,
  conversions,
}: Pick<RequestView, 'decisions' | 'deliveries' | 'conversions'>): string[] {
  const delivered = new Set(
    deliveries.filter(({ deliveredOn }) => deliveredOn !== null).map(({ decisionId }) => decisionId),
  );
  return [
    ...decisions
      .filter(({ id, sentOn }) => sentOn !== null && !delivered.has(id))
      .map(({ documentNumber }) => `告知书 ${documentNumber} 还没有送达记录`),
    ...conversions.filter(({ state }) => state === 'pending').map(({ name }) => `“${name}”还没有研判能否转为主动公开`),
  ];
}
