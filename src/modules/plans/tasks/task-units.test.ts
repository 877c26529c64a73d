import { expect, it } from 'vitest';
import { expandShares, type ResolvedUnit, resolveUnit } from './task-units.ts';

const one = (unitId: string, role: ResolvedUnit['role']): ResolvedUnit => ({
  name: unitId,
  role,
  unitId,
  groupId: null,
  isGroup: false,
  unitIds: [unitId],
});
const group = (name: string, role: ResolvedUnit['role'], unitIds: string[]): ResolvedUnit => ({
  name,
  role,
  unitId: null,
  groupId: null,
  isGroup: true,
  unitIds,
});

it('gives each unit one share, named before grouped', () => {
  expect(expandShares([group('各单位', 'support', ['a', 'b', 'c']), one('a', 'lead')])).toEqual([
    { unitId: 'a', role: 'lead', viaGroup: null },
    { unitId: 'b', role: 'support', viaGroup: '各单位' },
    { unitId: 'c', role: 'support', viaGroup: '各单位' },
  ]);
});

it('keeps the stronger role of a unit named twice', () => {
  expect(expandShares([one('a', 'support'), one('a', 'lead')])).toEqual([
    { unitId: 'a', role: 'lead', viaGroup: null },
  ]);
  expect(expandShares([group('g', 'support', ['a']), group('h', 'responsible', ['a'])])).toEqual([
    { unitId: 'a', role: 'responsible', viaGroup: 'h' },
  ]);
});

it('lets a person decide before the register, and a doubt stay a doubt', () => {
  const input = { name: '教委', role: 'lead' as const };
  expect(resolveUnit({ ...input, unitId: 'x' }, { kind: 'none' }).unitIds).toEqual(['x']);
  expect(resolveUnit(input, { kind: 'unit', unitId: 'y', how: 'alias' }).unitId).toBe('y');
  expect(resolveUnit(input, { kind: 'doubt', candidates: [{ unitId: 'y', score: 0.9 }] }).unitIds).toEqual([]);
  const open = { kind: 'group', name: '各相关单位', groupId: 'g', unitIds: [], open: true } as const;
  expect(resolveUnit({ name: '各相关单位', role: 'support' }, open)).toMatchObject({ isGroup: true, unitIds: [] });
  expect(resolveUnit({ name: '各相关单位', role: 'support', chosenUnitIds: ['a', 'a', 'b'] }, open).unitIds).toEqual([
    'a',
    'b',
  ]);
});
