import { AppError } from '../../../kernel/app-error.ts';
import type { UnitNames } from '../unit-directory.ts';
import type { Share } from './task-units.ts';

/**
 * A unit's own plan binds the unit and those directly below it: else one unit could publish a task, and its lateness, in another's
 * name. Plans of district and city may name anybody (PLAN-3).
 * @throws AppError `plan-reaches-too-far` (422) naming the units
 */
export function demandReach(
  plan: { readonly level: string; readonly unitId: string | null },
  shares: readonly Pick<Share, 'unitId'>[],
  names: UnitNames,
): void {
  if (plan.level !== 'unit') return;
  const strangers = shares
    .map((share) => share.unitId)
    .filter((id) => id !== plan.unitId && names.get(id)?.parentId !== plan.unitId);
  if (strangers.length === 0) return;
  const listed = [...new Set(strangers)].map((id) => names.ref(id).shortName).join('、');
  throw new AppError(
    'plan-reaches-too-far',
    422,
    `本单位的工作安排只能交办给本单位和下属单位，不能交办给${listed}。需要其他单位承担的，请报主管部门列入区级工作要点。`,
  );
}
