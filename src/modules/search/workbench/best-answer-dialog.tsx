import { Form, Input, InputNumber, Modal } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import type { BestAnswerInput } from '../office/office-words.contract.ts';

export function BestAnswerDialog({ query, onClose }: { readonly query?: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<BestAnswerInput>();
  const save = useAction((input: BestAnswerInput) => call('POST', '/api/search/best-answers', input), {
    refreshes: ['/api/search/best-answers'],
    done: '已保存，几秒内生效。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title="增加推荐结果"
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<BestAnswerInput>
        form={form}
        layout="vertical"
        initialValues={{ query }}
        onFinish={(values) => save.mutate({ ...values, note: values.note || null })}
      >
        <Form.Item name="query" label="检索词" rules={[{ required: true, message: '请填写检索词。' }]}>
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="number"
          label="公开信息的编号"
          extra="打开该信息的页面，网址 /documents/ 后面的数字就是编号。"
          rules={[{ required: true, message: '请填写编号。' }]}
        >
          <InputNumber min={1} precision={0} />
        </Form.Item>
        <Form.Item name="note" label="说明（公众可见，可不填）">
          <Input maxLength={100} placeholder="例如：2026年秋季入学以本通知为准" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
