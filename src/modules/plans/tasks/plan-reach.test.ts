import { describe, expect, it } from 'vitest';
import { type DirectoryUnit, UnitNames } from '../unit-directory.ts';
import { demandReach } from './plan-reach.ts';

const unit = (id: string, parentId: string | null): DirectoryUnit => ({
  id,
  code: id,
  name: `${id}局`,
  shortName: id,
  isOffice: false,
  kind: 'department',
  exists: true,
  parentId,
});
const names = new UnitNames([unit('district', null), unit('a', 'district'), unit('a1', 'a'), unit('b', 'district')]);
const shares = (...ids: string[]) => ids.map((unitId) => ({ unitId }));

describe('whom a plan may give tasks to (PLAN-3)', () => {
  it('a unit’s own plan: itself and those below it', () => {
    expect(() => demandReach({ level: 'unit', unitId: 'a' }, shares('a', 'a1'), names)).not.toThrow();
  });

  it('never a neighbour, nor the one above, nor one that the register does not know', () => {
    for (const stranger of ['b', 'district', 'unknown']) {
      expect(() => demandReach({ level: 'unit', unitId: 'a' }, shares('a', stranger), names)).toThrow(
        '只能交办给本单位',
      );
    }
  });

  it('a district’s plan: anybody', () => {
    expect(() => demandReach({ level: 'district', unitId: null }, shares('a', 'b'), names)).not.toThrow();
  });
});
