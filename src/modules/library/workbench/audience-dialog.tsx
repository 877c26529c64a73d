import { Form, Input, Modal, Select } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import type { Audience, AudienceInput } from '../audiences/audiences.contract.ts';

const REFRESHES = ['/api/library'];

export function AudienceDialog({
  audience,
  all,
  onClose,
}: {
  readonly audience?: Audience;
  readonly all: readonly Audience[];
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<{ name: string; parent?: string }>();
  const put = useAction((input: AudienceInput) => call('PUT', '/api/library/audiences', input), {
    refreshes: REFRESHES,
    done: '已保存适用对象。',
    onDone: onClose,
  });
  const mayStandAbove = all.filter(({ name, above }) => !audience || ![name, ...above].includes(audience.name));
  return (
    <Modal
      open
      okText="保存"
      cancelText="取消"
      title={audience ? `设置“${audience.name}”的上级` : '增加适用对象'}
      confirmLoading={put.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: audience?.name ?? '', parent: audience?.parent ?? undefined }}
        onFinish={({ name, parent }) => put.mutate({ name: audience?.name ?? name, parent: parent ?? null })}
      >
        {audience ? null : (
          <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填写名称。' }]}>
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="parent" label="上级" extra="不选：自成一类。">
          <Select
            allowClear
            showSearch
            options={mayStandAbove.map(({ name, above }) => ({
              value: name,
              label: `${'　'.repeat(above.length)}${name}`,
            }))}
          />
        </Form.Item>
      </Form>
    </Modal>
  );
}
