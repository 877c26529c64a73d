import { Alert, Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { unitsOf, useSession } from '../../../../workbench/api/session.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import type { Content } from '../../content/content.contract.ts';
import type { CreateInput, PublicationDetail } from '../../publications.contract.ts';
import type { Created, KindView } from '../../register.contract.ts';
import { publicationPath } from '../content/use-publication.ts';
import { useKinds } from '../words/use-kinds.ts';
import { ImportBox } from './import-box.tsx';
import { discarded, type ImportedNotice, importInto, isRefusedFile } from './import-document.ts';

interface Values {
  readonly kind: string;
  readonly unitId: string;
  readonly start: 'import' | 'empty';
  readonly title?: string;
}

type Given = Pick<Content, 'fields' | 'relations'>;

/** Registers something new (REV-1): what it is, whose it is, and from what it starts. */
export function NewPublicationPage() {
  const kinds = useKinds();
  const [params] = useSearchParams();
  const partner = usePartnerOf(params.get('partnerOf'));
  return (
    <div className="mc-page">
      <PageHeader
        title="登记新信息"
        lead="选好类型，导入 Word 等文件或从空白开始。登记后可随时离开，内容自动暂存；公开之前只有本单位和审核人员能看到。"
      />
      <Loaded query={kinds}>
        {(list) => (partner.isLoading ? null : <NewForm kinds={list} partnerOf={partner.data} />)}
      </Loaded>
    </div>
  );
}

/** The document for which a partner is drafted, when the address names one. */
function usePartnerOf(id: string | null) {
  return useApi<PublicationDetail>(id ? publicationPath(id) : null);
}

function NewForm({
  kinds,
  partnerOf,
}: {
  readonly kinds: readonly KindView[];
  readonly partnerOf: PublicationDetail | undefined;
}) {
  const session = useSession();
  const together = kinds.find((one) => one.code === partnerOf?.kind)?.together;
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
      const given =
        values.kind === together?.kind ? partnerContent(partnerOf, together) : { fields: {}, relations: [] };
      // What failed on the way must not leave a second empty entry behind when it is tried again.
      const made = created ?? (await call<Created>('POST', '/api/publications', inputOf(values, file, given)));
      setCreated(made);
      if (values.start !== 'import' || !file || !kind) return { id: made.id };
      const title = values.title?.trim();
      try {
        return { id: made.id, notice: await importInto(made.id, made.edit, kind, file, { ...given, title }) };
      } catch (error) {
        if (isRefusedFile(error) && (await discarded(made))) setCreated(undefined);
        throw error;
      }
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
      initialValues={
        partnerOf && together
          ? {
              kind: together.kind,
              unitId: partnerOf.unit.id,
              start: 'empty',
              title: `${nameOf(kinds, together.kind)}：${titleOf(partnerOf)}`,
            }
          : { kind: kinds[0]?.code, unitId: units[0]?.id, start: 'import' }
      }
      onFinish={(values) => begin.mutate(values)}
    >
      {partnerOf && together ? (
        <Alert
          className="mc-gap-below"
          type="info"
          showIcon
          title={`为《${titleOf(partnerOf)}》起草${nameOf(kinds, together.kind)}`}
          description={
            partnerOf.number === null
              ? '登记后自动关联这份文件，两者同步审核、同一时刻公开。'
              : '登记后自动关联这份文件。'
          }
        />
      ) : null}
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

function nameOf(kinds: readonly KindView[], code: string): string {
  return kinds.find((one) => one.code === code)?.name ?? '';
}

function titleOf(detail: PublicationDetail): string {
  return detail.draft?.content.title || detail.title;
}

/** What a partner holds from the beginning; what starts it is true only while its document is not public. */
function partnerContent(detail: PublicationDetail | undefined, rule: NonNullable<KindView['together']>): Given {
  if (!detail) return { fields: {}, relations: [] };
  const relation = { type: rule.relation, publicationId: detail.id, address: null, title: null, on: null };
  return { fields: detail.number === null ? { ...rule.starts } : {}, relations: [relation] };
}

function inputOf(values: Values, file: File | undefined, given: Given): CreateInput {
  const title = values.title?.trim() || file?.name.replace(/\.[^.]+$/, '') || '';
  return {
    kind: values.kind,
    unitId: values.unitId,
    content: { schema: 1, title: title.slice(0, 300), body: null, attachments: [], ...given },
  };
}
