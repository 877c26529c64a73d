import type { PlanOverview } from '../../plan/plans.contract.ts';

export type UnitOrder = 'late' | 'slow' | 'register';
type UnitRow = PlanOverview['byUnit'][number];

/** Units by what the office looks for first; equal ones keep the register's order. */
export function unitsInOrder(units: readonly UnitRow[], order: UnitOrder): UnitRow[] {
  const copy = [...units];
  if (order === 'late') return copy.sort((a, b) => b.overdue - a.overdue || b.returned - a.returned);
  if (order === 'slow') return copy.sort((a, b) => a.percent - b.percent);
  return copy;
}
