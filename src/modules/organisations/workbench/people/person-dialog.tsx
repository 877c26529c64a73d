import { Checkbox, Form, Input, Select } from 'antd';
import type { z } from 'zod';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { PersonInput, PersonView } from '../../people.contract.ts';
import type { SectionView } from '../../units.contract.ts';
import { UnitSelect } from '../words/unit-select.tsx';

const FIELDS = [
  { name: 'name', label: '姓名' },
  { name: 'account', label: '账号' },
  { name: 'unitId', label: '单位' },
  { name: 'sectionId', label: '科室' },
  { name: 'position', label: '职务' },
  { name: 'phone', label: '办公电话' },
  { name: 'email', label: '邮箱' },
  { name: 'skills', label: '专长' },
  { name: 'reserve', label: '后备', show: (value: unknown) => (value ? '是' : '否') },
] as const;

const EMPTY = { email: null, phone: null, sectionId: null, position: null, skills: null, reserve: false };

export function PersonDialog({ person, onClose }: { readonly person?: PersonView; readonly onClose: () => void }) {
  const [form] = Form.useForm<PersonInput>();
  const create = useAction((input: PersonInput) => call<PersonView>('POST', '/api/people', input), {
    refreshes: ['/api/people'],
    done: '人员已登记。请在人员页授予角色、重置密码后告知本人。',
    onDone: onClose,
  });
  const edit = useRowSave({
    base: person ? { ...person } : { version: 0 },
    put: (body) => call('PUT', `/api/people/${person?.id}`, body),
    refreshes: ['/api/people'],
    done: '人员信息已修改。',
    onDone: onClose,
  });
  const submit = (values: PersonInput): void => {
    const filled = { ...EMPTY, ...blankToNull(values) };
    if (person) edit.save(filled);
    else create.mutate(filled);
  };
  return (
    <EditDialog
      width={640}
      title={person ? '修改人员' : '登记人员'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<PersonInput> form={form} layout="vertical" initialValues={person ?? EMPTY} onFinish={submit}>
        <PersonFields />
      </Form>
    </EditDialog>
  );
}

function PersonFields() {
  const session = useSession();
  const everywhere = usePermissions().may('create', { kind: 'person' });
  const form = Form.useFormInstance<PersonInput>();
  const unitId = Form.useWatch('unitId', form);
  const sections = useApi<{ items: z.infer<typeof SectionView>[] }>(unitId ? `/api/units/${unitId}/sections` : null);
  const among = everywhere ? {} : { among: unitsOf(session, 'officer').map((unit) => unit.id) };
  return (
    <>
      <div className="mc-form-row">
        <Form.Item
          name="name"
          label="姓名"
          className="mc-grow"
          rules={[{ required: true, min: 2, message: '请填写姓名。' }]}
        >
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item
          name="account"
          label="账号"
          className="mc-grow"
          rules={[
            { required: true, pattern: /^[a-z0-9][a-z0-9._-]{2,63}$/, message: '3 至 64 个小写字母、数字、点、横线。' },
          ]}
        >
          <Input maxLength={64} placeholder="例如 officer.jiaoyu" />
        </Form.Item>
      </div>
      <div className="mc-form-row">
        <Form.Item name="unitId" label="单位" className="mc-grow" rules={[{ required: true, message: '请选择单位。' }]}>
          <UnitSelect {...among} />
        </Form.Item>
        <Form.Item name="sectionId" label="科室" className="mc-grow">
          <Select
            allowClear
            placeholder="可不填"
            options={(sections.data?.items ?? [])
              .filter((one) => one.active)
              .map((one) => ({ value: one.id, label: one.name }))}
          />
        </Form.Item>
      </div>
      <div className="mc-form-row">
        <Form.Item name="position" label="职务" className="mc-grow">
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item name="phone" label="办公电话" className="mc-grow">
          <Input maxLength={40} />
        </Form.Item>
      </div>
      <Form.Item name="email" label="邮箱" rules={[{ type: 'email', message: '邮箱格式不正确。' }]}>
        <Input maxLength={200} placeholder="用于接收提醒" />
      </Form.Item>
      <Form.Item name="skills" label="专长" tooltip="政策解读、文稿、摄影等，便于调配">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="reserve" valuePropName="checked">
        <Checkbox>列为后备力量</Checkbox>
      </Form.Item>
    </>
  );
}

/** An emptied field means "none"; the server takes null for it. */
function blankToNull(values: PersonInput): PersonInput {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === '' || value === undefined ? null : value]),
  ) as PersonInput;
}
