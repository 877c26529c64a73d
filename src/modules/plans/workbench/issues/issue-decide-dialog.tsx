import { Form, Input } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { Issue, IssueDecide } from '../../meetings/meetings.contract.ts';

type Values = Omit<IssueDecide, 'version'>;

const FIELDS = [
  { name: 'decision', label: '决定' },
  { name: 'decidedOn', label: '决定日期' },
  { name: 'dueOn', label: '落实期限' },
  { name: 'outcome', label: '落实情况' },
  { name: 'settledOn', label: '办结日期' },
] as const;

export function IssueDecideDialog({ issue, onClose }: { readonly issue: Issue; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const initial = {
    decision: issue.decision,
    decidedOn: issue.decidedOn ?? todayInShanghai(),
    dueOn: issue.dueOn,
    outcome: issue.outcome,
    settledOn: issue.settledOn,
  };
  const save = useRowSave<Issue>({
    base: { ...initial, version: issue.version },
    put: (body) => call<Issue>('PUT', `/api/leading-group-issues/${issue.id}/decision`, body),
    refreshes: ['/api/leading-group-issues'],
    done: '已记录。',
    onDone: onClose,
  });
  return (
    <EditDialog width={640} title="决定与落实" onOk={form.submit} onClose={onClose} row={save} fields={FIELDS}>
      <p>
        <strong>{issue.title}</strong>
      </p>
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(values) =>
          save.save({
            ...values,
            dueOn: values.dueOn ?? null,
            outcome: values.outcome || null,
            settledOn: values.settledOn ?? null,
          })
        }
      >
        <Form.Item name="decision" label="决定" rules={[{ required: true, message: '请填写决定。' }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={10000} />
        </Form.Item>
        <Form.Item name="decidedOn" label="决定日期" rules={[{ required: true, message: '请选择日期。' }]}>
          <DayInput />
        </Form.Item>
        <Form.Item name="dueOn" label="落实期限" extra="到期前和逾期后提醒提出议题的单位。">
          <DayInput />
        </Form.Item>
        <Form.Item name="outcome" label="落实情况">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} maxLength={10000} />
        </Form.Item>
        <Form.Item name="settledOn" label="办结日期" extra="填写后议题为“已办结”。">
          <DayInput />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
