import { Form, Input, InputNumber, Modal } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import type { PlanDetail } from '../../plan/plans.contract.ts';
import type { TaskDetail, TaskInput } from '../../tasks/tasks.contract.ts';
import { DeadlineEditor } from '../words/deadline-editor.tsx';
import { deadlineText } from '../words/deadline-text.ts';
import { UnitsSelect } from '../words/unit-select.tsx';
import { useUnits } from '../words/use-units.ts';

interface Values extends Pick<TaskInput, 'number' | 'category' | 'name' | 'content' | 'deadline'> {
  readonly leadIds?: string[];
  readonly responsibleIds?: string[];
}

/** One more task, typed by hand. */
export function TaskAddDialog({ plan, onClose }: { readonly plan: PlanDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<Values>();
  const navigate = useNavigate();
  const units = useUnits();
  const add = useAction((input: TaskInput) => call<TaskDetail>('POST', `/api/plans/${plan.id}/tasks`, input), {
    refreshes: ['/api/plans', '/api/tasks'],
    done: '任务已新增。',
    onDone: (task) => void navigate(`/tasks/${task.id}`),
  });
  const submit = (values: Values): void => {
    const names = new Map((units.data?.items ?? []).map((unit) => [unit.id, unit.name]));
    const of = (ids: string[] | undefined, role: 'lead' | 'responsible') =>
      (ids ?? []).map((id) => ({ name: names.get(id) ?? id, role, unitId: id }));
    const chosen = [...of(values.leadIds, 'lead'), ...of(values.responsibleIds, 'responsible')];
    add.mutate({
      number: values.number,
      category: values.category || null,
      name: values.name || null,
      content: values.content,
      unitsText: chosen.map((unit) => (unit.role === 'lead' ? `*${unit.name}` : unit.name)).join('、'),
      units: chosen,
      deadlineText: deadlineText(values.deadline),
      deadline: values.deadline,
      contentDueOn: null,
      requirementText: null,
    });
  };
  return (
    <Modal
      open
      width={680}
      title="新增任务"
      okText="新增"
      cancelText="取消"
      confirmLoading={add.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          number: plan.taskCount + 1,
          deadline: { kind: 'year', from: `${plan.year}-01-01`, to: `${plan.year}-12-31`, note: null },
        }}
      >
        <div className="mc-form-row">
          <Form.Item name="number" label="编号" rules={[{ required: true, message: '请填写编号。' }]}>
            <InputNumber min={1} max={9999} precision={0} />
          </Form.Item>
          <Form.Item name="category" label="类别" className="mc-grow">
            <Input maxLength={200} list="plan-categories" />
          </Form.Item>
        </div>
        <Form.Item name="name" label="任务名称">
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="content" label="任务内容" rules={[{ required: true, message: '请填写任务内容。' }]}>
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={8000} />
        </Form.Item>
        <Form.Item name="leadIds" label="牵头单位">
          <UnitsSelect label="牵头单位" />
        </Form.Item>
        <Form.Item name="responsibleIds" label="责任单位">
          <UnitsSelect label="责任单位" />
        </Form.Item>
        <Form.Item name="deadline" label="期限">
          <DeadlineEditor year={plan.year} />
        </Form.Item>
      </Form>
      <datalist id="plan-categories">
        {plan.categories.map((category) => (
          <option key={category.name} value={category.name} />
        ))}
      </datalist>
    </Modal>
  );
}
