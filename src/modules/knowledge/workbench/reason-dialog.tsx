import { Form, Input, Modal } from 'antd';

/** Asks why, before something is left out of the FAQ. */
export function ReasonDialog(props: {
  readonly title: string;
  readonly extra: string;
  readonly isBusy: boolean;
  readonly onReason: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ reason: string }>();
  return (
    <Modal
      open
      title={props.title}
      okText="确定"
      cancelText="取消"
      confirmLoading={props.isBusy}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical" onFinish={({ reason }) => props.onReason(reason)}>
        <Form.Item
          name="reason"
          label="理由"
          extra={props.extra}
          rules={[{ required: true, whitespace: true, min: 4, message: '请写明理由，至少 4 个字。' }]}
        >
          <Input.TextArea rows={3} maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
