import type { OpenPlans } from './open-plans.contract.ts';
import { planHref, unitHref } from './plan-address.ts';

/** Paths of the published plans and of the units with tasks in the newest, for the sitemap. */
export async function planAddresses(open: OpenPlans): Promise<string[]> {
  const plans = (await open.list()).map(({ year, level, unit }) =>
    planHref({ year, level, unitCode: unit?.code ?? null }),
  );
  const units = (await open.units()).map(({ unit }) => unitHref(unit.code));
  return [...new Set([...plans, ...units])];
}
