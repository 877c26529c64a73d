import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { TREATMENT_STATES, type TreatmentState } from '../../treatments/treatment-words.ts';

const TONES = { inquiry: 'violet', acting: 'blue', done: 'orange', verified: 'green', dropped: 'grey' } as const;

export function TreatmentTags(props: {
  readonly row: { readonly state: TreatmentState; readonly workdaysLeft: number | null };
}) {
  const { state, workdaysLeft } = props.row;
  return (
    <>
      <ToneTag tone={TONES[state]}>{TREATMENT_STATES[state]}</ToneTag>{' '}
      {workdaysLeft === null ? null : (
        <ToneTag tone={workdaysLeft < 0 ? 'red' : workdaysLeft <= 3 ? 'orange' : 'grey'}>
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
