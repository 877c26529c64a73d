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
  /** Reads the row again as the form has it, when the refusal itself does not carry every field. */
  readonly fresh?: () => Promise<FieldValues & { readonly version: number }>;
  readonly refreshes: readonly string[];
  readonly done: string;
  readonly onDone: (output: Output) => void;
}): RowSave {
  // What the form was opened with: the page behind may renew itself meanwhile, and its version is not the one that was seen.
  const [base] = useState(options.base);
  const [conflict, setConflict] = useState<StaleConflict>();
  const action = useAction<FieldValues & { readonly version: number }, Output>(options.put, {
    refreshes: options.refreshes,
    done: options.done,
    onDone: options.onDone,
    onProblem: (problem, body) => {
      const found = staleConflict(problem, base, body);
      if (!found) return false;
      const show = (current: StaleConflict['current']): void => setConflict({ ...found, current });
      void (options.fresh?.().then(show, () => show(found.current)) ?? show(found.current));
      return true;
    },
  });
  return {
    save: (mine) => action.mutate({ ...mine, version: base.version }),
    isSaving: action.isPending,
    conflict,
    saveChosen: (values, version) => {
      setConflict(undefined);
      action.mutate({ ...values, version });
    },
    backToForm: () => setConflict(undefined),
  };
}
