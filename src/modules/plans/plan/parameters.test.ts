import { expect, it } from 'vitest';
import { checkParameter, numberParameter, numbersParameter, parameter } from './parameters.ts';
import type { Parameter } from './plans.contract.ts';

const unitId = '00000000-0000-4000-8000-000000000001';
const scope = { level: 'unit', year: 2026, unitId } as const;
const row = (more: Partial<Parameter>): Parameter => ({
  key: 'ownPlanDays',
  level: null,
  year: null,
  unitId: null,
  value: '40',
  basis: '',
  ...more,
});

it('takes the default where nobody has set anything', () => {
  expect(numberParameter('ownPlanDays', [], scope)).toBe(30);
  expect(numbersParameter('reminderWorkdaysBefore', [], scope)).toEqual([7, 3, 1]);
  expect(numberParameter('ownPlanDate', [], scope)).toBeNull();
});

it('lets the most specific win (IX-10)', () => {
  const rows = [
    row({}),
    row({ year: 2026, value: '20' }),
    row({ level: 'unit', year: 2026, value: '15' }),
    row({ unitId, value: '10' }),
  ];
  expect(parameter('ownPlanDays', rows, scope).value).toBe('10');
  expect(parameter('ownPlanDays', rows.slice(0, 3), scope).value).toBe('15');
  expect(parameter('ownPlanDays', rows, { ...scope, year: 2025, unitId: null }).value).toBe('40');
});

it('refuses what cannot be reckoned with', () => {
  expect(() => checkParameter('ownPlanDays', '0')).toThrow('应填正整数');
  expect(() => checkParameter('lookBackDate', '06-31')).toThrow('月-日');
  expect(() => checkParameter('reminderWorkdaysBefore', '7,,1')).toThrow();
  expect(() => checkParameter('reminderWorkdaysBefore', '10,5')).not.toThrow();
});
