import { Checkbox, Form, Input, Radio, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import { type GroupInput, UNIT_KIND_LABELS, UNIT_KINDS } from '../../units.contract.ts';
import type { GroupRow } from '../words/group-row.ts';
import { UnitsSelect } from '../words/unit-select.tsx';

const FIELDS = [
  { name: 'name', label: '统称' },
  { name: 'aliases', label: '其他写法', show: (value: unknown) => (value as string[]).join('、') },
  { name: 'rule', label: '展开办法' },
  { name: 'kinds', label: '单位类别', show: (value: unknown) => (value as string[]).join('、') },
  { name: 'unitIds', label: '单位', show: (value: unknown) => `${(value as string[]).length} 个单位` },
  { name: 'note', label: '说明' },
] as const;

const EMPTY = { aliases: [], kinds: [], unitIds: [], note: null };

export function GroupDialog({
  group,
  onClose,
}: {
  readonly group: GroupRow | undefined;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<GroupInput>();
  const rule = Form.useWatch('rule', form) ?? group?.rule ?? 'kinds';
  const create = useAction((input: GroupInput) => call('POST', '/api/unit-groups', input), {
    refreshes: ['/api/unit-groups'],
    done: '单位组已建立。',
    onDone: onClose,
  });
  const edit = useRowSave({
    base: group ? { ...group } : { version: 0 },
    put: (body) => call('PUT', `/api/unit-groups/${group?.id}`, body),
    refreshes: ['/api/unit-groups'],
    done: '单位组已修改。',
    onDone: onClose,
  });
  const submit = (values: GroupInput): void => {
    const filled = { ...EMPTY, ...values };
    if (group) edit.save(filled);
    else create.mutate(filled);
  };
  return (
    <EditDialog
      width={640}
      title={group ? '修改单位组' : '新建单位组'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<GroupInput>
        form={form}
        layout="vertical"
        initialValues={group ?? { ...EMPTY, rule: 'kinds' }}
        onFinish={submit}
      >
        <Form.Item name="name" label="统称" rules={[{ required: true, min: 2, message: '请填写统称。' }]}>
          <Input maxLength={100} placeholder="例如 各试点单位" />
        </Form.Item>
        <Form.Item name="aliases" label="其他写法">
          <Select mode="tags" tokenSeparators={['，', ',']} open={false} suffixIcon={null} />
        </Form.Item>
        <Form.Item name="rule" label="展开办法">
          <Radio.Group
            options={[
              { value: 'kinds', label: '某几类全部单位' },
              { value: 'list', label: '指定名单' },
              { value: 'open', label: '由主管部门按任务确定' },
            ]}
          />
        </Form.Item>
        {rule === 'kinds' ? (
          <Form.Item name="kinds" label="单位类别" rules={[{ required: true, message: '请至少选择一类。' }]}>
            <Checkbox.Group options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[value] }))} />
          </Form.Item>
        ) : null}
        {rule === 'list' ? (
          <Form.Item name="unitIds" label="单位" rules={[{ required: true, message: '请至少选择一个单位。' }]}>
            <UnitsSelect />
          </Form.Item>
        ) : null}
        <Form.Item name="note" label="说明">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
