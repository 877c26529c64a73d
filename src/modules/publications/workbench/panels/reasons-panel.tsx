import { Link } from 'react-router';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { BlockingReason, PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { realPlace } from '../page/go-to-place.ts';
import { parted, placeLabel } from '../words/places.ts';
import { useKind } from '../words/use-kinds.ts';

type PanelProps = {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly onGo: (place: string) => void;
};

/** Everything that still stands in the way, at once, each a way to its place; what others will do after submitting is told apart. */
export function ReasonsPanel(props: PanelProps) {
  const { detail } = props;
  if (!detail.draft) return null;
  const blocks = detail.reasons.filter((reason) => reason.severity === 'blocks');
  const warns = detail.reasons.filter((reason) => reason.severity === 'warns');
  const later = blocks.filter((reason) => ['state', 'review'].includes(parted(reason.place)[0]));
  const now = blocks.filter((reason) => !later.includes(reason));
  return (
    <Section
      title="公开前还差什么"
      extra={
        now.length > 0 ? (
          <ToneTag tone="red">{now.length} 项</ToneTag>
        ) : blocks.length > 0 ? (
          <ToneTag tone="blue">待审核</ToneTag>
        ) : (
          <ToneTag tone="green">可以公开</ToneTag>
        )
      }
    >
      {blocks.length === 0 ? <p>公开的条件都已具备。</p> : null}
      {now.length > 0 ? <Reasons {...props} reasons={now} /> : null}
      {later.length > 0 ? <Later reasons={later} isDraft={detail.draft.state === 'draft'} onGo={props.onGo} /> : null}
      {warns.length > 0 ? (
        <>
          <h3>请留意（不妨碍公开）</h3>
          <Reasons {...props} reasons={warns} />
        </>
      ) : null}
    </Section>
  );
}

/** One line for all steps: the drafter can do nothing about them but submit. */
function Later(props: {
  readonly reasons: readonly BlockingReason[];
  readonly isDraft: boolean;
  readonly onGo: (place: string) => void;
}) {
  const steps = props.reasons.filter((reason) => reason.place.startsWith('review:'));
  const [first] = steps;
  return (
    <p>
      {props.isDraft ? '处理完后提交审核' : '正在审核'}
      {first ? (
        <>
          ，还有 {steps.length} 个环节没有通过。
          <button type="button" className="mc-link-button" onClick={() => props.onGo(first.place)}>
            看审核进度
          </button>
        </>
      ) : (
        '。'
      )}
    </p>
  );
}

/** Each reason with the way to its place. */
export function Reasons(props: PanelProps & { readonly reasons: readonly BlockingReason[] }) {
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

/** The way from a document that waits for its partner to drafting it. */
function DraftPartner({ detail, kind }: { readonly detail: PublicationDetail; readonly kind: string }) {
  const units = unitsOf(useSession(), 'officer', 'handler', 'supervisor');
  const partner = useKind(kind);
  if (!partner || !units.some((unit) => unit.id === detail.unit.id)) return null;
  return <Link to={`/publications/new?partnerOf=${detail.id}`}>起草{partner.name}</Link>;
}

function ReasonLink(props: PanelProps & { readonly reason: BlockingReason }) {
  const { detail, reason } = props;
  const [type, rest] = parted(reason.place);
  if (type === 'together') {
    if (rest === props.kind?.together?.kind) return <DraftPartner detail={detail} kind={rest} />;
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
