import { Form, Input, Modal } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { MOST_NUMBERS_AT_ONCE } from '../../treatments/treatment-words.ts';
import { REFRESHES } from './refreshes.ts';

/** Adds cases by their numbers; those of a group of questions come by themselves. */
export function GatherDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ numbers: string }>();
  const gather = useAction<readonly string[]>(
    (numbers) => call('POST', `/api/source-treatments/${id}/cases`, { numbers }),
    { refreshes: REFRESHES, done: '已补充。', onDone: onClose },
  );
  return (
    <Modal
      open
      title="补充同类来件"
      okText="补充"
      cancelText="取消"
      confirmLoading={gather.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={({ numbers }) => gather.mutate(numbers.split(/[\s,，、;；]+/).filter(Boolean))}
      >
        <Form.Item
          name="numbers"
          label="来件编号"
          extra={`每行一个，一次不超过 ${MOST_NUMBERS_AT_ONCE} 个。问法相同的来信每天凌晨自动归入，不用补充。`}
          rules={[{ required: true, whitespace: true, message: '请填写来件编号。' }]}
        >
          <Input.TextArea rows={4} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
