import { useApi } from '../../../../workbench/api/use-api.ts';
import type { KindView } from '../../register.contract.ts';

/** Kinds change with the program only. */
export function useKinds() {
  return useApi<readonly KindView[]>('/api/publication-kinds');
}

export function useKind(code: string | undefined): KindView | undefined {
  return useKinds().data?.find((kind) => kind.code === code);
}
