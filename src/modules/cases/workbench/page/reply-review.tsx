import { Button, Form, Input } from 'antd';
import type { ReviewReplyInput } from '../../case-acts.contract.ts';
import type { CaseReply, CaseView } from '../../cases.contract.ts';
import { useCaseAct } from './use-case.ts';

/** Whoever wrote it cannot approve it; what is approved is what he saw. */
export function ReplyReview({ view, reply }: { readonly view: CaseView; readonly reply: CaseReply }) {
  const [form] = Form.useForm<{ comment?: string }>();
  const review = useCaseAct<ReviewReplyInput>(view.id, 'POST', '/reply/reviews', {
    done: (_view, input) => (input.decision === 'approved' ? '审核通过。' : '已退回起草人。'),
    onDone: () => form.resetFields(),
  });
  const open = reply.steps.find((step) => step.state === 'open');
  if (!open) return null;
  if (!open.mine) return open.whyNot ? <p className="mc-muted mc-small">{open.whyNot}</p> : null;
  const decide = (decision: ReviewReplyInput['decision']): void => {
    const comment = (form.getFieldValue('comment') as string | undefined)?.trim() || null;
    form.setFields([{ name: 'comment', errors: decision === 'returned' && !comment ? ['退回请说明要改什么。'] : [] }]);
    if (decision === 'returned' && !comment) return;
    review.mutate({ version: view.version, step: open.code, edit: reply.edit, decision, comment });
  };
  return (
    <Form form={form} name="review" layout="vertical">
      <Form.Item name="comment" label={`${open.name}意见`}>
        <Input.TextArea rows={2} maxLength={1000} placeholder="退回时请写明要改什么" />
      </Form.Item>
      <div className="mc-actions">
        <Button type="primary" loading={review.isPending} onClick={() => decide('approved')}>
          审核通过
        </Button>
        <Button danger loading={review.isPending} onClick={() => decide('returned')}>
          退回修改
        </Button>
      </div>
    </Form>
  );
}
