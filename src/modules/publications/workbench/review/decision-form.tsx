import { Alert, Button, Form, Input, Radio } from 'antd';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PublicationDetail, ReviewInput, StepProgress } from '../../publications.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { ContentCode } from '../words/content-code.tsx';

type Decision = Pick<ReviewInput, 'step' | 'comment'>;

/** Approves or returns exactly the content on this page: its hash goes along, and a newer content is refused. */
export function DecisionForm({
  detail,
  steps,
}: {
  readonly detail: PublicationDetail;
  readonly steps: readonly StepProgress[];
}) {
  const [form] = Form.useForm<Decision>();
  const review = usePublicationAction<ReviewInput>(detail.id, 'POST', '/reviews', {
    done: (_detail, input) => (input.decision === 'approved' ? '审核通过。' : '已退回起草人。'),
    onDone: () => form.resetFields(),
  });
  const [first] = steps;
  const { draft } = detail;
  if (!first || !draft) return null;
  const decide = async (decision: ReviewInput['decision']): Promise<void> => {
    const { step, comment } = await form.validateFields();
    const needsWhy = decision === 'returned' && !comment?.trim() && openRemarks === 0;
    form.setFields([{ name: 'comment', errors: needsWhy ? ['退回请说明原因，或先在相应位置提出意见。'] : [] }]);
    if (needsWhy) return;
    review.mutate({
      step: step ?? first.code,
      decision,
      contentHash: draft.contentHash,
      comment: comment?.trim() || (decision === 'returned' ? `见标注在原文处的 ${openRemarks} 条意见。` : null),
      remarks: [],
    });
  };
  const openRemarks = detail.remarks.filter((remark) => !remark.resolvedAt).length;
  const unsettled = detail.findings.filter((finding) => finding.state === 'open').length;
  return (
    <Section title="我的审核">
      {unsettled > 0 ? (
        <Alert className="mc-gap-below" type="warning" showIcon title={`还有 ${unsettled} 处个人信息没有处理`} />
      ) : null}
      <Form<Decision> form={form} layout="vertical" initialValues={{ step: first.code }}>
        {steps.length > 1 ? (
          <Form.Item name="step" label="环节">
            <Radio.Group options={steps.map((step) => ({ value: step.code, label: step.name }))} />
          </Form.Item>
        ) : (
          <p>
            环节：<strong>{first.name}</strong>
          </p>
        )}
        <Form.Item name="comment" label="审核意见">
          <Input.TextArea
            rows={3}
            maxLength={2000}
            placeholder="退回时请写明要改什么；也可在下方把意见标到具体位置。"
          />
        </Form.Item>
        <div className="mc-note-buttons">
          <Button type="primary" loading={review.isPending} onClick={() => void decide('approved')}>
            审核通过
          </Button>
          <Button danger loading={review.isPending} onClick={() => void decide('returned')}>
            退回修改
          </Button>
        </div>
      </Form>
      <p className="mc-muted mc-small">公开的就是您现在看到的这一份；此后有任何改动，您的审核随之作废。</p>
      <ContentCode hash={draft.contentHash} />
    </Section>
  );
}
