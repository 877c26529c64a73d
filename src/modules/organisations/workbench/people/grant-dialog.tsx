import { Alert, Form, Modal, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { ROLE_NAMES, usePermissions } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { GrantInput, PersonView } from '../../people.contract.ts';
import { PersonSelect } from '../words/person-select.tsx';
import { UnitSelect } from '../words/unit-select.tsx';

/** Gives a role for good, or for a time in place of somebody (代理). */
export function GrantDialog(props: {
  readonly person: PersonView;
  readonly acting: boolean;
  readonly onClose: () => void;
}) {
  const { person, acting, onClose } = props;
  const [form] = Form.useForm<GrantInput>();
  const allowed = usePermissions();
  const unitId = Form.useWatch('unitId', form) ?? person.unitId;
  const roles = Object.entries(ROLE_NAMES).filter(([role]) =>
    allowed.may('give', { kind: 'grant', state: role, unitIds: [unitId], personId: person.id }),
  );
  const give = useAction((input: GrantInput) => call('POST', `/api/people/${person.id}/grants`, input), {
    refreshes: ['/api/people'],
    done: acting ? '代理已设置。' : '角色已授予。',
    onDone: onClose,
  });
  return (
    <Modal
      open
      title={acting ? `由${person.name}代理` : `授予${person.name}角色`}
      okText="保存"
      cancelText="取消"
      confirmLoading={give.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<GrantInput>
        form={form}
        layout="vertical"
        initialValues={{ unitId: person.unitId, fromOn: todayInShanghai() }}
        onFinish={(values) =>
          give.mutate({ ...values, toOn: values.toOn ?? null, actingFor: acting ? (values.actingFor ?? null) : null })
        }
      >
        {acting ? (
          <Form.Item name="actingFor" label="代谁办理" rules={[{ required: true, message: '请选择被代理人。' }]}>
            <PersonSelect label="代谁办理" except={person.id} />
          </Form.Item>
        ) : null}
        <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}>
          <UnitSelect />
        </Form.Item>
        {roles.length === 0 ? (
          <Alert type="info" showIcon title="您不能在这个单位授予角色，请另选单位或联系主管部门。" />
        ) : null}
        <Form.Item name="role" label="角色" rules={[{ required: true, message: '请选择角色。' }]}>
          <Select options={roles.map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item name="fromOn" label="自" rules={[{ required: true, message: '请选择开始日期。' }]}>
            <DayInput />
          </Form.Item>
          <Form.Item
            name="toOn"
            label={acting ? '至' : '至（可不填）'}
            rules={[{ required: acting, message: '代理须写明截止日期。' }]}
          >
            <DayInput />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
