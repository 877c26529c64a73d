import { Form, Input, Switch } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { TaskDetail } from '../../tasks/tasks.contract.ts';

/** PLAN-8: a priority project is tracked apart and weighs more in assessment. */
export function PriorityDialog({ task, onClose }: { readonly task: TaskDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ priority: boolean; note: string | null }>();
  const save = useRowSave<TaskDetail>({
    base: valuesOf(task),
    fresh: async () => valuesOf(await call<TaskDetail>('GET', `/api/tasks/${task.id}`)),
    put: (body) => call<TaskDetail>('PUT', `/api/tasks/${task.id}/priority`, body),
    refreshes: ['/api/tasks', '/api/assignments', '/api/plans'],
    done: '重点专项已更新。',
    onDone: onClose,
  });
  return (
    <EditDialog
      title="重点专项"
      onOk={form.submit}
      onClose={onClose}
      row={save}
      fields={[
        { name: 'priority', label: '重点专项', show: (value) => (value ? '是' : '否') },
        { name: 'note', label: '说明' },
      ]}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ priority: task.priority, note: task.priorityNote }}
        onFinish={(values) => save.save({ priority: values.priority, note: values.note?.trim() || null })}
      >
        <Form.Item name="priority" label="列为重点专项" valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="note" label="说明" extra="列为重点专项的依据或要求，单独跟踪，考核权重更高。">
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}

function valuesOf(task: TaskDetail) {
  return { priority: task.priority, note: task.priorityNote, version: task.version };
}
