import { Form, Input, Modal } from 'antd';
import type { Finding, Remark } from '../../publications.contract.ts';
import { findingTypeLabel } from '../words/labels.ts';
import { usePublicationAction } from './use-publication.ts';

/** Lets a finding through with a reason that is kept (DOC redaction). */
export function KeepDialog(props: {
  readonly publicationId: string;
  readonly finding: Finding;
  readonly onClose: () => void;
}) {
  const { finding } = props;
  const [form] = Form.useForm<{ reason: string }>();
  const keep = usePublicationAction<{ reason: string }>(
    props.publicationId,
    'POST',
    `/findings/${finding.id}/override`,
    {
      done: '已记录理由。',
      onDone: props.onClose,
    },
  );
  return (
    <Modal
      open
      title="保留这处个人信息"
      okText="记录理由并保留"
      cancelText="取消"
      confirmLoading={keep.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p>
        {findingTypeLabel(finding.type)}“{finding.text || finding.masked}”将原样公开。理由连同您的姓名一并存档。
      </p>
      <Form form={form} layout="vertical" onFinish={(values) => keep.mutate(values)}>
        <Form.Item
          name="reason"
          label="可以公开的理由"
          rules={[{ required: true, whitespace: true, min: 4, message: '请说明理由，例如：本单位对外办公电话。' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}

export function ResolveDialog(props: {
  readonly publicationId: string;
  readonly remark: Remark;
  readonly onClose: () => void;
}) {
  const { remark } = props;
  const [form] = Form.useForm<{ resolution: string }>();
  const resolve = usePublicationAction<{ resolution: string }>(
    props.publicationId,
    'POST',
    `/remarks/${remark.id}/resolve`,
    { done: '意见已处理。', onDone: props.onClose },
  );
  return (
    <Modal
      open
      title="处理审核意见"
      okText="记录处理情况"
      cancelText="取消"
      confirmLoading={resolve.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <p className="mc-pre">
        {remark.by.name}：{remark.text}
      </p>
      <Form form={form} layout="vertical" onFinish={(values) => resolve.mutate(values)}>
        <Form.Item
          name="resolution"
          label="处理情况"
          rules={[{ required: true, whitespace: true, message: '请说明如何处理，例如：已按意见修改。' }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
