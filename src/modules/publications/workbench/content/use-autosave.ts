import { useCallback, useEffect, useRef, useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import type { Content } from '../../content/content.contract.ts';
import { publicationPath } from './use-publication.ts';

const PAUSE_MS = 2500;
const RETRY_MS = 10_000;

export interface Autosave {
  /** ISO instant of the last one on this page. */
  readonly at: string | undefined;
  readonly failed: boolean;
  /** Something is typed that the server does not have yet. */
  readonly isPending: boolean;
  readonly later: () => void;
  readonly now: () => Promise<void>;
  /** After a real save: nothing is left to keep. */
  readonly cancel: () => void;
}

/** Keeps what is typed on the server, for this person alone, a moment after the last key and when the page is left. */
export function useAutosave(id: string, current: () => { edit: number; content: Content } | undefined): Autosave {
  const [at, setAt] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [isPending, setPending] = useState(false);
  const timer = useRef<number>(undefined);
  const isGone = useRef(false);
  const latest = useRef(current);
  latest.current = current;

  const now = useCallback(async (): Promise<void> => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    const input = latest.current();
    if (!input) return;
    try {
      const answer = await call<{ at: string }>('PUT', `${publicationPath(id)}/autosave`, input);
      setAt(answer.at);
      setFailed(false);
      if (timer.current === undefined) setPending(false);
    } catch {
      setFailed(true);
      // The network may be back before the next key is pressed.
      if (!isGone.current && timer.current === undefined) timer.current = window.setTimeout(() => void now(), RETRY_MS);
    }
  }, [id]);
  const later = useCallback(() => {
    setPending(true);
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => void now(), PAUSE_MS);
  }, [now]);
  const cancel = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = undefined;
    setPending(false);
    setFailed(false);
    setAt(undefined);
  }, []);
  useEffect(() => {
    isGone.current = false;
    const leave = (): void => {
      if (timer.current !== undefined) void now();
    };
    const hidden = (): void => {
      if (document.visibilityState === 'hidden') leave();
    };
    document.addEventListener('visibilitychange', hidden);
    window.addEventListener('online', leave);
    return () => {
      document.removeEventListener('visibilitychange', hidden);
      window.removeEventListener('online', leave);
      isGone.current = true;
      leave();
    };
  }, [now]);
  return { at, failed, isPending, later, now, cancel };
}
