import { Form, Input, InputNumber, Select } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import type { Tag, Topic, TopicInput } from '../topics/topics.contract.ts';

const REFRESHES = ['/api/library'];
const FIELDS = [
  { name: 'name', label: '名称' },
  { name: 'description', label: '说明' },
  { name: 'leadUnitId', label: '牵头单位' },
  { name: 'tags', label: '标签' },
  { name: 'audiences', label: '适用对象' },
  { name: 'sort', label: '次序' },
] as const;

export function TopicDialog({ topic, onClose }: { readonly topic?: Topic; readonly onClose: () => void }) {
  const [form] = Form.useForm<TopicInput>();
  const kind = Form.useWatch('kind', form) ?? topic?.kind ?? 'collection';
  const tags = useApi<{ items: readonly Tag[] }>('/api/library/tags');
  const units = useApi<{ items: readonly { id: string; name: string }[] }>('/api/units', { pageSize: 200 });
  const initial = valuesOf(topic);
  const create = useAction((input: TopicInput) => call('POST', '/api/library/topics', input), {
    refreshes: REFRESHES,
    done: '已增加主题。',
    onDone: onClose,
  });
  const edit = useRowSave<Topic>({
    base: { ...initial, version: topic?.version ?? 0 },
    put: (body) => call<Topic>('PUT', `/api/library/topics/${topic?.id}`, body),
    refreshes: REFRESHES,
    done: '已保存主题。',
    onDone: onClose,
  });
  const finish = (values: TopicInput) => {
    const input = { ...initial, ...values, leadUnitId: values.leadUnitId ?? null };
    if (topic) edit.save(input);
    else create.mutate(input);
  };
  return (
    <EditDialog
      title={topic ? '修改主题' : '增加主题'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<TopicInput> form={form} layout="vertical" initialValues={initial} onFinish={finish}>
        <Form.Item name="kind" label="类型">
          <Select
            options={[
              { value: 'collection', label: '特色主题（跨部门汇集）' },
              { value: 'class', label: '主题分类（每件文件一个）' },
            ]}
          />
        </Form.Item>
        <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填写名称。' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item
          name="code"
          label="代码"
          extra="用于网址，小写字母、数字和连字符。"
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{0,39}$/, message: '请用小写字母、数字和连字符。' }]}
        >
          <Input disabled={topic !== undefined} />
        </Form.Item>
        <Form.Item name="description" label="说明">
          <Input.TextArea maxLength={500} autoSize={{ minRows: 2 }} />
        </Form.Item>
        {kind === 'collection' ? (
          <>
            <Form.Item
              name="leadUnitId"
              label="牵头单位"
              rules={[{ required: true, message: '特色主题须确定牵头单位。' }]}
            >
              <Select
                showSearch={{ optionFilterProp: 'label' }}
                options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.name }))}
              />
            </Form.Item>
            <Form.Item name="tags" label="标签" extra="带有其中任一标签的文件自动归入这个主题。">
              <Select
                mode="multiple"
                options={(tags.data?.items ?? []).map((tag) => ({ value: tag.name, label: tag.name }))}
              />
            </Form.Item>
            <Form.Item name="audiences" label="适用对象">
              <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} />
            </Form.Item>
          </>
        ) : null}
        <Form.Item name="sort" label="次序">
          <InputNumber min={0} max={9999} precision={0} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}

function valuesOf(topic: Topic | undefined): TopicInput {
  return {
    code: topic?.code ?? '',
    name: topic?.name ?? '',
    kind: topic?.kind ?? 'collection',
    description: topic?.description ?? '',
    leadUnitId: topic?.leadUnitId ?? null,
    tags: topic?.tags ?? [],
    audiences: topic?.audiences ?? [],
    sort: topic?.sort ?? 100,
    retiredOn: topic?.retiredOn ?? null,
  };
}
