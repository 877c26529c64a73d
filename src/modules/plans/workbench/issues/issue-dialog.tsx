import { Form, Input } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { holds, unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { todayInShanghai } from '../../../../workbench/components/day.ts';
import { DayInput } from '../../../../workbench/components/day-input.tsx';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { Issue, IssueInput } from '../../meetings/meetings.contract.ts';
import { PlanField } from '../words/plan-field.tsx';
import { TaskSelect } from '../words/task-select.tsx';
import { UnitSelect } from '../words/unit-select.tsx';

const FIELDS = [
  { name: 'title', label: '议题' },
  { name: 'question', label: '问题' },
  { name: 'raisedOn', label: '提出日期' },
  { name: 'planId', label: '工作要点' },
  { name: 'taskId', label: '关联任务' },
  { name: 'unitId', label: '提出单位' },
] as const;

export function IssueDialog({ issue, onClose }: { readonly issue?: Issue; readonly onClose: () => void }) {
  const [form] = Form.useForm<IssueInput>();
  const session = useSession();
  const own = unitsOf(session, 'officer', 'head', 'deputyHead');
  const isOffice = holds(session, 'supervisor');
  const planId = Form.useWatch('planId', form);
  const initial = issue
    ? { ...issue, unitId: issue.raisedBy?.id ?? null }
    : { raisedOn: todayInShanghai(), unitId: isOffice ? null : (own[0]?.id ?? null), planId: null, taskId: null };
  const create = useAction((input: IssueInput) => call<Issue>('POST', '/api/leading-group-issues', input), {
    refreshes: ['/api/leading-group-issues'],
    done: '议题已提出。',
    onDone: onClose,
  });
  const edit = useRowSave<Issue>({
    base: {
      ...Object.fromEntries(FIELDS.map(({ name }) => [name, initial[name as keyof typeof initial]])),
      version: issue?.version ?? 0,
    },
    put: (body) => call<Issue>('PUT', `/api/leading-group-issues/${issue?.id}`, body),
    refreshes: ['/api/leading-group-issues'],
    done: '议题已修改。',
    onDone: onClose,
  });
  const submit = (values: IssueInput): void => {
    const filled = {
      ...values,
      planId: values.planId ?? null,
      taskId: values.taskId ?? null,
      unitId: values.unitId ?? null,
    };
    if (issue) edit.save(filled);
    else create.mutate(filled);
  };
  return (
    <EditDialog
      width={640}
      title={issue ? '修改议题' : '提出议题'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<IssueInput> form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="title" label="议题" rules={[{ required: true, message: '请填写议题。' }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="question" label="问题" rules={[{ required: true, message: '请说明问题。' }]}>
          <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={10000} />
        </Form.Item>
        <div className="mc-form-row">
          <Form.Item
            name="unitId"
            label="提出单位"
            className="mc-grow"
            rules={[{ required: !isOffice, message: '请选择单位。' }]}
          >
            <UnitSelect label="提出单位" {...(isOffice ? {} : { among: own.map((unit) => unit.id) })} />
          </Form.Item>
          <Form.Item name="raisedOn" label="提出日期" rules={[{ required: true, message: '请选择日期。' }]}>
            <DayInput />
          </Form.Item>
        </div>
        <Form.Item name="planId" label="工作要点">
          <PlanField />
        </Form.Item>
        <Form.Item name="taskId" label="关联任务">
          <TaskSelect planId={planId ?? issue?.planId} currentLabel={issue?.taskLabel ?? null} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
