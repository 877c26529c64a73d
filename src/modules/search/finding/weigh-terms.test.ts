import { expect, it } from 'vitest';
import { weighed } from './weigh-terms.ts';

it('lets a rare word count more than a frequent one, and a term as much as its most frequent way of saying it', () => {
  const standing = new Map([
    ['企业', 60],
    ['补贴', 9],
    ['转型', 1],
  ]);
  const weights = weighed(
    [
      { text: '企业', alternatives: [['企业']] },
      { text: '补贴', alternatives: [['补贴'], ['津贴']] },
      { text: '企业转型', alternatives: [['企业', '转型']] },
    ],
    standing,
  );
  const [often, some, rare] = weights.map((one) => one.weight);
  expect(often).toBeLessThan(some ?? 0);
  expect(some).toBeLessThan(rare ?? 0);
  expect(weights.some((one) => one.everywhere)).toBe(false);
  expect(weights[2]?.query).toBe("(('企业' & '转型'))");
});
