import { Link } from 'react-router';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { BlockingReason, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { realPlace } from '../page/go-to-place.ts';
import { parted, placeLabel } from '../words/places.ts';

/** Everything that still stands in the way, at once, each a way to its place. */
export function ReasonsPanel(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly onGo: (place: string) => void;
}) {
  const { detail } = props;
  if (!detail.draft) return null;
  const blocks = detail.reasons.filter((reason) => reason.severity === 'blocks');
  const warns = detail.reasons.filter((reason) => reason.severity === 'warns');
  return (
    <Section
      title="公开前还差什么"
      extra={
        blocks.length > 0 ? <ToneTag tone="red">{blocks.length} 项</ToneTag> : <ToneTag tone="green">可以公开</ToneTag>
      }
    >
      {blocks.length === 0 ? <p>公开的条件都已具备。</p> : <Reasons {...props} reasons={blocks} />}
      {warns.length > 0 ? (
        <>
          <h3>请留意（不妨碍公开）</h3>
          <Reasons {...props} reasons={warns} />
        </>
      ) : null}
    </Section>
  );
}

function Reasons(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly onGo: (place: string) => void;
  readonly reasons: readonly BlockingReason[];
}) {
  return (
    <ul className="mc-reasons">
      {props.reasons.map((reason) => (
        <li key={`${reason.code} ${reason.place} ${reason.message}`}>
          {reason.message} <ReasonLink {...props} reason={reason} />
        </li>
      ))}
    </ul>
  );
}

function ReasonLink(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly onGo: (place: string) => void;
  readonly reason: BlockingReason;
}) {
  const { detail, reason } = props;
  const [type, rest] = parted(reason.place);
  if (type === 'together') {
    return rest && rest !== detail.id ? <Link to={`/publications/${rest}`}>打开</Link> : null;
  }
  const place = realPlace(reason.place, detail);
  const label = placeLabel(place, detail.draft?.content ?? null, props.kind);
  return (
    <button type="button" className="mc-link-button" onClick={() => props.onGo(place)}>
      {label ? `去看：${label}` : '去看'}
    </button>
  );
}
