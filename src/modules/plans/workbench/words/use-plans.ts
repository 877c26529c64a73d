import { useApi } from '../../../../workbench/api/use-api.ts';
import type { PlanPage, PlanSummary } from '../../plan/plans.contract.ts';

/** Plans a person can choose from, newest first. */
export function usePlans() {
  return useApi<PlanPage>('/api/plans', { pageSize: 200, sort: '-year' });
}

/** The plan most people mean: the district's newest in force, else the newest there is. */
export function currentPlan(plans: readonly PlanSummary[]): PlanSummary | undefined {
  return (
    plans.find((plan) => plan.level === 'district' && plan.state === 'published') ??
    plans.find((plan) => plan.state === 'published') ??
    plans[0]
  );
}
