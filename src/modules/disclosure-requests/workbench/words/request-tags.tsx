import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { CaseState } from '../../../cases/case-words.ts';
import { StateTag } from '../../../cases/workbench/words/case-tags.tsx';
import { REQUEST_STATE_WORDS, RESULT_LABELS, type RequestResult } from '../../request-words.ts';

interface Standing {
  readonly state: CaseState;
  /** Null: the receipt is to be confirmed with the applicant. */
  readonly confirmedOn: string | null;
}

const WORDS: Readonly<Partial<Record<CaseState, string>>> = REQUEST_STATE_WORDS;

export function RequestStateTag({ state, confirmedOn }: Standing) {
  if (state === 'received' && confirmedOn === null)
    return <ToneTag tone="orange">{REQUEST_STATE_WORDS.unbegun}</ToneTag>;
  const word = WORDS[state];
  return <StateTag state={state} {...(word && { word })} />;
}

/** 予以公开 in green, part of it in gold, anything else in grey: a refusal is no failure. */
export function ResultTag({ result }: { readonly result: RequestResult }) {
  const tone: Tone = result === 'open' ? 'green' : result === 'partial' ? 'gold' : 'grey';
  return <ToneTag tone={tone}>{RESULT_LABELS[result]}</ToneTag>;
}
