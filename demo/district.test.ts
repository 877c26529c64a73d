import { expect, test } from 'vitest';
import { DEMO_PEOPLE, SHOWN_ACCOUNTS } from './people.ts';
import { DISTRICT_PLAN_2026 } from './plan-2026/plan.ts';
import { DEMO_GROUPS, DEMO_UNITS } from './units.ts';
import { OUTCOMES } from './year/outcomes.ts';
import { STORIES_2026 } from './year/stories.ts';

test('codes, names, aliases and accounts are each used once', () => {
  const names = DEMO_UNITS.flatMap((unit) => [...new Set([unit.name, unit.shortName, ...unit.aliases])]);
  for (const list of [DEMO_UNITS.map((unit) => unit.code), names, DEMO_PEOPLE.map((person) => person.account)])
    expect(list.filter((one, place) => list.indexOf(one) !== place)).toEqual([]);
});

test('the district is as large as a real one', () => {
  expect(DEMO_UNITS.filter((unit) => unit.kind !== 'government').length).toBeGreaterThanOrEqual(60);
  expect(DISTRICT_PLAN_2026.tasks.length).toBeGreaterThanOrEqual(64);
});

test('every task names only units and groups of the district, but for one left to find', () => {
  const known = new Set([
    ...DEMO_UNITS.flatMap((unit) => [unit.name, unit.shortName, ...unit.aliases]),
    ...DEMO_GROUPS.map((group) => group.name),
  ]);
  const named = DISTRICT_PLAN_2026.tasks.flatMap((task) => task.units.replace(/牵头|配合/g, '').split(/[、，]/));
  expect([...new Set(named)].filter((name) => !known.has(name))).toEqual(['区委网信办']);
});

test('every unit has an officer and a head, and each shown account exists', () => {
  for (const unit of DEMO_UNITS.filter((one) => one.kind !== 'government'))
    for (const role of ['officer', 'head'])
      expect(
        DEMO_PEOPLE.some((person) => person.unitCode === unit.code && person.role === role),
        `${role} of ${unit.code}`,
      ).toBe(true);
  for (const { account } of SHOWN_ACCOUNTS) expect(DEMO_PEOPLE.map((person) => person.account)).toContain(account);
});

test('every task of the year has its story, and outcomes name units that exist', () => {
  for (const task of DISTRICT_PLAN_2026.tasks) expect(STORIES_2026[task.number], String(task.number)).toBeDefined();
  for (const key of Object.keys(OUTCOMES)) expect(DEMO_UNITS.map((unit) => unit.code)).toContain(key.split(':')[1]);
});
