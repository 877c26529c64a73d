import { useApi } from '../../../../workbench/api/use-api.ts';
import type { CaseKindView } from '../../cases.contract.ts';

/** Kinds change with the program only. */
export function useCaseKinds() {
  return useApi<readonly CaseKindView[]>('/api/case-kinds');
}
