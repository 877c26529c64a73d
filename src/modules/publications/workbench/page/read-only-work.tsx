import { useRef } from 'react';
import { useSearchParams } from 'react-router';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import type { EditorHandle } from '../../../../workbench/editor/lazy-editor.tsx';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { ContentReader } from '../content/content-reader.tsx';
import type { NoteActions } from '../content/note-actions.ts';
import { DeterminationPanel } from '../panels/determination-panel.tsx';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { ReasonsPanel } from '../panels/reasons-panel.tsx';
import { StepsPanel } from '../panels/steps-panel.tsx';
import { TermPanel } from '../panels/term-panel.tsx';
import { parted } from '../words/places.ts';
import { ActionBar } from './action-bar.tsx';
import { goToPlace } from './go-to-place.ts';

/** What stands, for those who may not change it now; the open version if there is one, else what is or was public. */
export function ReadOnlyWork(props: {
  readonly detail: PublicationDetail;
  readonly kind: KindView | undefined;
  readonly actions: NoteActions;
}) {
  const { detail, kind, actions } = props;
  const editor = useRef<EditorHandle>(null);
  const [, setParams] = useSearchParams();
  const shown = detail.draft ?? detail.current;
  const go = (place: string): void => {
    if (parted(place)[0] === 'review') setParams({ view: 'review' });
    else goToPlace(place, editor);
  };
  return (
    <>
      <ActionBar detail={detail} kind={kind} beforeAct={async () => detail} onGo={go} />
      <div className="mc-columns">
        <div className="mc-span-8">
          {shown ? (
            <ContentReader
              detail={detail}
              content={shown.content}
              hash={shown.contentHash}
              kind={kind}
              actions={actions}
              editor={editor}
            />
          ) : (
            <EmptyState what="内容已经删除。" next="办理经过仍可查看。" />
          )}
        </div>
        <div className="mc-span-4 mc-side">
          <ReasonsPanel detail={detail} kind={kind} onGo={go} />
          {detail.draft ? <FindingsPanel detail={detail} kind={kind} actions={actions} onGo={go} /> : null}
          <TermPanel detail={detail} />
          <DeterminationPanel detail={detail} />
          <StepsPanel detail={detail} />
        </div>
      </div>
    </>
  );
}
