import { instantText } from '../../../../workbench/components/day.ts';
import type { CaseReply, CaseView } from '../../cases.contract.ts';
import { ReplyFindings } from './reply-findings.tsx';
import { ReplyReview } from './reply-review.tsx';
import { ReplySteps } from './reply-steps.tsx';

/** The words as a reviewer must see them: exactly those that will go out. */
export function DraftedReply({ view, reply }: { readonly view: CaseView; readonly reply: CaseReply }) {
  return (
    <>
      <p className="mc-muted mc-small">
        {reply.drafter ? `${reply.drafter.name}起草` : '草稿'} · {instantText(reply.updatedAt)}
      </p>
      <p className="mc-pre mc-sent-reply">{reply.text}</p>
      <ReplyFindings findings={reply.findings} text={reply.text} />
      {reply.findingsReason ? <p>保留个人信息的理由：{reply.findingsReason}</p> : null}
      <ReplySteps reply={reply} />
      <ReplyReview view={view} reply={reply} />
    </>
  );
}
