import { describe, expect, it } from 'vitest';
import type { ImportRow, UnitMatch } from '../../import/imports.contract.ts';
import { unmappedNames, withMapping } from './unmapped-names.ts';

function row(id: string, units: readonly [string, UnitMatch['kind']][], removed = false): ImportRow {
  const match = { unit: null, groupId: null, groupSize: 0, unitIds: [], candidates: [] };
  return {
    id,
    removed,
    content: '内容',
    units: units.map(([name, kind]) => ({ name, role: 'support', match: { ...match, kind } })),
  } as unknown as ImportRow;
}

const rows = [
  row('1', [
    ['某办', 'none'],
    ['区财政局', 'exact'],
  ]),
  row('2', [
    ['某办', 'none'],
    ['各相关单位', 'openGroup'],
  ]),
  row('3', [['早已撤销的局', 'none']], true),
];

describe('unmappedNames', () => {
  it('counts a group without members as open', () => {
    expect(unmappedNames([row('4', [['市政府各部门', 'group']])]).map((one) => one.name)).toEqual(['市政府各部门']);
  });
  it('lists each open name once with its rows, the most frequent first, without rows taken out', () => {
    expect(unmappedNames(rows).map((one) => [one.name, one.rows.length])).toEqual([
      ['某办', 2],
      ['各相关单位', 1],
    ]);
  });
});

describe('withMapping', () => {
  const [first] = rows as [ImportRow];
  it('maps the name, keeps its role and leaves the other units alone', () => {
    expect(withMapping(first, '某办', { kind: 'unit', unitId: 'u1' }).units).toEqual([
      { name: '某办', role: 'support', unitId: 'u1' },
      { name: '区财政局', role: 'support' },
    ]);
  });
  it('lets one name stand for several units, or for none', () => {
    expect(withMapping(first, '某办', { kind: 'units', unitIds: ['u1', 'u2'] }).units[0]).toEqual({
      name: '某办',
      role: 'support',
      chosenUnitIds: ['u1', 'u2'],
    });
    expect(withMapping(first, '某办', { kind: 'drop' }).units.map((unit) => unit.name)).toEqual(['区财政局']);
  });
});
