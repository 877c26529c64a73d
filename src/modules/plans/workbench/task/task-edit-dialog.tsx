import { Form, Input, InputNumber } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { DraftNotice } from '../../../../workbench/components/draft-notice.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import type { StaleFieldLabel } from '../../../../workbench/components/stale-dialog.tsx';
import type { FieldValues } from '../../../../workbench/components/stale-merge.ts';
import { useDraft } from '../../../../workbench/components/use-draft.ts';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { Deadline, TaskDetail } from '../../tasks/tasks.contract.ts';
import { DeadlineEditor } from '../words/deadline-editor.tsx';
import { deadlineText } from '../words/deadline-text.ts';

const FIELDS: readonly StaleFieldLabel[] = [
  { name: 'number', label: '编号' },
  { name: 'category', label: '类别' },
  { name: 'name', label: '任务名称' },
  { name: 'content', label: '任务内容' },
  { name: 'unitsText', label: '责任单位（原文）' },
  { name: 'deadlineText', label: '完成时限（原文）' },
  { name: 'deadline', label: '期限', show: (value) => deadlineText(value as Deadline) },
  { name: 'contentDueOn', label: '内容中更早的日期' },
  { name: 'requirementText', label: '核验要求' },
];

/** Edits one task; the draft outlives a closed window, and a faster colleague is shown side by side. */
export function TaskEditDialog({ task, onClose }: { readonly task: TaskDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<FieldValues>();
  const draft = useDraft<FieldValues>(`task:${task.id}`);
  const base = valuesOf(task);
  const row = useRowSave<TaskDetail>({
    base,
    put: (body) => call<TaskDetail>('PUT', `/api/tasks/${task.id}`, body),
    fresh: async () => valuesOf(await call<TaskDetail>('GET', `/api/tasks/${task.id}`)),
    refreshes: ['/api/tasks', '/api/assignments', '/api/plans'],
    done: '任务已修改。',
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const { version: _version, ...initial } = base;
  return (
    <EditDialog
      width={760}
      title={`修改第 ${task.number} 项任务`}
      onOk={form.submit}
      onClose={onClose}
      row={row}
      fields={FIELDS}
    >
      <DraftNotice draft={draft} onTake={(value) => form.setFieldsValue(value)} />
      <Form
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={row.save}
        onValuesChange={(_one, all) => draft.save(all)}
      >
        <div className="mc-form-row">
          <Form.Item name="number" label="编号" rules={[{ required: true, message: '请填写编号。' }]}>
            <InputNumber min={1} max={9999} precision={0} />
          </Form.Item>
          <Form.Item name="category" label="类别" className="mc-grow">
            <Input maxLength={200} />
          </Form.Item>
        </div>
        <Form.Item name="name" label="任务名称">
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="content" label="任务内容" rules={[{ required: true, message: '请填写任务内容。' }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={8000} />
        </Form.Item>
        <Form.Item name="unitsText" label="责任单位（原文）">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} />
        </Form.Item>
        <Form.Item name="deadlineText" label="完成时限（原文）">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="deadline" label="期限">
          <DeadlineEditor year={task.planYear} />
        </Form.Item>
        <Form.Item
          name="contentDueOn"
          label="内容中更早的日期"
          extra="任务内容写了比时限更早的日期时填写，按较早的提醒。"
        >
          <DayInput />
        </Form.Item>
        <Form.Item name="requirementText" label="核验要求">
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}

function valuesOf(task: TaskDetail): FieldValues & { readonly version: number } {
  const values = Object.fromEntries(FIELDS.map(({ name }) => [name, task[name as keyof TaskDetail]]));
  return { ...values, version: task.version };
}
