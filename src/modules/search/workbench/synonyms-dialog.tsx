import { Form, Select } from 'antd';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import type { Synonyms, SynonymsInput } from '../office/office-words.contract.ts';

const FIELDS = [{ name: 'words', label: '意思相同的词' }] as const;
const REFRESHES = ['/api/search/synonyms'];

export function SynonymsDialog({
  row,
  begin,
  onClose,
}: {
  readonly row?: Synonyms;
  /** First word of a new group. */
  readonly begin?: string;
  readonly onClose: () => void;
}) {
  const [form] = Form.useForm<SynonymsInput>();
  const create = useAction((input: SynonymsInput) => call('POST', '/api/search/synonyms', input), {
    refreshes: REFRESHES,
    done: '已保存，即刻生效。',
    onDone: onClose,
  });
  const edit = useRowSave<Synonyms>({
    base: { words: row?.words ?? [], version: row?.version ?? 0 },
    put: (body) => call<Synonyms>('PUT', `/api/search/synonyms/${row?.id}`, body),
    refreshes: REFRESHES,
    done: '已保存，即刻生效。',
    onDone: onClose,
  });
  return (
    <EditDialog
      title={row ? '修改同义词' : '增加一组同义词'}
      isBusy={create.isPending}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={FIELDS}
    >
      <Form<SynonymsInput>
        form={form}
        layout="vertical"
        initialValues={{ words: row?.words ?? (begin ? [begin] : []) }}
        onFinish={(values) => (row ? edit.save({ ...values }) : create.mutate(values))}
      >
        <Form.Item
          name="words"
          label="意思相同的词"
          extra="写一个词按一次回车。至少两个词，每个词至少两个字。"
          rules={[
            { required: true, message: '请填写词语。' },
            { type: 'array', min: 2, message: '请至少填写两个词。' },
          ]}
        >
          <Select mode="tags" open={false} tokenSeparators={['，', ',', '、', ' ']} aria-label="意思相同的词" />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
