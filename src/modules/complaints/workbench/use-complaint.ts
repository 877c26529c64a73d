import { useQueryClient } from '@tanstack/react-query';
import { call } from '../../../workbench/api/client.ts';
import { type ActionOptions, useAction, useApi } from '../../../workbench/api/use-api.ts';
import { useRefreshCase } from '../../cases/workbench/page/use-case.ts';
import type { ComplaintView } from '../complaints.contract.ts';

function complaintPath(id: string): string {
  return `/api/complaints/${id}`;
}

export function useComplaint(id: string) {
  return useApi<ComplaintView>(complaintPath(id));
}

/** One step; every one of them answers with the whole complaint as it then stands. */
export function useComplaintAct<Input extends object>(
  id: string,
  tail: string,
  options: Omit<ActionOptions<Input, ComplaintView>, 'refreshes'> = {},
) {
  const client = useQueryClient();
  const refreshCase = useRefreshCase(id);
  return useAction<Input, ComplaintView>((input) => call('POST', `${complaintPath(id)}${tail}`, input), {
    ...options,
    // Somebody else was first: what stands there now is fetched and shown beside the reason.
    onProblem: (problem, input) => {
      if (problem.status === 409) void refreshCase();
      return options.onProblem?.(problem, input) ?? false;
    },
    onDone: (view, input) => {
      client.setQueryData(['api', 'complaints', id, {}], view);
      void client.invalidateQueries({
        predicate: ({ queryKey: [root, business] }) => root === 'api' && business === 'cases',
      });
      options.onDone?.(view, input);
    },
  });
}
