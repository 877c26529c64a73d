import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { CreateInput } from '../../publications.contract.ts';
import type { Created, KindView } from '../../register.contract.ts';
import { publicationPath } from '../content/use-publication.ts';
import { useKinds } from '../words/use-kinds.ts';
import { ImportBox } from './import-box.tsx';
import { type ImportedNotice, importInto } from './import-document.ts';

interface Values {
  readonly kind: string;
  readonly unitId: string;
  readonly start: 'import' | 'empty';
  readonly title?: string;
}

/** Registers something new (REV-1): what it is, whose it is, and from what it starts. */
export function NewPublicationPage() {
  const kinds = useKinds();
  return (
    <div className="mc-page">
      <PageHeader
        title="登记新信息"
        lead="选好类型，导入 Word 等文件或从空白开始。登记后可随时离开，内容自动暂存；公开之前只有本单位和审核人员能看到。"
      />
      <Loaded query={kinds}>{(list) => <NewForm kinds={list} />}</Loaded>
    </div>
  );
}

function NewForm({ kinds }: { readonly kinds: readonly KindView[] }) {
  const session = useSession();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [file, setFile] = useState<File>();
  const [created, setCreated] = useState<Created>();
  const units = unitsOf(session, 'officer', 'handler', 'supervisor');
  const start = Form.useWatch('start', form);
  const code = Form.useWatch('kind', form);
  const kind = kinds.find((one) => one.code === code);
  const begin = useAction(
    async (values: Values): Promise<{ id: string; notice?: ImportedNotice }> => {
      // A file that cannot be read must not leave a second empty entry behind when another is tried.
      const made = created ?? (await call<Created>('POST', '/api/publications', inputOf(values, file)));
      setCreated(made);
      if (values.start !== 'import' || !file || !kind) return { id: made.id };
      return { id: made.id, notice: await importInto(made.id, made.edit, kind, file, values.title?.trim()) };
    },
    {
      refreshes: ['/api/publications'],
      onDone: ({ id, notice }) => void navigate(`/publications/${id}`, { state: notice ? { imported: notice } : null }),
    },
  );
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      initialValues={{ kind: kinds[0]?.code, unitId: units[0]?.id, start: 'import' }}
      onFinish={(values) => begin.mutate(values)}
    >
      <Section title="类型和单位">
        <Form.Item name="kind" label="信息类型" className="mc-kind-choice">
          <Radio.Group
            disabled={created !== undefined}
            options={kinds.map((one) => ({ value: one.code, label: one.name }))}
          />
        </Form.Item>
        {units.length > 1 ? (
          <Form.Item name="unitId" label="单位">
            <UnitSelect among={units.map((unit) => unit.id)} />
          </Form.Item>
        ) : (
          <Form.Item name="unitId" hidden>
            <Input />
          </Form.Item>
        )}
      </Section>
      <Section title="从什么开始">
        <Form.Item name="start" noStyle>
          <Radio.Group
            className="mc-gap-below"
            aria-label="从什么开始"
            options={[
              { value: 'import', label: '导入文件' },
              { value: 'empty', label: '从空白开始' },
            ]}
          />
        </Form.Item>
        {start === 'import' && kind?.body !== 'none' ? <ImportBox file={file} onFile={setFile} /> : null}
        <Form.Item
          name="title"
          label="标题"
          extra={start === 'import' ? '不填则取文件中的标题。' : undefined}
          rules={start === 'import' ? [] : [{ required: true, whitespace: true, message: '请填写标题。' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <div className="mc-note-buttons">
          <Button type="primary" htmlType="submit" loading={begin.isPending} disabled={start === 'import' && !file}>
            {start === 'import' ? '导入并登记' : '登记'}
          </Button>
          {created ? (
            <Button onClick={() => navigate(publicationPath(created.id).replace('/api', ''))}>不导入，直接编写</Button>
          ) : null}
        </div>
      </Section>
    </Form>
  );
}

function inputOf(values: Values, file: File | undefined): CreateInput {
  const title = values.title?.trim() || file?.name.replace(/\.[^.]+$/, '') || '';
  return {
    kind: values.kind,
    unitId: values.unitId,
    content: { schema: 1, title: title.slice(0, 300), fields: {}, body: null, attachments: [], relations: [] },
  };
}
