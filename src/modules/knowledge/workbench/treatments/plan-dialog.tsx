import { Form, Input, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import { MEASURE_KIND_CODES, MEASURE_KINDS, type MeasureKind } from '../../treatments/treatment-words.ts';
import type { TreatmentDetail } from '../../treatments/treatments.contract.ts';
import { REFRESHES } from './refreshes.ts';

interface Values {
  readonly title: string;
  readonly inquiry: string;
  readonly cause: string;
  readonly measureKind: MeasureKind | null;
  readonly measure: string;
  readonly dueOn: string | null;
}

const FIELDS = [
  { name: 'title', label: '问题' },
  { name: 'inquiry', label: '调查情况' },
  { name: 'cause', label: '问题根源' },
  {
    name: 'measureKind',
    label: '治理方式',
    show: (value: unknown) => (typeof value === 'string' ? (MEASURE_KINDS[value as MeasureKind] ?? value) : ''),
  },
  { name: 'measure', label: '治理措施' },
  { name: 'dueOn', label: '期限' },
] as const;

/** Inquiry, cause, measure and due day. @param begins the measure is decided with it */
export function PlanDialog(props: {
  readonly detail: TreatmentDetail;
  readonly begins: boolean;
  readonly onClose: () => void;
}) {
  const { detail, begins, onClose } = props;
  const [form] = Form.useForm<Values>();
  const { title, inquiry, cause, measureKind, measure, dueOn } = detail;
  const initial = { title, inquiry, cause, measureKind, measure, dueOn };
  const needs = begins || detail.state === 'acting';
  const row = useRowSave<TreatmentDetail>({
    base: { ...initial, version: detail.version },
    put: (body) => call('PUT', `/api/source-treatments/${detail.id}`, { ...body, begin: begins }),
    refreshes: REFRESHES,
    done: begins ? '已确定措施，开始治理。' : '已保存。',
    onDone: onClose,
  });
  const required = (message: string) => (needs ? [{ required: true, whitespace: true, message }] : []);
  return (
    <EditDialog
      width={680}
      title={begins ? '确定治理措施' : '调查情况和治理措施'}
      okText={begins ? '确定措施，开始治理' : '保存'}
      row={row}
      fields={FIELDS}
      onOk={form.submit}
      onClose={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) => row.save({ ...initial, ...values, dueOn: values.dueOn ?? null })}
      >
        <Form.Item
          name="title"
          label="问题"
          rules={[{ required: true, whitespace: true, min: 4, message: '请写明要治理的问题，至少 4 个字。' }]}
        >
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="inquiry" label="调查情况" extra="怎样调查、查了什么。不写来件人的姓名、电话、住址。">
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="cause" label="问题根源" required={needs} rules={required('请写明问题根源。')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={1000} />
        </Form.Item>
        <Form.Item
          name="measureKind"
          label="治理方式"
          rules={needs ? [{ required: true, message: '请选择治理方式。' }] : []}
        >
          <Select
            allowClear
            placeholder="改什么"
            options={MEASURE_KIND_CODES.map((code) => ({ value: code, label: MEASURE_KINDS[code] }))}
          />
        </Form.Item>
        <Form.Item name="measure" label="治理措施" rules={required('请写明治理措施。')}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label="期限"
          extra="措施落实的最后一天，按工作日提示还剩多久。"
          rules={needs ? [{ required: true, message: '请填写期限。' }] : []}
        >
          <DayInput min={todayInShanghai()} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
