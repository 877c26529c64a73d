import { describe, expect, it } from 'vitest';
import { compareVersions, defaultChoice, mergeChoices } from './stale-merge.ts';

const base = { name: '甲', note: '旧', day: '2026-03-31' };

describe('compareVersions', () => {
  it('tells apart what the other side changed, what I changed and what both did', () => {
    const found = compareVersions(
      ['name', 'note', 'day'],
      base,
      { ...base, name: '乙', note: '对方' },
      { ...base, note: '我', day: '2026-06-30' },
    );
    expect(found.map((one) => [one.field, one.change])).toEqual([
      ['name', 'theirs'],
      ['note', 'both'],
      ['day', 'mine'],
    ]);
  });
  it('needs no decision where both wrote the same', () => {
    expect(compareVersions(['note'], base, { note: '新' }, { note: '新' })).toEqual([]);
  });
  it('sees no difference between empty, null and absent, nor in the order of keys', () => {
    expect(compareVersions(['note'], { note: null }, { note: '' }, {})).toEqual([]);
    expect(compareVersions(['d'], { d: { a: 1, b: 2 } }, { d: { b: 2, a: 1 } }, { d: { a: 1, b: 2 } })).toEqual([]);
  });
});

describe('mergeChoices', () => {
  const theirs = { ...base, name: '乙', note: '对方' };
  const mine = { ...base, note: '我', day: '2026-06-30' };
  const differences = compareVersions(['name', 'note', 'day'], base, theirs, mine);
  it('by default loses nothing: their lone change, my lone change, my text in a conflict', () => {
    expect(mergeChoices(mine, differences, {})).toEqual({ name: '乙', note: '我', day: '2026-06-30' });
    expect(differences.map(defaultChoice)).toEqual(['theirs', 'mine', 'mine']);
  });
  it('follows the choice of the person', () => {
    expect(mergeChoices(mine, differences, { note: 'theirs', name: 'mine' })).toEqual({
      name: '甲',
      note: '对方',
      day: '2026-06-30',
    });
  });
});
