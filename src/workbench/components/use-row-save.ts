import { useState } from 'react';
import { useAction } from '../api/use-api.ts';
import { type StaleConflict, staleConflict } from './stale-dialog.tsx';
import type { FieldValues } from './stale-merge.ts';

export interface RowSave {
  readonly save: (mine: FieldValues) => void;
  readonly isSaving: boolean;
  readonly conflict: StaleConflict | undefined;
  readonly saveChosen: (values: FieldValues, version: number) => void;
  readonly backToForm: () => void;
}

/** Saves an edited row with the version it saw; when somebody else was faster, holds both versions for the stale dialog. */
export function useRowSave<Output>(options: {
  readonly base: FieldValues & { readonly version: number };
  readonly put: (body: FieldValues & { readonly version: number }) => Promise<Output>;
  readonly refreshes: readonly string[];
  readonly done: string;
  readonly onDone: (output: Output) => void;
}): RowSave {
  const [conflict, setConflict] = useState<StaleConflict>();
  const action = useAction<FieldValues & { readonly version: number }, Output>(options.put, {
    refreshes: options.refreshes,
    done: options.done,
    onDone: options.onDone,
    onProblem: (problem, body) => {
      const found = staleConflict(problem, options.base, body);
      setConflict(found);
      return found !== undefined;
    },
  });
  return {
    save: (mine) => action.mutate({ ...mine, version: options.base.version }),
    isSaving: action.isPending,
    conflict,
    saveChosen: (values, version) => {
      setConflict(undefined);
      action.mutate({ ...values, version });
    },
    backToForm: () => setConflict(undefined),
  };
}
