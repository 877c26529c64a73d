import { Alert, Form, Modal, Select } from 'antd';
import type { Role } from '../../../../kernel/roles.ts';
import { call } from '../../../../workbench/api/client.ts';
import { ROLE_NAMES, usePermissions } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import type { GrantInput, PersonView } from '../../people.contract.ts';
import { PersonSelect } from '../words/person-select.tsx';
import { UnitSelect } from '../words/unit-select.tsx';

/** What one lets somebody do, told before it is given. */
const ROLE_DUTIES: Readonly<Record<Role, string>> = {
  supervisor: '管理全区工作要点、单位和人员，核验各单位报送。',
  officer: '管理本单位的任务、科室和人员，报送进展，编制本单位工作要点。',
  handler: '办理交给本人和本科室的任务，报送进展。',
  reviewer: '查看本单位任务和报送情况，承担信息发布审核。',
  deputyHead: '查看本单位全部任务，核验本单位工作要点的任务，提出议题。',
  head: '查看本单位全部任务，核验本单位工作要点的任务，提出议题。',
  evaluator: '查看已印发的工作要点、台账和佐证材料，不能修改。',
  auditor: '查看全部内容和审计记录，不能修改。',
  administrator: '维护单位、人员、角色和工作日历，重置密码，不办理任务。',
};

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
  const role = Form.useWatch('role', form);
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
        <Form.Item
          name="role"
          label="角色"
          extra={role ? ROLE_DUTIES[role] : undefined}
          rules={[{ required: true, message: '请选择角色。' }]}
        >
          <Select placeholder="请选择角色" options={roles.map(([value, label]) => ({ value, label }))} />
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
