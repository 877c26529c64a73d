import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { CaseState } from '../../../cases/case-words.ts';
import { StateTag } from '../../../cases/workbench/words/case-tags.tsx';
import { RESULT_LABELS, type RequestResult } from '../../request-words.ts';

interface Standing {
  readonly state: CaseState;
  /** Null: the receipt is to be confirmed with the applicant. */
  readonly confirmedOn: string | null;
}

/** Words that a request has for states of every case. */
const OWN: Readonly<Partial<Record<CaseState, { readonly word: string; readonly tone: Tone }>>> = {
  awaitingSender: { word: '待补正或缴费', tone: 'grey' },
  replyDrafted: { word: '决定待审', tone: 'violet' },
  replyApproved: { word: '决定待发', tone: 'gold' },
};
const UNCONFIRMED = { word: '待确认收到', tone: 'orange' } as const;

export function requestState({ state, confirmedOn }: Standing): { readonly word: string; readonly tone: Tone } | null {
  if (state === 'received' && confirmedOn === null) return UNCONFIRMED;
  return OWN[state] ?? null;
}

export function RequestStateTag(props: Standing) {
  const own = requestState(props);
  return own ? <ToneTag tone={own.tone}>{own.word}</ToneTag> : <StateTag state={props.state} />;
}

/** 予以公开 in green, part of it in gold, anything else in grey: a refusal is no failure. */
export function ResultTag({ result }: { readonly result: RequestResult }) {
  const tone: Tone = result === 'open' ? 'green' : result === 'partial' ? 'gold' : 'grey';
  return <ToneTag tone={tone}>{RESULT_LABELS[result]}</ToneTag>;
}
