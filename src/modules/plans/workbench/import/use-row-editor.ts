import { useCallback, useEffect, useRef, useState } from 'react';
import { ApiProblem, sentenceOf } from '../../../../workbench/api/problem.ts';
import { type StaleConflict, staleConflict } from '../../../../workbench/components/stale-dialog.tsx';
import type { ImportRow, ImportRowEdit, ImportRowInput } from '../../import/imports.contract.ts';
import { inputOf } from './row-input.ts';

const PAUSE_MS = 700;

export type SaveState = 'saved' | 'waiting' | 'saving' | 'failed';

/** Edits one row and saves it a moment after the last change; one save at a time, each naming the version before it. */
export function useRowEditor(row: ImportRow, save: (edit: ImportRowEdit) => Promise<ImportRow>) {
  const [value, setValue] = useState<ImportRowInput>(() => inputOf(row));
  const [state, setState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<string>();
  const [conflict, setConflict] = useState<StaleConflict>();
  const saved = useRef({ version: row.version, input: value });
  const wanted = useRef<ImportRowInput>(undefined);
  const isRunning = useRef(false);
  const timer = useRef<number>(undefined);
  const act = useRef(save);
  act.current = save;

  const flush = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    if (isRunning.current) return;
    isRunning.current = true;
    while (wanted.current) {
      const input = wanted.current;
      wanted.current = undefined;
      setState('saving');
      try {
        const next = await act.current({ version: saved.current.version, row: input });
        saved.current = { version: next.version, input };
        setState('saved');
        setProblem(undefined);
      } catch (error) {
        const found =
          error instanceof ApiProblem ? staleConflict(error, { ...saved.current.input }, { ...input }) : undefined;
        if (found) setConflict(found);
        setState('failed');
        setProblem(found ? undefined : sentenceOf(error));
        break;
      }
    }
    isRunning.current = false;
  }, []);

  useEffect(
    () => () => {
      void flush();
    },
    [flush],
  );

  const change = (part: Partial<ImportRowInput>): void => {
    const next = { ...value, ...part };
    setValue(next);
    wanted.current = next;
    setState('waiting');
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void flush(), PAUSE_MS);
  };

  return {
    value,
    change,
    state,
    problem,
    retry: () => {
      wanted.current = value;
      void flush();
    },
    conflict,
    resolve: (values: Partial<ImportRowInput>, version: number) => {
      setConflict(undefined);
      saved.current = { ...saved.current, version };
      change(values);
    },
    backToForm: () => setConflict(undefined),
  };
}

export type RowEditorControl = ReturnType<typeof useRowEditor>;
