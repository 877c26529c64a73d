import { instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { CaseReply, CaseView } from '../../../cases/cases.contract.ts';
import { DraftedReply } from '../../../cases/workbench/page/drafted-reply.tsx';
import { ReplyEditor } from './reply-editor.tsx';

/** What was sent and stands for good, and the one that is worked on. */
export function RepliesPanel({ view }: { readonly view: CaseView }) {
  const sent = view.replies.filter((reply) => reply.state === 'sent');
  const open = view.replies.find((reply) => reply.state === 'draft');
  const mayDraft = view.allowed.draftReply === true;
  if (sent.length === 0 && !open && !mayDraft) return null;
  return (
    <Section title="答复">
      {sent.map((reply) => (
        <SentReply key={reply.id} reply={reply} />
      ))}
      {mayDraft ? (
        <ReplyEditor key={`after ${sent.length}`} view={view} reply={open} isCorrection={sent.length > 0} />
      ) : open ? (
        <DraftedReply view={view} reply={open} />
      ) : null}
    </Section>
  );
}

function SentReply({ reply }: { readonly reply: CaseReply }) {
  return (
    <article className="mc-sent-reply" aria-label={`第 ${reply.ordinal} 次答复`}>
      <p className="mc-muted mc-small">
        {reply.ordinal === 1 ? '已答复' : `第 ${reply.ordinal} 次答复`} · {reply.unit.shortName} ·{' '}
        {instantText(reply.sentAt)}
      </p>
      <p className="mc-pre">{reply.text}</p>
    </article>
  );
}
