import type { z } from 'zod';
import { useApi } from '../../../../workbench/api/use-api.ts';
import type { UnitView } from '../../units.contract.ts';

export type UnitRow = z.infer<typeof UnitView>;

/** Every active unit of the register, in the register's order. */
export function useUnits() {
  return useApi<{ items: UnitRow[] }>('/api/units', { pageSize: 500 });
}

/** Short names by id, for lists. */
export function useUnitNames(): (id: string | null) => string {
  const units = useApi<{ items: UnitRow[] }>('/api/units', { pageSize: 500, former: true });
  const names = new Map((units.data?.items ?? []).map((unit) => [unit.id, unit.shortName]));
  return (id) => names.get(id ?? '') ?? '';
}
