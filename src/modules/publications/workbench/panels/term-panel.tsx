import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { Section } from '../../../../workbench/components/section.tsx';
import type { ExplainLateInput, PublicationDetail } from '../../publications.contract.ts';
import { usePublicationAction } from '../content/use-publication.ts';
import { placeElementId } from '../words/places.ts';
import { TermTag } from '../words/state-tags.tsx';

/** 公开时限 (Regulations art. 26): by when it has to be public, and why it was not. Nothing where no term runs. */
export function TermPanel({ detail }: { readonly detail: PublicationDetail }) {
  const [isOpen, setOpen] = useState(false);
  const { term, lateReasons } = detail;
  if (!term && lateReasons.length === 0) return null;
  return (
    <Section title="公开时限" extra={<TermTag publication={detail} />}>
      <div id={placeElementId('term')}>
        {term ? (
          <p>
            最迟应于 {dayText(term.dueOn)} 公开，
            {term.isOver
              ? `已超过 ${Math.max(-term.workdaysLeft, 1)} 个工作日。`
              : `还剩 ${term.workdaysLeft} 个工作日。`}
          </p>
        ) : null}
        {lateReasons.map((one) => (
          <dl className="mc-facts" key={one.at}>
            <dt>超期理由</dt>
            <dd>{one.reason}</dd>
            <dt>说明</dt>
            <dd>
              {one.by} · {instantText(one.at)} · 时限 {one.dueOn}
            </dd>
          </dl>
        ))}
        {detail.allowed.explainLate === true ? (
          <Button type={lateReasons.length > 0 ? 'default' : 'primary'} onClick={() => setOpen(true)}>
            {lateReasons.length > 0 ? '补充理由' : '说明超期理由'}
          </Button>
        ) : null}
      </div>
      {isOpen ? <ExplainDialog id={detail.id} onClose={() => setOpen(false)} /> : null}
    </Section>
  );
}

function ExplainDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<ExplainLateInput>();
  const explain = usePublicationAction<ExplainLateInput>(id, 'POST', '/late-reasons', {
    done: '已记下理由，可以继续发布。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title="说明超过公开时限的理由"
      okText="提交"
      cancelText="取消"
      confirmLoading={explain.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p className="mc-muted">理由留存备查，计入超期公开的统计，主管部门可以看到，提交后不能修改。</p>
      <Form<ExplainLateInput> form={form} layout="vertical" onFinish={(values) => explain.mutate(values)}>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, whitespace: true, min: 4, message: '请说明超过公开时限的理由。' }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount placeholder="例如：征求第三方意见，1月20日才收到答复" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
