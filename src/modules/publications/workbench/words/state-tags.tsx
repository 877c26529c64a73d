import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { ATTRIBUTE_LABELS, LIFE_LABELS, STATE_LABELS } from '../../publication-words.ts';
import type { PublicationSummary } from '../../publications.contract.ts';
import { ATTRIBUTE_TONES, LIFE_TONES, OPEN_TONES } from './labels.ts';

/** Where the work stands, and what people outside see. */
export function StateTags({ publication }: { readonly publication: Pick<PublicationSummary, 'open' | 'life'> }) {
  const { open, life } = publication;
  return (
    <>
      {open ? (
        <ToneTag tone={OPEN_TONES[open]}>
          {life === 'none' ? STATE_LABELS[open] : `新版本${STATE_LABELS[open]}`}
        </ToneTag>
      ) : null}
      {life !== 'none' || !open ? <ToneTag tone={LIFE_TONES[life]}>{LIFE_LABELS[life]}</ToneTag> : null}
    </>
  );
}

export function AttributeTag({
  publication,
}: {
  readonly publication: Pick<PublicationSummary, 'attribute' | 'manner'>;
}) {
  const { attribute, manner } = publication;
  if (!attribute) return <ToneTag tone="orange">未认定</ToneTag>;
  return (
    <ToneTag tone={ATTRIBUTE_TONES[attribute]}>
      {ATTRIBUTE_LABELS[attribute]}
      {manner === 'targeted' ? '（定点定向）' : ''}
    </ToneTag>
  );
}

/** How long the term of publishing still runs, or that it was not kept; nothing where none runs. */
export function TermTag({ publication }: { readonly publication: Pick<PublicationSummary, 'term' | 'lateReasonAt'> }) {
  const { term, lateReasonAt } = publication;
  if (!term) return lateReasonAt ? <ToneTag tone="orange">超期公开，已说明理由</ToneTag> : null;
  if (term.isOver) return <ToneTag tone="red">已过公开时限{lateReasonAt ? '，已说明理由' : ''}</ToneTag>;
  return <ToneTag tone={term.workdaysLeft <= 5 ? 'orange' : 'grey'}>{term.dueOn} 前公开</ToneTag>;
}
