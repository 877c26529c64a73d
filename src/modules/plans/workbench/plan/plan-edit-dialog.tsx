import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { NarrativeSection, PlanDetail, PlanInput } from '../../plan/plans.contract.ts';
import { PLAN_LEVEL_WORDS, PLAN_LEVELS } from '../../plan-words.ts';
import { PlanField } from '../words/plan-field.tsx';
import { UnitSelect } from '../words/unit-select.tsx';

const FIELDS = [
  { name: 'title', label: '标题' },
  { name: 'year', label: '年度' },
  { name: 'documentNumber', label: '发文字号' },
  { name: 'issuer', label: '发文机关' },
  { name: 'issuedOn', label: '成文日期' },
  { name: 'approval', label: '审批情况' },
  { name: 'parentPlanId', label: '上级工作要点' },
  {
    name: 'narrative',
    label: '正文',
    show: (value: unknown) => (value as NarrativeSection[]).map((one) => `${one.heading}\n${one.text}`).join('\n\n'),
  },
] as const;

/** New plan, or the facts of one that exists. */
export function PlanEditDialog({ plan, onClose }: { readonly plan?: PlanDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<PlanInput>();
  const navigate = useNavigate();
  const level = Form.useWatch('level', form);
  const initial = plan ?? { level: 'district', year: Number(todayInShanghai().slice(0, 4)), narrative: [] };
  const create = useAction((input: PlanInput) => call<PlanDetail>('POST', '/api/plans', input), {
    refreshes: ['/api/plans'],
    done: '已新建为草稿。',
    onDone: (made) => void navigate(`/plans/${made.id}`),
  });
  const edit = useRowSave<PlanDetail>({
    base: valuesOf(plan),
    fresh: async () => valuesOf(await call<PlanDetail>('GET', `/api/plans/${plan?.id}`)),
    put: (body) => call<PlanDetail>('PUT', `/api/plans/${plan?.id}`, body),
    refreshes: ['/api/plans', '/api/tasks'],
    done: '已保存。',
    onDone: onClose,
  });
  const submit = (values: PlanInput): void => {
    // A field that was never touched comes as undefined, and would hide the empty one.
    const touched = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as PlanInput;
    const filled = { ...EMPTY, ...touched };
    if (!plan) create.mutate(filled);
    else edit.save(Object.fromEntries(FIELDS.map(({ name }) => [name, filled[name]])));
  };
  return (
    <EditDialog
      width={760}
      title={plan ? '修改工作要点' : '新建工作要点'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<PlanInput> form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="title" label="标题" rules={[{ required: true, message: '请填写标题。' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item name="year" label="年度" rules={[{ required: true, message: '请填写年度。' }]}>
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="level" label="层级">
            <Select
              disabled={plan !== undefined}
              options={PLAN_LEVELS.map((one) => ({ value: one, label: PLAN_LEVEL_WORDS[one] }))}
            />
          </Form.Item>
          {(level ?? initial.level) === 'city' || plan ? null : (
            <Form.Item
              name="unitId"
              label="所属单位"
              className="mc-grow"
              rules={[{ required: true, message: '请选择单位。' }]}
            >
              <UnitSelect />
            </Form.Item>
          )}
        </div>
        <div className="mc-form-row">
          <Form.Item name="documentNumber" label="发文字号" className="mc-grow">
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="issuer" label="发文机关" className="mc-grow">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="issuedOn" label="成文日期">
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="parentPlanId" label="上级工作要点">
          <PlanField label="上级工作要点" except={plan?.id} />
        </Form.Item>
        <Form.Item name="approval" label="审批情况">
          <Input maxLength={500} />
        </Form.Item>
        <NarrativeFields />
      </Form>
    </EditDialog>
  );
}

function valuesOf(plan: PlanDetail | undefined) {
  return { ...Object.fromEntries(FIELDS.map(({ name }) => [name, plan?.[name]])), version: plan?.version ?? 0 };
}

const EMPTY = {
  unitId: null,
  documentNumber: null,
  issuer: null,
  issuedOn: null,
  approval: null,
  narrative: [],
  parentPlanId: null,
};

function NarrativeFields() {
  return (
    <fieldset className="mc-field">
      <legend>正文各部分</legend>
      <Form.List name="narrative">
        {(fields, { add, remove }) => (
          <>
            {fields.map((field, index) => (
              <div key={field.key} className="mc-narrative-field">
                <Form.Item name={[field.name, 'heading']} label={`第 ${index + 1} 部分标题`}>
                  <Input maxLength={300} />
                </Form.Item>
                <Form.Item name={[field.name, 'text']} label="内容">
                  <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={20000} />
                </Form.Item>
                <Button icon={<DeleteOutlined />} onClick={() => remove(field.name)}>
                  去掉这部分
                </Button>
              </div>
            ))}
            <Button icon={<PlusOutlined />} onClick={() => add({ heading: '', text: '' })}>
              增加一部分
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}
