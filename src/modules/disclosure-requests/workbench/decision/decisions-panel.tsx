import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseReply } from '../../../cases/cases.contract.ts';
import { ReplyFindings } from '../../../cases/workbench/page/reply-findings.tsx';
import { ReplyReview } from '../../../cases/workbench/page/reply-review.tsx';
import { ReplySteps } from '../../../cases/workbench/page/reply-steps.tsx';
import { RESULT_RULES } from '../../results/result-rules.ts';
import type { DecisionView, RequestView } from '../../viewing/request-view.contract.ts';
import { LetterLinks } from '../words/letter-links.tsx';
import { ResultTag } from '../words/request-tags.tsx';
import { ContentFacts } from './content-facts.tsx';
import { DecisionEditor } from './decision-editor.tsx';
import { IdentityUnchecked } from './identity-unchecked.tsx';
import { MissingList } from './missing-list.tsx';
import { SendDecision } from './send-decision.tsx';
import { SuppliedFiles } from './supplied-files.tsx';

/** Decisions that were sent and stand for good, side by side, and the one that is worked on (regulation art 36). */
export function DecisionsPanel({ view }: { readonly view: RequestView }) {
  const { case: one } = view;
  const sent = view.decisions.filter(({ sentOn }) => sentOn !== null);
  const reply = one.replies.find(({ state }) => state === 'draft');
  const draft = view.decisions.find(({ replyId }) => replyId === reply?.id);
  const mayDraft = one.allowed.draftReply === true;
  if (sent.length === 0 && !reply && !mayDraft) return null;
  return (
    <Section title="答复决定">
      {sent.length > 0 ? (
        <div className="mc-sent-decisions">
          {sent.map((decision) => (
            <SentDecision key={decision.id} view={view} decision={decision} />
          ))}
        </div>
      ) : null}
      {mayDraft && view.confirmedOn === null ? (
        <p>先登记“确认收到”，再起草答复决定：告知书写明收到申请之日，期限由此起算。</p>
      ) : mayDraft ? (
        <DecisionEditor key={sent.length} view={view} reply={reply} draft={draft} isAnew={sent.length > 0} />
      ) : reply && draft ? (
        <UnderReview view={view} reply={reply} draft={draft} />
      ) : null}
    </Section>
  );
}

function SentDecision({ view, decision }: { readonly view: RequestView; readonly decision: DecisionView }) {
  const reply = view.case.replies.find(({ id }) => id === decision.replyId);
  return (
    <article className="mc-sent-reply" aria-label={`第 ${decision.seq} 次答复决定`}>
      <p>
        <strong>{decision.documentNumber}</strong> <ResultTag result={decision.result} />
      </p>
      <p className="mc-muted mc-small">
        {decision.seq === 1 ? '' : `第 ${decision.seq} 次答复决定 · `}
        {reply ? `${reply.unit.shortName} · ${instantText(reply.sentAt)}发出` : ''}
      </p>
      <ContentFacts content={decision.content} />
      <SuppliedFiles view={view} content={decision.content} />
      {reply ? (
        <details className="mc-why">
          <summary>告知书全文</summary>
          <div className="mc-letter">{reply.text}</div>
        </details>
      ) : null}
      <LetterLinks requestId={view.case.id} kind={RESULT_RULES[decision.result].group} of={decision.id} />
    </article>
  );
}

/** As the reviewer must see it: the decision, and the letter word for word as it will be sent. */
function UnderReview(props: { readonly view: RequestView; readonly reply: CaseReply; readonly draft: DecisionView }) {
  const { view, reply, draft } = props;
  return (
    <>
      <p>
        <ResultTag result={draft.result} />{' '}
        <span className="mc-muted mc-small">
          {reply.drafter ? `${reply.drafter.name}起草` : '草稿'} · {instantText(reply.updatedAt)}
        </span>
      </p>
      <ContentFacts content={draft.content} />
      <SuppliedFiles view={view} content={draft.content} />
      <h3>告知书</h3>
      {draft.letterIsOwn ? <p className="mc-muted mc-small">文字由起草人自行修改，请逐字核对。</p> : null}
      <div className="mc-letter mc-gap-below">{reply.text}</div>
      <LetterLinks requestId={view.case.id} kind={RESULT_RULES[draft.result].group} of={draft.id} />
      <MissingList missing={draft.missing} />
      <ReplyFindings findings={reply.findings} text={reply.text} />
      {reply.findingsReason ? <p>保留个人信息的理由：{reply.findingsReason}</p> : null}
      <ReplySteps reply={reply} />
      <ReplyReview view={view.case} reply={reply} />
      <IdentityUnchecked view={view} />
      <SendDecision view={view} reply={reply} />
    </>
  );
}
