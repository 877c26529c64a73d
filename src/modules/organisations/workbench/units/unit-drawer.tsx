import { Button, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { StaleDialog } from '../../../../workbench/components/stale-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import { UNIT_KIND_LABELS, UNIT_KINDS, type UnitInput } from '../../units.contract.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import type { UnitRow } from '../words/use-units.ts';
import { SectionsEditor } from './sections-editor.tsx';

const FIELDS = [
  { name: 'name', label: '全称' },
  { name: 'shortName', label: '简称' },
  { name: 'code', label: '代码' },
  { name: 'kind', label: '类别' },
  { name: 'parentId', label: '上级单位' },
  { name: 'isOffice', label: '政务公开主管部门', show: (value: unknown) => (value ? '是' : '否') },
  { name: 'sort', label: '排序' },
  { name: 'fromOn', label: '成立日期' },
  { name: 'toOn', label: '撤销日期' },
  { name: 'aliases', label: '别名', show: (value: unknown) => (value as string[]).join('、') },
] as const;

const EMPTY = { isOffice: false, sort: 1000, aliases: [], parentId: null, fromOn: null, toOn: null };

export function UnitDrawer({ unit, onClose }: { readonly unit: UnitRow | undefined; readonly onClose: () => void }) {
  const [form] = Form.useForm<UnitInput>();
  const allowed = usePermissions();
  const canEdit = allowed.may(unit ? 'edit' : 'create', { kind: 'unit', unitIds: unit ? [unit.id] : [] });
  const create = useAction((input: UnitInput) => call('POST', '/api/units', input), {
    refreshes: ['/api/units', '/api/unit-groups'],
    done: '单位已登记。',
    onDone: onClose,
  });
  const edit = useRowSave({
    base: unit ? { ...unit } : { version: 0 },
    put: (body) => call('PUT', `/api/units/${unit?.id}`, body),
    refreshes: ['/api/units', '/api/unit-groups'],
    done: '单位已修改。',
    onDone: onClose,
  });
  const submit = (values: UnitInput): void => {
    const filled = { ...EMPTY, ...values };
    if (unit) edit.save(filled);
    else create.mutate(filled);
  };
  return (
    <Drawer
      open
      size={560}
      title={unit ? unit.shortName : '登记单位'}
      onClose={onClose}
      footer={
        canEdit ? (
          <Button type="primary" loading={create.isPending || edit.isSaving} onClick={() => form.submit()}>
            保存
          </Button>
        ) : null
      }
    >
      <Form<UnitInput>
        form={form}
        layout="vertical"
        disabled={!canEdit}
        initialValues={unit ?? EMPTY}
        onFinish={submit}
      >
        <UnitFields isNew={!unit} />
      </Form>
      {unit ? <SectionsEditor unitId={unit.id} /> : null}
      <StaleDialog
        conflict={edit.conflict}
        fields={FIELDS}
        isSaving={edit.isSaving}
        onSave={edit.saveChosen}
        onBack={edit.backToForm}
      />
    </Drawer>
  );
}

function UnitFields({ isNew }: { readonly isNew: boolean }) {
  const required = (message: string) => [{ required: true, min: 2, message }];
  return (
    <>
      <Form.Item name="name" label="全称" rules={required('请填写单位全称。')}>
        <Input maxLength={100} placeholder="例如 明湖区教育局" />
      </Form.Item>
      <div className="mc-form-row">
        <Form.Item name="shortName" label="简称" className="mc-grow" rules={required('请填写简称。')}>
          <Input maxLength={100} placeholder="例如 区教育局" />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          className="mc-grow"
          tooltip="用于网址和账号，公开后请勿更改"
          rules={[
            { required: true, pattern: /^[a-z][a-z0-9-]*$/, message: '小写字母开头，只含小写字母、数字、短横线。' },
          ]}
        >
          <Input maxLength={40} placeholder="例如 jiaoyuju" />
        </Form.Item>
      </div>
      <div className="mc-form-row">
        <Form.Item name="kind" label="类别" className="mc-grow" rules={[{ required: true, message: '请选择类别。' }]}>
          <Select options={UNIT_KINDS.map((value) => ({ value, label: UNIT_KIND_LABELS[value] }))} />
        </Form.Item>
        <Form.Item name="sort" label="排序" tooltip="小的在前">
          <InputNumber min={0} max={100000} precision={0} />
        </Form.Item>
      </div>
      <Form.Item name="aliases" label="别名" extra="文件里出现过、通用简称规则对不上的叫法。输入后回车，可填多个。">
        <Select mode="tags" tokenSeparators={['、', '，', ',']} open={false} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="parentId" label="上级单位">
        <UnitSelect label="上级单位" />
      </Form.Item>
      <Form.Item name="isOffice" label="政务公开主管部门" valuePropName="checked">
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Form.Item>
      {isNew ? null : (
        <div className="mc-form-row">
          <Form.Item name="fromOn" label="成立日期">
            <DayInput />
          </Form.Item>
          <Form.Item name="toOn" label="撤销日期" tooltip="撤销后不再对应新任务，原有记录保留">
            <DayInput />
          </Form.Item>
        </div>
      )}
    </>
  );
}
