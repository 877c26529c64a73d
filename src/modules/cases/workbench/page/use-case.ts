import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../workbench/api/client.ts';
import { type ActionOptions, useAction, useApi } from '../../../../workbench/api/use-api.ts';
import type { CaseView } from '../../cases.contract.ts';

export function casePath(id: string): string {
  return `/api/cases/${id}`;
}

export function useCase(id: string) {
  return useApi<CaseView>(casePath(id));
}

/** What is kept of one case: the case itself, and what the business above it tells of the same case. */
export function useRefreshCase(id: string): () => Promise<void> {
  const client = useQueryClient();
  return () =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'api' && queryKey.includes(id) });
}

/** One step of the work; every one of them answers with the whole case as it then stands. */
export function useCaseAct<Input extends object>(
  id: string,
  method: 'POST' | 'PUT',
  tail: string,
  options: Omit<ActionOptions<Input, CaseView>, 'refreshes'> = {},
) {
  const client = useQueryClient();
  const refreshCase = useRefreshCase(id);
  return useAction<Input, CaseView>((input) => call(method, `${casePath(id)}${tail}`, input), {
    ...options,
    // Somebody else was first: what stands there now is fetched and shown beside the reason.
    onProblem: (problem, input) => {
      if (problem.status === 409) void refreshCase();
      return options.onProblem?.(problem, input) ?? false;
    },
    onDone: (view, input) => {
      client.setQueryData(['api', 'cases', id, {}], view);
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'api' && (queryKey[1] === 'cases' ? typeof queryKey[2] === 'object' : queryKey.includes(id)),
      });
      options.onDone?.(view, input);
    },
  });
}
