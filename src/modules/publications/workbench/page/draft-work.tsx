import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';
import type { PublicationDetail } from '../../publications.contract.ts';
import type { KindView } from '../../register.contract.ts';
import { ContentEditor } from '../content/content-editor.tsx';
import { useContentEdit } from '../content/use-content-edit.ts';
import { useNotes } from '../content/use-notes.tsx';
import { ImportedAlert } from '../create/imported-alert.tsx';
import { DeterminationPanel } from '../panels/determination-panel.tsx';
import { FindingsPanel } from '../panels/findings-panel.tsx';
import { ReasonsPanel } from '../panels/reasons-panel.tsx';
import { StepsPanel } from '../panels/steps-panel.tsx';
import { TermPanel } from '../panels/term-panel.tsx';
import { parted } from '../words/places.ts';
import { ActionBar } from './action-bar.tsx';
import { goToPlace } from './go-to-place.ts';
import { ReadOnlyWork } from './read-only-work.tsx';

type Props = {
  readonly detail: PublicationDetail & { readonly draft: NonNullable<PublicationDetail['draft']> };
  readonly kind: KindView | undefined;
};

/** The open version: edited while it is a draft and the person may, else read; what is typed is not taken away when a colleague submits. */
export function DraftWork(props: Props) {
  const [isTyping, setTyping] = useState(false);
  const { actions, dialogs } = useNotes(props.detail, undefined);
  const mayEdit = props.detail.allowed.edit === true;
  if (mayEdit || isTyping) return <Editing {...props} isClosed={!mayEdit} onTyping={setTyping} />;
  return (
    <>
      <ReadOnlyWork detail={props.detail} kind={props.kind} actions={actions} />
      {dialogs}
    </>
  );
}

interface Closing {
  /** A colleague has submitted it meanwhile. */
  readonly isClosed: boolean;
  readonly onTyping: (isTyping: boolean) => void;
}

function Editing({ detail, kind, isClosed, onTyping }: Props & Closing) {
  const edit = useContentEdit(detail);
  useEffect(() => onTyping(edit.isDirty), [edit.isDirty, onTyping]);
  const { actions, dialogs } = useNotes(detail, edit);
  const [, setParams] = useSearchParams();
  const go = (place: string): void => {
    if (parted(place)[0] === 'review') setParams({ view: 'review' });
    else goToPlace(place, edit.editor);
  };
  return (
    <>
      <ActionBar detail={detail} kind={kind} beforeAct={edit.save} onGo={go} />
      {isClosed && <ClosedAlert onDiscard={() => onTyping(false)} />}
      <div className="mc-columns">
        <div className="mc-span-8">
          <ImportedAlert onGo={go} />
          <ContentEditor detail={detail} kind={kind} edit={edit} actions={actions} />
        </div>
        <div className="mc-span-4 mc-side">
          <ReasonsPanel detail={detail} kind={kind} onGo={go} />
          <FindingsPanel detail={detail} kind={kind} actions={actions} onGo={go} />
          <TermPanel detail={detail} />
          <DeterminationPanel detail={detail} />
          <StepsPanel detail={detail} />
        </div>
      </div>
      {dialogs}
    </>
  );
}

function ClosedAlert({ onDiscard }: { readonly onDiscard: () => void }) {
  return (
    <Alert
      className="mc-gap-below"
      type="warning"
      showIcon
      title="同事已提交审核，现在不能保存"
      description="您还没有保存的内容留在下面。需要一并修改的，请先撤回再保存；不需要的，可以放弃。"
      action={<Button onClick={onDiscard}>放弃未保存的内容</Button>}
    />
  );
}
