import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { DraftNotice } from '../../../../workbench/components/draft-notice.tsx';
import { UnsavedGuard } from '../../../../workbench/components/unsaved-guard.tsx';
import { useDraft } from '../../../../workbench/components/use-draft.ts';
import type { DraftReplyInput, SubmitReplyInput } from '../../../cases/case-acts.contract.ts';
import type { CaseReply, CaseView } from '../../../cases/cases.contract.ts';
import { FindingsReason } from '../../../cases/workbench/page/findings-reason.tsx';
import { ReplyFindings } from '../../../cases/workbench/page/reply-findings.tsx';
import { ReplySteps } from '../../../cases/workbench/page/reply-steps.tsx';
import { useCaseAct } from '../../../cases/workbench/page/use-case.ts';
import { type Base, baseOf, type OtherWords, otherWords, ReplyConflict } from './reply-conflict.tsx';

/** Writing the answer; what stands in it of others is told after each save and must be answered before it goes on. */
export function ReplyEditor(props: {
  readonly view: CaseView;
  readonly reply: CaseReply | undefined;
  readonly isCorrection: boolean;
}) {
  const { view, reply, isCorrection } = props;
  const [base, setBase] = useState(baseOf(reply));
  const [text, setText] = useState(base.text);
  const [reason, setReason] = useState(base.reason);
  const [other, setOther] = useState<OtherWords>();
  const kept = useDraft<string>(`case-reply:${view.id}`);
  const isChanged = text !== base.text || reason !== base.reason;
  const takeOver = (next: Base): void => {
    setBase(next);
    setText(next.text);
    setReason(next.reason);
    setOther(undefined);
  };
  // What somebody else saved meanwhile is shown at once where nothing was typed; else when saving tells of it.
  if (reply && reply.edit > base.edit && !isChanged && !other) takeOver(baseOf(reply));
  const save = useCaseAct<DraftReplyInput>(view.id, 'PUT', '/reply', {
    onDone: (after, input) => {
      kept.clear();
      setOther(undefined);
      const draft = after.replies.find((one) => one.state === 'draft');
      setBase({ edit: draft?.edit ?? 0, text: input.text, reason: input.findingsReason ?? '' });
    },
    onProblem: (problem) => {
      const words = otherWords(problem);
      setOther(words);
      return words !== undefined;
    },
  });
  const submit = useCaseAct<SubmitReplyInput>(view.id, 'POST', '/reply/submission', {
    done: (after) => (after.state === 'replyDrafted' ? '已提交审核。' : '已提交。'),
  });
  const saved = async (): Promise<CaseView | undefined> => {
    const input = { edit: base.edit, text, findingsReason: reason.trim() || null };
    if (!isChanged && reply) return view;
    return save.mutateAsync(input).catch(() => undefined);
  };
  const send = async (): Promise<void> => {
    const after = await saved();
    const draft = after?.replies.find((one) => one.state === 'draft');
    if (after && draft) submit.mutate({ version: after.version, edit: draft.edit });
  };
  const returned = reply?.steps.some((step) => step.state === 'returned');
  return (
    <div>
      {isCorrection ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title="已经发出的答复不能修改。需要更正或补充的，另写一次答复。"
        />
      ) : null}
      <DraftNotice draft={kept} onTake={setText} />
      {other ? (
        <ReplyConflict
          other={other}
          onTake={() => takeOver(other)}
          onKeep={() => {
            setBase(other);
            setOther(undefined);
          }}
        />
      ) : null}
      {reply && returned ? <ReplySteps reply={reply} /> : null}
      <label htmlFor="reply-text">{isCorrection ? '补充或更正的答复' : '答复内容'}</label>
      <Input.TextArea
        id="reply-text"
        className="mc-reply-text"
        value={text}
        rows={10}
        maxLength={20_000}
        showCount
        onChange={(event) => {
          setText(event.target.value);
          kept.save(event.target.value);
        }}
      />
      {reply && !isChanged ? <ReplyFindings findings={reply.findings} text={reply.text} /> : null}
      {reply && reply.findings.length > 0 ? <FindingsReason value={reason} onChange={setReason} /> : null}
      <div className="mc-actions">
        <Button onClick={() => void saved()} loading={save.isPending} disabled={!isChanged || text.trim() === ''}>
          保存草稿
        </Button>
        <SubmitButton view={view} isEmpty={text.trim() === ''} isBusy={submit.isPending} onSubmit={() => void send()} />
      </div>
      <UnsavedGuard when={isChanged && text.trim() !== ''} />
    </div>
  );
}

/** Kinds without review send at once by the action of its own above; everything else is read by somebody first. */
function SubmitButton(props: {
  readonly view: CaseView;
  readonly isEmpty: boolean;
  readonly isBusy: boolean;
  readonly onSubmit: () => void;
}) {
  const { submitReply: may } = props.view.allowed;
  const isStopped = typeof may === 'string' && props.view.replies.some((reply) => reply.state === 'draft');
  return (
    <>
      <Button type="primary" disabled={props.isEmpty} loading={props.isBusy} onClick={props.onSubmit}>
        提交审核
      </Button>
      {isStopped ? <span className="mc-muted mc-small">{may}</span> : null}
    </>
  );
}
