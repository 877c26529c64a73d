import { type Tone, ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { PLAN_STATE_WORDS, type PlanState } from '../../plan-words.ts';

const TONES: Readonly<Record<PlanState, Tone>> = { draft: 'grey', published: 'blue', closed: 'green' };

export function PlanStateTag({ state }: { readonly state: PlanState }) {
  return (
    <ToneTag tone={TONES[state]} dot>
      {PLAN_STATE_WORDS[state]}
    </ToneTag>
  );
}
