import { describe, expect, it } from 'vitest';
import { conditions, LibraryFilter, libraryHref, withCondition } from './library-filter.ts';

const read = (query: string) => LibraryFilter.parse(Object.fromEntries(new URLSearchParams(query)));

describe('the address of a list', () => {
  it('takes what it understands and lets go of the rest', () => {
    expect(read('year=2026&validity=expired&list=normative&page=2')).toEqual({
      year: 2026,
      validity: 'expired',
      list: 'normative',
      page: 2,
    });
    const strange = read('year=abc&validity=perhaps&list=all&page=-1&sort=;drop&unit=<b>&column=secret&q=');
    expect(Object.values(strange).every((value) => value === undefined)).toBe(true);
  });

  it('names neither the first page nor the usual order', () => {
    expect(libraryHref({ page: 1, sort: 'newest' })).toBe('/library');
    expect(libraryHref({ issuer: '明湖区教育局', page: 2 })).toBe(
      `/library?issuer=${encodeURIComponent('明湖区教育局')}&page=2`,
    );
  });

  it('puts and takes one condition, from the first page on', () => {
    const filter = { year: 2026, topic: '教育', page: 3 };
    expect(withCondition(filter, 'year', undefined)).toEqual({ topic: '教育' });
    expect(withCondition(filter, 'audience', '老年人')).toEqual({ year: 2026, topic: '教育', audience: '老年人' });
  });

  it('comes back from its own address', () => {
    const filter = { list: 'other', validity: 'current', year: 2024, q: '加装 电梯', sort: 'title', page: 4 } as const;
    expect(read(libraryHref(filter).split('?')[1] ?? '')).toEqual(filter);
  });

  it('tells its conditions in the order of the facets', () => {
    expect(conditions({ q: '甲', year: 2026, list: 'normative' }).map((one) => one.name)).toEqual([
      'list',
      'year',
      'q',
    ]);
  });
});
