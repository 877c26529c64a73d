import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../../workbench/api/client.ts';
import { type ActionOptions, useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { useRefreshCase } from '../../../cases/workbench/page/use-case.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';

export function requestPath(id: string): string {
  return `/api/disclosure-requests/${id}`;
}

export function useRequest(id: string) {
  return useApi<RequestView>(requestPath(id));
}

/** One step of the procedure; every one of them answers with the whole file as it then stands. */
export function useRequestAct<Input extends object>(
  id: string,
  tail: string,
  options: Omit<ActionOptions<Input, RequestView>, 'refreshes'> = {},
) {
  const client = useQueryClient();
  const refreshCase = useRefreshCase(id);
  return useAction<Input, RequestView>((input) => call('POST', `${requestPath(id)}${tail}`, input), {
    ...options,
    // Somebody else was first: what stands there now is fetched and shown beside the reason.
    onProblem: (problem, input) => {
      if (problem.status === 409) void refreshCase();
      return options.onProblem?.(problem, input) ?? false;
    },
    onDone: (view, input) => {
      client.setQueryData(['api', 'disclosure-requests', id, {}], view);
      // Lists and counts of both, whose second step is no id.
      void client.invalidateQueries({
        predicate: ({ queryKey: [root, business, part] }) =>
          root === 'api' && (business === 'cases' || (business === 'disclosure-requests' && part !== id)),
      });
      options.onDone?.(view, input);
    },
  });
}
