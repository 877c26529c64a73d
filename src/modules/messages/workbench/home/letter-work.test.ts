import { describe, expect, it } from 'vitest';
import { type Actor, can } from '../../../../kernel/permissions.ts';
import type { Role } from '../../../../kernel/roles.ts';
import { CaseQuery } from '../../../cases/cases.contract.ts';
import { letterWork } from './letter-work.ts';

const UNIT = '00000000-0000-4000-8000-000000000001';

function workOf(...roles: readonly Role[]) {
  const grants = roles.map((role) => ({ role, unitId: UNIT }));
  const actor: Actor = { type: 'person', personId: UNIT, name: '某某', grants };
  const officeId = roles.includes('supervisor') ? UNIT : null;
  return letterWork(officeId, (action, state) => can(actor, action, { kind: 'case', state, unitIds: [UNIT] }));
}
const titles = (...roles: readonly Role[]) => workOf(...roles).map(({ title }) => title);

describe('what waits on the home page', () => {
  it('follows what the permission table lets each role do', () => {
    expect(titles('officer')).toEqual(['待受理的来件', '待核对的来件']);
    expect(titles('handler')).toEqual(['待受理的来件']);
    expect(titles('reviewer')).toEqual(['待我审核的答复']);
    expect(titles('head')).toEqual(['待我审核的答复', '待受理的来件']);
    expect(titles('supervisor')).toEqual(['待我审核的答复', '待受理的来件', '待核对的来件']);
    expect(titles('auditor')).toEqual([]);
    expect(titles()).toEqual([]);
  });

  it('asks for lists that there are, the office for what is its own to take up', () => {
    for (const { query } of workOf('supervisor', 'officer')) expect(CaseQuery.safeParse(query).success).toBe(true);
    const received = workOf('supervisor').find(({ title }) => title === '待受理的来件');
    expect(received?.query.unitId).toBe(UNIT);
    expect(workOf('officer')[0]?.query.unitId).toBeUndefined();
  });
});
