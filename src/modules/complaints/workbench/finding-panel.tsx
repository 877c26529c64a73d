import { App, Button } from 'antd';
import { instantText } from '../../../workbench/components/day.ts';
import { Section } from '../../../workbench/components/section.tsx';
import type { SubmitReplyInput } from '../../cases/case-acts.contract.ts';
import type { CaseReply } from '../../cases/cases.contract.ts';
import { DraftedReply } from '../../cases/workbench/page/drafted-reply.tsx';
import type { ComplaintView } from '../complaints.contract.ts';
import { FindingEditor } from './finding-editor.tsx';
import { useComplaintAct } from './use-complaint.ts';

/** What was told and stands for good, and the finding that is worked on. */
export function FindingPanel({ view }: { readonly view: ComplaintView }) {
  const { case: one } = view;
  const sent = one.replies.filter((reply) => reply.state === 'sent');
  const open = one.replies.find((reply) => reply.state === 'draft');
  const mayDraft = one.allowed.draftReply === true;
  if (sent.length === 0 && !open && !mayDraft) return null;
  return (
    <Section title="核查结论">
      {sent.map((reply) => (
        <article key={reply.id} className="mc-sent-reply" aria-label={`第 ${reply.ordinal} 次告知`}>
          <p className="mc-muted mc-small">
            {reply.ordinal === 1 ? '已告知' : `第 ${reply.ordinal} 次告知`} · {instantText(reply.sentAt)}
          </p>
          <p className="mc-pre">{reply.text}</p>
        </article>
      ))}
      {mayDraft ? (
        <FindingEditor
          key={`after ${sent.length}`}
          view={view}
          reply={open}
          content={view.findings.find((finding) => finding.replyId === open?.id)?.content}
        />
      ) : open ? (
        <>
          <DraftedReply view={one} reply={open} />
          <SendFinding view={view} reply={open} />
        </>
      ) : null}
    </Section>
  );
}

function SendFinding({ view, reply }: { readonly view: ComplaintView; readonly reply: CaseReply }) {
  const { modal } = App.useApp();
  const send = useComplaintAct<SubmitReplyInput>(view.case.id, '/finding-sending', { done: '核查结论已告知。' });
  if (view.case.allowed.sendReply !== true) return null;
  const run = async (): Promise<void> => {
    const content = '告知后投诉举报人凭编号和查询码马上能看到，不能再修改；责令改正的，请另行送达被投诉单位。';
    if (await modal.confirm({ title: '告知核查结论', content, okText: '告知', cancelText: '取消' }))
      send.mutate({ version: view.case.version, edit: reply.edit });
  };
  return (
    <div className="mc-actions">
      <Button type="primary" loading={send.isPending} onClick={() => void run()}>
        告知核查结论
      </Button>
    </div>
  );
}
