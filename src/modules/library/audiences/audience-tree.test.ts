import { describe, expect, it } from 'vitest';
import { audienceTree, inTreeOrder, makesCircle } from './audience-tree.ts';

const LINKS = [
  { name: '企业', parent: null },
  { name: '中小企业', parent: '企业' },
  { name: '小微企业', parent: '中小企业' },
  { name: '老年人', parent: '居民' },
  { name: '个体工商户', parent: '企业' },
];

describe('kinds of audiences', () => {
  it('stand below the wider one, to any depth', () => {
    expect(audienceTree(LINKS)).toMatchObject([
      {
        item: { name: '企业' },
        kinds: [
          { item: { name: '中小企业' }, kinds: [{ item: { name: '小微企业' } }] },
          { item: { name: '个体工商户' } },
        ],
      },
      { item: { name: '老年人' }, kinds: [] },
    ]);
  });

  it('follow their parent where the list is flat', () => {
    expect(inTreeOrder(LINKS).map(({ name, above }) => [name, ...above].join(' < '))).toEqual([
      '企业',
      '中小企业 < 企业',
      '小微企业 < 中小企业 < 企业',
      '个体工商户 < 企业',
      '老年人',
    ]);
  });

  it('never make a circle', () => {
    expect(makesCircle(LINKS, '企业', '企业')).toBe(true);
    expect(makesCircle(LINKS, '企业', '小微企业')).toBe(true);
    expect(makesCircle(LINKS, '小微企业', '个体工商户')).toBe(false);
    expect(makesCircle(LINKS, '企业', null)).toBe(false);
  });
});
