import { Form, Select } from 'antd';
import { call } from '../../../../workbench/api/client.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../../workbench/components/edit-dialog.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { useRowSave } from '../../../../workbench/components/use-row-save.ts';
import type { LinkSuggestions, TaskDetail, TaskLink } from '../../tasks/tasks.contract.ts';
import { titleOf } from '../words/task-title.tsx';

interface Links {
  readonly parentTaskId?: string | null;
  readonly previousTaskId?: string | null;
}

/** PLAN-11: parent in the higher plan and the task of last year, most alike first. */
export function LinksDialog({ task, onClose }: { readonly task: TaskDetail; readonly onClose: () => void }) {
  const [form] = Form.useForm<Links>();
  const suggestions = useApi<LinkSuggestions>(`/api/tasks/${task.id}/link-suggestions`);
  const save = useRowSave<TaskDetail>({
    base: valuesOf(task),
    fresh: async () => valuesOf(await call<TaskDetail>('GET', `/api/tasks/${task.id}`)),
    put: (body) => call<TaskDetail>('PUT', `/api/tasks/${task.id}/links`, body),
    refreshes: ['/api/tasks'],
    done: '关联已更新。',
    onDone: onClose,
  });
  return (
    <EditDialog
      title="关联任务"
      onOk={form.submit}
      onClose={onClose}
      row={save}
      fields={[
        { name: 'parentTaskId', label: '上级任务', show: (id) => labelOf(suggestions.data?.parents, id) },
        { name: 'previousTaskId', label: '上年任务', show: (id) => labelOf(suggestions.data?.previous, id) },
      ]}
    >
      <Loaded query={suggestions}>
        {(data) => (
          <Form<Links>
            form={form}
            layout="vertical"
            initialValues={{ parentTaskId: task.parent?.id, previousTaskId: task.previous?.id }}
            onFinish={(values) =>
              save.save({ parentTaskId: values.parentTaskId ?? null, previousTaskId: values.previousTaskId ?? null })
            }
          >
            <Form.Item name="parentTaskId" label="上级工作要点中的任务" extra="按内容相近程度排列，选错可清除。">
              <LinkSelect found={data.parents} current={task.parent} />
            </Form.Item>
            <Form.Item name="previousTaskId" label="上年任务">
              <LinkSelect found={data.previous} current={task.previous} />
            </Form.Item>
          </Form>
        )}
      </Loaded>
    </EditDialog>
  );
}

function valuesOf(task: TaskDetail) {
  return {
    parentTaskId: task.parent?.id ?? null,
    previousTaskId: task.previous?.id ?? null,
    version: task.version,
  };
}

function LinkSelect(props: {
  readonly found: LinkSuggestions['parents'];
  readonly current: TaskLink | null;
  readonly id?: string;
  readonly value?: string;
  readonly onChange?: (id: string | undefined) => void;
}) {
  const links = props.found.map((one) => ({ link: one.task, score: one.score }));
  const { current } = props;
  if (current && !links.some((one) => one.link.id === current.id)) links.unshift({ link: current, score: 1 });
  return (
    <Select<string>
      {...(props.id ? { id: props.id } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={links.length === 0 ? '没有可关联的任务' : '选择任务'}
      {...(props.value ? { value: props.value } : {})}
      onChange={(value?: string) => props.onChange?.(value)}
      options={links.map(({ link, score }) => ({
        value: link.id,
        label: `${link.number}. ${titleOf(link)}（${link.planTitle}，相近 ${Math.round(score * 100)}%）`,
      }))}
    />
  );
}

function labelOf(found: LinkSuggestions['parents'] | undefined, id: unknown): string {
  const task = found?.find((one) => one.task.id === id)?.task;
  return task ? `${task.number}. ${titleOf(task)}` : '另一项任务';
}
