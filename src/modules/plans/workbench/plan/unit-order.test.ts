import { describe, expect, it } from 'vitest';
import type { PlanOverview } from '../../plan/plans.contract.ts';
import { unitsInOrder } from './unit-order.ts';

function unit(name: string, overdue: number, returned: number, percent: number): PlanOverview['byUnit'][number] {
  return { unit: { shortName: name }, overdue, returned, percent } as PlanOverview['byUnit'][number];
}

const units = [unit('甲', 0, 2, 90), unit('乙', 3, 0, 40), unit('丙', 0, 0, 10), unit('丁', 0, 0, 95)];
const names = (order: Parameters<typeof unitsInOrder>[1]) =>
  unitsInOrder(units, order).map((one) => one.unit.shortName);

describe('unitsInOrder', () => {
  it('puts late units first, then those with returned work, the rest as registered', () => {
    expect(names('late')).toEqual(['乙', '甲', '丙', '丁']);
  });
  it('puts slow units first', () => {
    expect(names('slow')).toEqual(['丙', '乙', '甲', '丁']);
  });
  it("keeps the order of the register and never the caller's array", () => {
    expect(names('register')).toEqual(['甲', '乙', '丙', '丁']);
    expect(units[0]?.unit.shortName).toBe('甲');
  });
});
