import { useCallback, useEffect, useRef, useState } from 'react';
import { useSession } from '../api/session.ts';
import { type Draft, draftKey, readDraft, removeDraft, writeDraft } from './draft.ts';

const PAUSE_MS = 600;

export interface DraftControl<T> {
  /** What was found from an earlier visit, until it is taken or dropped. */
  readonly found: Draft<T> | undefined;
  readonly save: (value: T) => void;
  /** After the content reached the server, or when the person throws it away. */
  readonly clear: () => void;
  /** The found draft is now in the form. */
  readonly taken: () => void;
}

/** Keeps a form's content in this browser, per person, while it is typed, so that a crash or a closed window loses nothing. */
export function useDraft<T>(form: string): DraftControl<T> {
  const session = useSession();
  const key = draftKey(session.person.id, form);
  const [found, setFound] = useState<Draft<T> | undefined>(() => readDraft<T>(localStorage, key));
  const timer = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const save = useCallback(
    (value: T) => {
      window.clearTimeout(timer.current);
      timer.current = window.setTimeout(() => writeDraft(localStorage, key, value, new Date()), PAUSE_MS);
    },
    [key],
  );
  const clear = useCallback(() => {
    window.clearTimeout(timer.current);
    removeDraft(localStorage, key);
    setFound(undefined);
  }, [key]);
  const taken = useCallback(() => setFound(undefined), []);
  return { found, save, clear, taken };
}
