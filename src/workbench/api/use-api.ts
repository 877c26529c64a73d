import {
  keepPreviousData,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useRef } from 'react';
import { call, type QueryValue, withQuery } from './client.ts';
import { ApiProblem, sentenceOf } from './problem.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        refetchOnWindowFocus: true,
        // Only a server that could not be reached is worth asking again; a refusal stays a refusal.
        retry: (count, error) => error instanceof ApiProblem && [0, 503].includes(error.status) && count < 2,
      },
    },
  });
}

/**
 * Reads from the server and keeps it; the cache key is the path's first segments and the query, so `useRefresh('/api/tasks')`
 * renews everything below that path. `path` null: nothing is asked yet.
 */
export function useApi<T>(
  path: string | null,
  query: Readonly<Record<string, QueryValue>> = {},
): UseQueryResult<T, ApiProblem> {
  return useQuery<T, ApiProblem>({
    queryKey: [...(path ?? '').split('/').filter(Boolean), query],
    queryFn: ({ signal }) => call<T>('GET', withQuery(path ?? '', query), undefined, signal),
    enabled: path !== null,
    placeholderData: keepPreviousData,
  });
}

/** Marks everything below the given paths as old, so that open pages fetch it again. */
export function useRefresh(): (...paths: string[]) => Promise<void> {
  const client = useQueryClient();
  return async (...paths) => {
    await Promise.all(paths.map((path) => client.invalidateQueries({ queryKey: path.split('/').filter(Boolean) })));
  };
}

export interface ActionOptions<Input, Output> {
  /** Paths whose contents the action changes. */
  readonly refreshes?: readonly string[];
  /** Chinese, shown for a moment when it worked. */
  readonly done?: string | ((output: Output, input: Input) => string);
  readonly onDone?: (output: Output, input: Input) => void;
  /** Return true when the problem is dealt with, for example by the stale dialog; otherwise it is shown as a message. */
  readonly onProblem?: (problem: ApiProblem, input: Input) => boolean;
}

/**
 * A change on the server: says that it worked, shows why not, renews what it touched. The same input again while it is
 * still under way is a double click, and is sent once.
 */
export function useAction<Input, Output = unknown>(
  act: (input: Input) => Promise<Output>,
  options: ActionOptions<Input, Output> = {},
): UseMutationResult<Output, Error, Input> {
  const { message } = App.useApp();
  const refresh = useRefresh();
  const running = useRef(new Set<unknown>());
  const mutation = useMutation<Output, Error, Input>({
    mutationFn: act,
    onSuccess: async (output, input) => {
      await refresh(...(options.refreshes ?? []));
      const done = typeof options.done === 'function' ? options.done(output, input) : options.done;
      if (done) void message.success(done);
      options.onDone?.(output, input);
    },
    onError: (error, input) => {
      if (error instanceof ApiProblem && options.onProblem?.(error, input)) return;
      // What is on the page is old: show the newer state beside the reason.
      if (error instanceof ApiProblem && error.status === 409) void refresh(...(options.refreshes ?? []));
      void message.error({ content: sentenceOf(error), duration: 8 });
    },
    onSettled: (_output, _error, input) => {
      running.current.delete(inputKey(input));
    },
  });
  // A button shows that it is busy only after the next drawing, which is later than a second click.
  const send = mutation.mutate;
  const mutate = useCallback<typeof send>(
    (...asked) => {
      const key = inputKey(asked[0]);
      if (running.current.has(key)) return;
      running.current.add(key);
      send(...asked);
    },
    [send],
  );
  return { ...mutation, mutate };
}

/** Inputs alike in content are alike; files and forms, whose content does not show, only when they are the same one. */
function inputKey(input: unknown): unknown {
  return input instanceof Blob || input instanceof FormData ? input : JSON.stringify(input);
}
