import { useApi } from '../../../../workbench/api/use-api.ts';
import type { UnitRef } from '../../route.contract.ts';

interface UnitList {
  readonly items: readonly UnitRef[];
}

/** Every active unit of the register, in the register's order. */
export function useUnits() {
  return useApi<UnitList>('/api/units', { pageSize: 500 });
}
