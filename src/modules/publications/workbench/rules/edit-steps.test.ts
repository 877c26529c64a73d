import { expect, it } from 'vitest';
import { faultsOf, moved, newStep } from './edit-steps.ts';

const step = (code: string, name = code) =>
  ({ code, name, group: 'review', roles: ['reviewer'], unit: 'owner' }) as const;
const STEPS = [step('first', '初审'), step('second', '二审')].map((one) => ({ ...one, roles: [...one.roles] }));

it('puts steps in order and never past the ends', () => {
  expect(moved(STEPS, 0, 1).map((one) => one.code)).toEqual(['second', 'first']);
  expect(moved(STEPS, 0, -1)).toEqual(STEPS);
  expect(moved(STEPS, 1, 1)).toEqual(STEPS);
});

it('gives a new step a code of its own', () => {
  const once = [...STEPS, newStep(STEPS)];
  expect(once[2]?.code).toBe('step3');
  expect(newStep(once.slice(1)).code).toBe('step4');
});

it('says what keeps a rule from being saved (REV-7)', () => {
  expect(faultsOf(STEPS)).toEqual([]);
  expect(faultsOf([...STEPS, newStep(STEPS)])).toEqual(['请填写每个环节的名称。']);
  expect(faultsOf([...STEPS, { ...newStep(STEPS), name: '初审 ', roles: [] }])).toEqual([
    '环节名称不能重复。',
    '每个环节至少要有一种可以办理的人。',
  ]);
});
