import { Form, Input, InputNumber, Modal, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { Parameter } from '../../plan/plans.contract.ts';
import { PLAN_LEVEL_WORDS, PLAN_LEVELS } from '../../plan-words.ts';
import { UnitSelect } from '../words/unit-select.tsx';
import type { ParameterRow } from './parameter-row.ts';

export function ParameterDialog(props: {
  readonly known: readonly ParameterRow[];
  readonly row?: ParameterRow;
  readonly onClose: () => void;
}) {
  const { row } = props;
  const [form] = Form.useForm<Parameter>();
  const save = useAction((parameter: Parameter) => call('PUT', '/api/plan-parameters', parameter), {
    refreshes: ['/api/plan-parameters', '/api/plans'],
    done: '已保存，相关日期随之重新计算。',
    onDone: props.onClose,
  });
  const chosen = Form.useWatch('key', form) ?? row?.key;
  const labels = new Map(props.known.map((one) => [one.key, one.label]));
  return (
    <Modal
      open
      title={row?.id ? '修改规定' : '另行规定'}
      okText="保存"
      cancelText="取消"
      confirmLoading={save.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <Form<Parameter>
        form={form}
        layout="vertical"
        initialValues={row ? { ...row } : {}}
        onFinish={(values) =>
          save.mutate({
            ...values,
            level: values.level ?? null,
            year: values.year ?? null,
            unitId: values.unitId ?? null,
          })
        }
      >
        <Form.Item name="key" label="参数" rules={[{ required: true, message: '请选择参数。' }]}>
          <Select disabled={row !== undefined} options={[...labels].map(([key, label]) => ({ value: key, label }))} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item name="year" label="年度" extra="不填为各年。">
            <InputNumber min={2000} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="level" label="层级" className="mc-grow">
            <Select
              allowClear
              placeholder="各级"
              options={PLAN_LEVELS.map((one) => ({ value: one, label: PLAN_LEVEL_WORDS[one] }))}
            />
          </Form.Item>
          <Form.Item name="unitId" label="单位" className="mc-grow">
            <UnitSelect placeholder="各单位" />
          </Form.Item>
        </div>
        <Form.Item
          name="value"
          label="值"
          extra="天数写数字；多个天数用英文逗号隔开，如 7,3,1；日期写“月-日”，如 06-30。"
          rules={[{ required: true, message: '请填写值。' }]}
        >
          {chosen === 'ownPlanAct' ? (
            <Select
              options={[
                { value: 'submit', label: '报送' },
                { value: 'publish', label: '公开' },
              ]}
            />
          ) : (
            <Input maxLength={100} />
          )}
        </Form.Item>
        <Form.Item name="basis" label="依据" rules={[{ required: true, message: '请写明依据。' }]}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
