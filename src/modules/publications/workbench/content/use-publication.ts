import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { type ActionOptions, useAction, useApi, useRefresh } from '../../../../workbench/api/use-api.ts';
import type { PublicationDetail } from '../../publications.contract.ts';

export function publicationPath(id: string): string {
  return `/api/publications/${id}`;
}

export function usePublication(id: string) {
  return useApi<PublicationDetail>(publicationPath(id));
}

/** Puts an answer of the server in the place of what the page knew, and marks what hangs on it as old. */
export function useTakeDetail(): (detail: PublicationDetail) => void {
  const client = useQueryClient();
  const refresh = useRefresh();
  return useCallback(
    (detail) => {
      client.setQueryData(['api', 'publications', detail.id, {}], detail);
      const tails = ['difference', 'history', 'versions', 'determinations'];
      void refresh(...tails.map((tail) => `${publicationPath(detail.id)}/${tail}`), '/api/publication-alarms');
      void client.invalidateQueries({
        predicate: ({ queryKey }) =>
          queryKey[0] === 'api' && queryKey[1] === 'publications' && typeof queryKey[2] === 'object',
      });
    },
    [client, refresh],
  );
}

/** One step of the work; every one of them answers with the whole as it then stands. */
export function usePublicationAction<Input extends object>(
  id: string,
  method: 'POST' | 'PUT',
  tail: string | ((input: Input) => string),
  options: Omit<ActionOptions<Input, PublicationDetail>, 'refreshes'> = {},
) {
  const take = useTakeDetail();
  return useAction<Input, PublicationDetail>(
    (input) => call(method, `${publicationPath(id)}${typeof tail === 'string' ? tail : tail(input)}`, input),
    {
      ...options,
      refreshes: [],
      onDone: (detail, input) => {
        take(detail);
        options.onDone?.(detail, input);
      },
    },
  );
}

/** Throws away what an autosave kept. */
export function usePublicationDrop(id: string): () => void {
  const refresh = useRefresh();
  return () => {
    void call('DELETE', `${publicationPath(id)}/autosave`).then(() => refresh(publicationPath(id)));
  };
}
