import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { CARE_REASONS, type CareReason } from '../../knowledge-words.ts';

export function CareTags({ reasons }: { readonly reasons: readonly CareReason[] }) {
  return (
    <>
      {reasons.map((reason) => (
        <ToneTag key={reason} tone={reason === 'reviewSoon' ? 'orange' : 'red'}>
          {CARE_REASONS[reason]}
        </ToneTag>
      ))}
    </>
  );
}
