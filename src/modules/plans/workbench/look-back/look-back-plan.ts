import type { PlanSummary } from '../../plan/plans.contract.ts';

/** The plan most people mean: the district's plan of the year before the newest one, else the newest. */
export function lookBackPlan(plans: readonly PlanSummary[]): PlanSummary | undefined {
  const district = plans.filter((plan) => plan.level === 'district').sort((a, b) => b.year - a.year);
  const newest = district[0];
  return district.find((plan) => newest && plan.year < newest.year) ?? newest ?? plans[0];
}
