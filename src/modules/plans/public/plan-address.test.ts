import { expect, it } from 'vitest';
import { planHref, taskHref, unitHref } from './plan-address.ts';

it('gives each level of a year an address of its own', () => {
  expect(planHref({ year: 2026, level: 'district', unitCode: 'office' })).toBe('/plans/2026');
  expect(planHref({ year: 2026, level: 'city', unitCode: null })).toBe('/plans/2026/city');
  expect(planHref({ year: 2026, level: 'unit', unitCode: 'data' })).toBe('/plans/2026/units/data');
});

it('puts a task below its plan', () => {
  expect(taskHref({ year: 2026, level: 'city', unitCode: null }, 12)).toBe('/plans/2026/city/tasks/12');
});

it('keeps codes of units inside their place in the path', () => {
  expect(unitHref('a/../b?c')).toBe('/units/a%2F..%2Fb%3Fc');
});
