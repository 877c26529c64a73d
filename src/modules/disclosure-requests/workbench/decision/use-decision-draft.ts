import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { type StaleConflict, staleConflict } from '../../../../workbench/components/stale-dialog.tsx';
import type { FieldValues } from '../../../../workbench/components/stale-merge.ts';
import { useDraft } from '../../../../workbench/components/use-draft.ts';
import type { DraftDecisionInput } from '../../decisions/decisions.contract.ts';
import type { DecisionContent } from '../../results/decision-content.contract.ts';
import type { RequestView } from '../../viewing/request-view.contract.ts';
import { requestPath, useRequestAct } from '../words/use-request.ts';
import { emptyContent } from './content-fields.ts';

/** A decision as somebody types it. */
export interface DecisionText {
  readonly content: DecisionContent;
  /** Null: as the template gives it. */
  readonly letterText: string | null;
  readonly findingsReason: string;
}

interface Based extends DecisionText {
  /** Counts saves; 0: never saved. */
  readonly edit: number;
}

/** What is kept on the server now. */
export function savedOf(view: RequestView): Based {
  const reply = view.case.replies.find(({ state }) => state === 'draft');
  const draft = view.decisions.find(({ replyId }) => replyId === reply?.id);
  return {
    edit: reply?.edit ?? 0,
    content: draft?.content ?? emptyContent(),
    letterText: draft?.letterIsOwn ? (reply?.text ?? null) : null,
    findingsReason: reply?.findingsReason ?? '',
  };
}

/** For the comparison of two versions, field by field. */
export function flat({ content, letterText, findingsReason }: DecisionText): FieldValues {
  return { ...content, letterText, findingsReason };
}

function unflat({ letterText, findingsReason, version: _version, ...content }: FieldValues): DecisionText {
  return {
    content: content as unknown as DecisionContent,
    letterText: (letterText as string | null) ?? null,
    findingsReason: (findingsReason as string) ?? '',
  };
}

/** Typing, saving, and two people who typed at once: the save is measured against what this page was opened with. */
export function useDecisionDraft(view: RequestView, prepared: (content: DecisionContent) => DecisionContent) {
  const { id } = view.case;
  const now = savedOf(view);
  const [base, setBase] = useState<Based>(now);
  const [text, setText] = useState<DecisionText>(base);
  const [conflict, setConflict] = useState<StaleConflict>();
  const kept = useDraft<DecisionText>(`request-decision:${id}`);
  const isChanged = JSON.stringify(flat(text)) !== JSON.stringify(flat(base));
  // Another saved meanwhile, and nothing was typed here: his version is simply shown.
  if (now.edit > base.edit && !isChanged) {
    setBase(now);
    setText(now);
  }
  const act = useRequestAct<DraftDecisionInput>(id, '/decision', {
    done: '已保存。',
    onDone: (after) => {
      kept.clear();
      setConflict(undefined);
      const saved = savedOf(after);
      setBase(saved);
      setText(saved);
    },
    onProblem: (problem) => {
      const found = staleConflict(problem, flat(base), flat(text));
      if (!found && problem.code !== 'stale') return false;
      void call<RequestView>('GET', requestPath(id)).then((fresh) => {
        const theirs = savedOf(fresh);
        const { current } = problem.details;
        const by = (current as { by?: string } | undefined)?.by;
        setConflict({
          base: flat(base),
          mine: flat(text),
          current: { ...flat(theirs), version: theirs.edit },
          by,
          at: undefined,
        });
      });
      return true;
    },
  });
  const send = (what: DecisionText, edit: number): Promise<RequestView | undefined> =>
    act
      .mutateAsync({
        edit,
        content: prepared(what.content),
        letterText: what.letterText?.trim() || null,
        findingsReason: what.findingsReason.trim() || null,
      })
      .catch(() => undefined);
  return {
    text,
    isChanged: isChanged || base.edit === 0,
    isTyped: isChanged,
    isOvertaken: isChanged && now.edit > base.edit,
    isSaving: act.isPending,
    kept,
    conflict,
    change: (part: Partial<DecisionText>) => {
      const next = { ...text, ...part };
      setText(next);
      kept.save(next);
    },
    take: setText,
    save: () => send(text, base.edit),
    saveChosen: (values: FieldValues, version: number) => void send(unflat(values), version),
    backToForm: () => setConflict(undefined),
  };
}
