import { Form, Input, Modal } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { UnitsSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { IntakeSourceInput, NewIntakeKey } from '../../intake/intake.contract.ts';

export function SourceDialog(props: { readonly onClose: () => void; readonly onMade: (made: NewIntakeKey) => void }) {
  const [form] = Form.useForm<IntakeSourceInput>();
  const create = useAction(
    (input: IntakeSourceInput) => call<NewIntakeKey>('POST', '/api/exchange/intake/sources', input),
    {
      refreshes: ['/api/exchange/intake/sources'],
      onDone: props.onMade,
    },
  );
  return (
    <Modal
      open
      title="登记来文系统"
      okText="登记并生成密钥"
      cancelText="取消"
      confirmLoading={create.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form<IntakeSourceInput> form={form} layout="vertical" onFinish={(values) => create.mutate(values)}>
        <Form.Item
          name="name"
          label="来文系统名称"
          extra="例如：区政府办公自动化系统。登记后不能改名，来文记录和办理历史会写明它。"
          rules={[{ required: true, min: 2, message: '请填写来文系统名称。' }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item
          name="unitIds"
          label="可以为哪些单位报送"
          extra="密钥只对这些单位有效。"
          rules={[{ required: true, message: '请选择单位。' }]}
        >
          <UnitsSelect label="可以为哪些单位报送" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
