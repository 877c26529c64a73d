import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { GapView } from '../../gaps/gaps.contract.ts';
import { GAP_STATES } from '../../knowledge-words.ts';

export function GapTags({ gap }: { readonly gap: GapView }) {
  const { state, workdaysLeft } = gap;
  const tone = state === 'answered' ? 'green' : state === 'declined' ? 'grey' : 'blue';
  return (
    <>
      <ToneTag tone={tone}>{GAP_STATES[state]}</ToneTag>
      {workdaysLeft === null ? null : (
        <ToneTag tone={workdaysLeft < 0 ? 'red' : workdaysLeft <= 1 ? 'orange' : 'grey'}>
          {workdaysLeft < 0
            ? `逾期 ${-workdaysLeft} 个工作日`
            : workdaysLeft === 0
              ? '今天到期'
              : `还剩 ${workdaysLeft} 个工作日`}
        </ToneTag>
      )}
    </>
  );
}
