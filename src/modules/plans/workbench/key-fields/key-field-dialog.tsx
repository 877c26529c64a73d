import { Form, Input } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { holds, unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { KeyField, KeyFieldInput } from '../../meetings/meetings.contract.ts';
import { UnitSelect } from '../words/unit-select.tsx';

const FIELDS = [
  { name: 'name', label: '领域名称' },
  { name: 'content', label: '公开内容' },
  { name: 'requirement', label: '要求' },
] as const;

export function KeyFieldDialog(props: {
  readonly year: number;
  readonly field?: KeyField;
  readonly onClose: () => void;
}) {
  const { field, onClose } = props;
  const [form] = Form.useForm<KeyFieldInput>();
  const session = useSession();
  const own = unitsOf(session, 'officer', 'head', 'deputyHead');
  const isOffice = holds(session, 'supervisor');
  const initial = field
    ? {
        year: field.year,
        unitId: field.unit.id,
        name: field.name,
        content: field.content,
        requirement: field.requirement,
        taskId: field.taskId,
      }
    : {
        year: props.year,
        unitId: isOffice ? undefined : own[0]?.id,
        name: '',
        content: '',
        requirement: '',
        taskId: null,
      };
  const create = useAction((input: KeyFieldInput) => call<KeyField>('POST', '/api/key-fields', input), {
    refreshes: ['/api/key-fields'],
    done: isOffice ? '已下达。' : '已申报，等待主管部门确认。',
    onDone: onClose,
  });
  const edit = useRowSave<KeyField>({
    base: { ...initial, version: field?.version ?? 0 },
    put: (body) => call<KeyField>('PUT', `/api/key-fields/${field?.id}`, body),
    refreshes: ['/api/key-fields'],
    done: '已修改。',
    onDone: onClose,
  });
  const submit = (values: KeyFieldInput): void => {
    const filled = { ...initial, ...values, requirement: values.requirement ?? '' };
    if (field) edit.save(filled);
    else create.mutate({ ...filled, taskId: null });
  };
  return (
    <EditDialog
      width={640}
      title={field ? '修改重点领域' : '重点领域'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<KeyFieldInput> form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="unitId" label="单位" rules={[{ required: true, message: '请选择单位。' }]}>
          <UnitSelect {...(isOffice ? {} : { among: own.map((unit) => unit.id) })} />
        </Form.Item>
        <Form.Item name="name" label="领域名称" rules={[{ required: true, message: '请填写领域名称。' }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="content" label="公开内容" rules={[{ required: true, message: '请填写公开内容。' }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={5000} />
        </Form.Item>
        <Form.Item name="requirement" label="要求">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
