import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import type { Body } from '../../../../kernel/document-body.ts';
import { call } from '../../../../workbench/api/client.ts';
import type { ApiProblem } from '../../../../workbench/api/problem.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { StaleConflict } from '../../../../workbench/components/stale-dialog.tsx';
import type { FieldValues } from '../../../../workbench/components/stale-merge.ts';
import type { EditorHandle } from '../../../../workbench/editor/lazy-editor.tsx';
import type { Content } from '../../content/content.contract.ts';
import type { EditInput, PublicationDetail } from '../../publications.contract.ts';
import { contentOf, flatContent } from './flat-content.ts';
import { type Autosave, useAutosave } from './use-autosave.ts';
import { publicationPath, useTakeDetail } from './use-publication.ts';

type Notes = Pick<EditInput, 'changeKind' | 'changeNote' | 'releaseNote'>;
interface Base {
  readonly edit: number;
  readonly content: Content;
}

export interface ContentEdit {
  readonly content: Content;
  readonly notes: Notes;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  /** Somebody else has saved since this page was opened. */
  readonly isOvertaken: boolean;
  readonly autosave: Autosave;
  readonly editor: RefObject<EditorHandle | null>;
  readonly set: (change: Partial<Content>) => void;
  readonly setBody: (body: Body | null) => void;
  readonly setNotes: (notes: Notes) => void;
  /** Saves when there is something to save; undefined when it could not be saved. */
  readonly save: () => Promise<PublicationDetail | undefined>;
  /** How often something was typed so far. */
  readonly typed: () => number;
  /** Puts what the server answered in place of what stood here, unless something was typed since; then saving compares both. */
  readonly adopt: (detail: PublicationDetail, typedThen?: number) => void;
  /** Content kept by an autosave of an earlier visit. */
  readonly restore: (base: Base) => void;
  readonly conflict: (StaleConflict & { readonly theirs: Content; readonly mineContent: Content }) | undefined;
  readonly saveChosen: (values: FieldValues, edit: number) => void;
  readonly backToForm: () => void;
}

/** The working copy of a draft: title, fields, body, attachments and relations until they are saved, and what happens when two people save. */
export function useContentEdit(
  detail: PublicationDetail & { readonly draft: NonNullable<PublicationDetail['draft']> },
): ContentEdit {
  const { draft } = detail;
  const take = useTakeDetail();
  const editor = useRef<EditorHandle>(null);
  const [base, setBase] = useState<Base>(draft);
  const [content, setContent] = useState<Content>(draft.content);
  const body = useRef<Body | null>(draft.content.body as Body | null);
  const [notes, setNotesState] = useState<Notes>(notesOf(draft));
  const [isDirty, setDirty] = useState(false);
  const typed = useRef(0);
  const [conflict, setConflict] = useState<ContentEdit['conflict']>();
  const whole = (): Content => ({ ...content, body: body.current as Content['body'] });
  const autosave = useAutosave(detail.id, () => (isDirty ? { edit: base.edit, content: whole() } : undefined));

  const replace = useCallback((next: Base & { readonly notes?: Notes }, dirty: boolean) => {
    setBase({ edit: next.edit, content: next.content });
    setContent(next.content);
    body.current = next.content.body as Body | null;
    editor.current?.replace(body.current);
    if (next.notes) setNotesState(next.notes);
    setDirty(dirty);
  }, []);
  // The page renews itself when the window comes back: take the newer text unless something is typed here.
  useEffect(() => {
    if (!isDirty && draft.edit > base.edit) replace({ ...draft, notes: notesOf(draft) }, false);
  }, [draft, base.edit, isDirty, replace]);

  const touch = (): void => {
    typed.current += 1;
    setDirty(true);
    autosave.later();
  };
  const action = useAction<EditInput, PublicationDetail>(
    (input) => call('PUT', `${publicationPath(detail.id)}/content`, input),
    {
      done: '已保存。',
      onProblem: (problem, input) => {
        const current = overtaking(problem);
        if (!current) return false;
        setConflict({
          base: flatContent(base.content),
          mine: flatContent(input.content),
          current: { ...flatContent(current.content), version: current.edit },
          by: textOf(problem.details.by),
          at: current.at,
          theirs: current.content,
          mineContent: input.content,
        });
        return true;
      },
    },
  );
  const adopt = (answer: PublicationDetail, typedThen = typed.current): void => {
    take(answer);
    if (!answer.draft || typedThen !== typed.current) return;
    replace({ ...answer.draft, notes: notesOf(answer.draft) }, false);
    autosave.cancel();
  };
  const inputNow = (edit: number): EditInput => ({ edit, content: whole(), ...notes });
  const latest = useRef(inputNow);
  latest.current = inputNow;
  const underWay = useRef<{ readonly typed: number; readonly answer: Promise<PublicationDetail | undefined> }>(
    undefined,
  );
  const put = (input: EditInput): Promise<PublicationDetail | undefined> => {
    const sent = { typed: typed.current, answer: send(input) };
    underWay.current = sent;
    void sent.answer.finally(() => {
      if (underWay.current === sent) underWay.current = undefined;
    });
    return sent.answer;
  };
  /** Whoever presses twice must not be told that he overtook himself: the second waits for the first, and sends only what was typed since. */
  const afterTheFirst = async (first: NonNullable<typeof underWay.current>) => {
    const answer = await first.answer;
    return answer?.draft && first.typed !== typed.current ? put(latest.current(answer.draft.edit)) : answer;
  };
  const send = async (input: EditInput): Promise<PublicationDetail | undefined> => {
    const typedThen = typed.current;
    autosave.cancel();
    try {
      const answer = await action.mutateAsync(input);
      // What was typed while the answer was on its way stands upon what was just saved.
      if (answer.draft && typedThen !== typed.current)
        setBase({ edit: answer.draft.edit, content: answer.draft.content });
      adopt(answer, typedThen);
      return answer;
    } catch {
      autosave.later();
      return undefined;
    }
  };
  return {
    content,
    notes,
    isDirty,
    isSaving: action.isPending,
    isOvertaken: isDirty && draft.edit > base.edit,
    autosave,
    editor,
    set: (change) => {
      setContent((before) => ({ ...before, ...change }));
      touch();
    },
    setBody: (next) => {
      body.current = next;
      touch();
    },
    setNotes: (next) => {
      typed.current += 1;
      setNotesState(next);
      setDirty(true);
    },
    typed: () => typed.current,
    save: async () => {
      if (underWay.current) return afterTheFirst(underWay.current);
      return isDirty ? put(inputNow(base.edit)) : detail;
    },
    adopt,
    restore: (kept) => {
      replace({ ...kept, notes }, true);
      // What the other one saved meanwhile is compared when this is saved: the kept edit number says what it was typed upon.
      setBase({ edit: kept.edit, content: base.content });
    },
    conflict,
    saveChosen: (values, edit) => {
      if (!conflict) return;
      setConflict(undefined);
      void put({ edit, content: contentOf(values, conflict.mineContent, conflict.theirs), ...notes });
    },
    backToForm: () => setConflict(undefined),
  };
}

function notesOf(draft: NonNullable<PublicationDetail['draft']>): Notes {
  return { changeKind: draft.changeKind, changeNote: draft.changeNote, releaseNote: draft.releaseNote };
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What stands there now, when somebody else was faster. */
function overtaking(problem: ApiProblem): (Base & { readonly at: string | undefined }) | undefined {
  const current = problem.details.current as Partial<Base & { at: string }> | undefined;
  if (problem.code !== 'stale' || !current?.content || typeof current.edit !== 'number') return undefined;
  return { edit: current.edit, content: current.content, at: current.at };
}
