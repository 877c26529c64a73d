import { useRef, useState } from 'react';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { EditorHandle } from '../../../../workbench/editor/lazy-editor.tsx';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { ContentReader } from '../content/content-reader.tsx';
import type { NoteActions } from '../content/note-actions.ts';
import { goToPlace } from '../page/go-to-place.ts';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { ReasonsPanel } from '../panels/reasons-panel.tsx';
import { StepsPanel } from '../panels/steps-panel.tsx';
import { DecisionForm } from './decision-form.tsx';
import { DifferenceList } from './difference-list.tsx';
import { RemarkForm } from './remark-form.tsx';

/** What a reviewer needs on one page: what changed, the whole text, remarks at their place, and the decision. */
export function ReviewView(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly actions: NoteActions;
}) {
  const { detail, kind, actions } = props;
  const editor = useRef<EditorHandle>(null);
  const [caret, setCaret] = useState<string>();
  const { draft } = detail;
  if (!draft) return <EmptyState what="现在没有待审核的版本。" next="已公开的内容见“内容”。" />;
  const go = (place: string): void => goToPlace(place, editor);
  const mine = detail.steps.filter((step) => step.mine);
  const mayRemark = detail.allowed.remark === true || detail.allowed.review === true || mine.length > 0;
  return (
    <div className="mc-columns">
      <div className="mc-span-8">
        <Section title="与已公开版本的差别">
          <DifferenceList publicationId={detail.id} />
        </Section>
        <ContentReader
          detail={detail}
          content={draft.content}
          hash={draft.contentHash}
          kind={kind}
          actions={actions}
          editor={editor}
          onCaret={(blockId) => blockId && setCaret(blockId)}
        />
      </div>
      <div className="mc-span-4 mc-side">
        {mine.length > 0 ? (
          <DecisionForm key={mine.map((step) => step.code).join()} detail={detail} steps={mine} />
        ) : (
          <WhyNotMine detail={detail} />
        )}
        {mayRemark ? <RemarkForm detail={detail} kind={kind} caret={caret} /> : null}
        <StepsPanel detail={detail} />
        <ReasonsPanel detail={detail} kind={kind} onGo={go} />
        <FindingsPanel detail={detail} kind={kind} actions={actions} onGo={go} />
      </div>
    </div>
  );
}

/** Why the step that is open cannot be done by this person, for example because he drafted the text. */
function WhyNotMine({ detail }: { readonly detail: PublicationDetail }) {
  const open = detail.steps.filter((step) => step.state === 'open' && step.whyNot);
  if (open.length === 0) return null;
  return (
    <Section title="审核">
      <ul className="mc-plain-list">
        {open.map((step) => (
          <li key={step.code}>
            {step.name}：{step.whyNot}
          </li>
        ))}
      </ul>
    </Section>
  );
}
