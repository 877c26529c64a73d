import type { KindView } from '../../register.contract.ts';

type Step = KindView['reviewSteps'][number];

export function moved(steps: readonly Step[], from: number, by: -1 | 1): Step[] {
  const to = from + by;
  const [one, other] = [steps[from], steps[to]];
  if (!one || !other) return [...steps];
  return steps.map((step, at) => (at === from ? other : at === to ? one : step));
}

/** With a code that no other step has: reviews are kept under it. */
export function newStep(steps: readonly Step[]): Step {
  let serial = steps.length + 1;
  while (steps.some((step) => step.code === `step${serial}`)) serial += 1;
  return { code: `step${serial}`, name: '', group: 'review', roles: ['reviewer'], unit: 'owner' };
}

/** What keeps the rule from being saved, Chinese sentences. */
export function faultsOf(steps: readonly Step[]): string[] {
  const names = steps.map((step) => step.name.trim());
  return [
    ...(names.includes('') ? ['请填写每个环节的名称。'] : []),
    ...(new Set(names).size < names.length ? ['环节名称不能重复。'] : []),
    ...(steps.some((step) => step.roles.length === 0) ? ['每个环节至少要有一种可以办理的人。'] : []),
  ];
}
