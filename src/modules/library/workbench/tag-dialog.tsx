import { Form, Input, Select } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import type { Tag, TagInput } from '../topics/topics.contract.ts';

const REFRESHES = ['/api/library'];
const FIELDS = [
  { name: 'name', label: '名称' },
  { name: 'family', label: '类别' },
  { name: 'audiences', label: '适用对象' },
  { name: 'retiredOn', label: '停用日期' },
  { name: 'replacedBy', label: '改用' },
] as const;

/** A label is never deleted, because old documents carry it: it is retired, and says what is used instead (TOP-1). */
export function TagDialog({ tag, onClose }: { readonly tag?: Tag; readonly onClose: () => void }) {
  const [form] = Form.useForm<TagInput>();
  const initial = {
    name: tag?.name ?? '',
    family: tag?.family ?? '',
    audiences: tag?.audiences ?? [],
    since: tag?.since ?? today(),
    retiredOn: tag?.retiredOn ?? null,
    replacedBy: tag?.replacedBy ?? null,
  };
  const create = useAction((input: TagInput) => call('POST', '/api/library/tags', input), {
    refreshes: REFRESHES,
    done: '已增加标签。',
    onDone: onClose,
  });
  const edit = useRowSave<Tag>({
    base: { ...initial, version: tag?.version ?? 0 },
    put: (body) => call<Tag>('PUT', `/api/library/tags/${tag?.id}`, body),
    refreshes: REFRESHES,
    done: '已保存标签。',
    onDone: onClose,
  });
  const finish = (values: TagInput) => {
    const input = { ...initial, ...values, retiredOn: values.retiredOn || null, replacedBy: values.replacedBy || null };
    if (tag) edit.save(input);
    else create.mutate(input);
  };
  return (
    <EditDialog
      title={tag ? '修改标签' : '增加标签'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<TagInput> form={form} layout="vertical" initialValues={initial} onFinish={finish}>
        <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填写名称。' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="family" label="类别" rules={[{ required: true, min: 2, message: '请填写类别。' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="audiences" label="对应的适用对象" extra="写一个按一次回车，例如“老年人”“中小企业”。">
          <Select mode="tags" open={false} tokenSeparators={['、', '，', ',']} />
        </Form.Item>
        {tag ? (
          <>
            <Form.Item name="retiredOn" label="停用日期" extra="停用后新文件不能再选；旧文件仍保留。格式 2026-12-31。">
              <Input maxLength={10} />
            </Form.Item>
            <Form.Item name="replacedBy" label="停用后改用">
              <Input maxLength={40} />
            </Form.Item>
          </>
        ) : null}
      </Form>
    </EditDialog>
  );
}

function today(): TagInput['since'] {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) as TagInput['since'];
}
