import { describe, expect, it } from 'vitest';
import type { HotSpot } from '../../disclosure-requests.contract.ts';
import { spotSums, UNSORTED } from './spot-sums.ts';

const unit = (id: string, shortName: string): HotSpot['unit'] => ({
  id,
  code: id,
  name: `明湖区${shortName}`,
  shortName,
});
const EDUCATION = unit('u1', '区教育局');
const HOUSING = unit('u2', '区房管局');
const SPOTS: readonly HotSpot[] = [
  { topic: '征地拆迁', unit: HOUSING, requests: 5, refused: 2, supplied: 1 },
  { topic: '教育', unit: EDUCATION, requests: 3, refused: 0, supplied: 4 },
  { topic: null, unit: EDUCATION, requests: 2, refused: 1, supplied: 0 },
  { topic: '征地拆迁', unit: EDUCATION, requests: 1, refused: 0, supplied: 0 },
];

describe('where requests concentrate', () => {
  it('is summed over units by field of business, most first', () => {
    expect(spotSums(SPOTS, 'topic')).toMatchObject([
      { label: '征地拆迁', requests: 6, refused: 2, supplied: 1, query: { topic: '征地拆迁' } },
      { label: '教育', requests: 3 },
      { label: UNSORTED, requests: 2, refused: 1, query: { unsorted: 'true' } },
    ]);
  });

  it('is summed over fields by unit, with the same total', () => {
    const units = spotSums(SPOTS, 'unit');
    expect(units.map(({ label, requests }) => [label, requests])).toEqual([
      ['区教育局', 6],
      ['区房管局', 5],
    ]);
    expect(units[0]?.query).toEqual({ unitId: 'u1' });
  });

  it('keeps a field that is called as if it were none apart from those without one', () => {
    const named = [...SPOTS, { topic: UNSORTED, unit: HOUSING, requests: 1, refused: 0, supplied: 0 }];
    expect(spotSums(named, 'topic').filter(({ label }) => label === UNSORTED)).toHaveLength(2);
  });
});
