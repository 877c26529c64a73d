import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Popconfirm, Spin, Upload } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { call } from '../../../../workbench/api/client.ts';
import { ApiProblem, sentenceOf } from '../../../../workbench/api/problem.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { ImportDraft, ImportSummary } from '../../import/imports.contract.ts';

const STATES = {
  open: { word: '未完成', tone: 'blue' },
  confirmed: { word: '已入账', tone: 'green' },
  discarded: { word: '已放弃', tone: 'grey' },
} as const;

/** Upload of a plan document, and the imports left for later. */
export function ImportsPage() {
  const imports = useApi<{ items: readonly ImportSummary[] }>('/api/plan-imports');
  if (imports.error) throw imports.error;
  return (
    <div className="mc-page">
      <PageHeader
        title="导入任务分解表"
        lead="上传印发的工作要点文件，系统读出任务分解表，由您核对后入账。确认之前不会写入台账，可随时离开、以后接着核对。"
      />
      <Section title="上传文件">
        <UploadBox />
      </Section>
      <Section title="导入记录">
        <ImportTable items={imports.data?.items} />
      </Section>
    </div>
  );
}

function UploadBox() {
  const navigate = useNavigate();
  const [reading, setReading] = useState<string>();
  const [problem, setProblem] = useState<{ title: string; text: string }>();
  const read = async (file: File): Promise<void> => {
    setReading(file.name);
    setProblem(undefined);
    const form = new FormData();
    form.append('file', file);
    try {
      const draft = await call<ImportDraft>('POST', '/api/plan-imports', form);
      void navigate(`/imports/${draft.id}`);
    } catch (error) {
      setProblem({ title: error instanceof ApiProblem ? error.title : '没能读取', text: sentenceOf(error) });
    } finally {
      setReading(undefined);
    }
  };
  return (
    <>
      {problem ? (
        <Alert className="mc-gap-below" type="error" showIcon title={problem.title} description={problem.text} />
      ) : null}
      <Spin spinning={reading !== undefined} description={reading ? `正在读取 ${reading}…` : ''}>
        <Upload.Dragger
          accept=".docx,.pdf,.xlsx,.html,.htm,.csv,.txt,.ofd"
          showUploadList={false}
          disabled={reading !== undefined}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p className="mc-upload-main">点此选择文件，或把文件拖到这里</p>
          <p className="mc-muted">
            可用 Word（.docx）、PDF、Excel（.xlsx）、网页、CSV、文本和 OFD。扫描图片不能读取，请换可复制文字的版本。
          </p>
        </Upload.Dragger>
      </Spin>
    </>
  );
}

function ImportTable({ items }: { readonly items: readonly ImportSummary[] | undefined }) {
  const discard = useAction((id: string) => call('DELETE', `/api/plan-imports/${id}`), {
    refreshes: ['/api/plan-imports', '/api/my-day'],
    done: '已放弃这次导入。',
  });
  return (
    <DataTable<ImportSummary>
      label="导入记录"
      rows={items}
      rowKey={(row) => row.id}
      empty={<EmptyState what="还没有导入过文件。" next="上传后，没有核对完的会留在这里。" />}
      columns={[
        {
          key: 'title',
          title: '文件',
          card: 'title',
          render: (row) => (
            <>
              <Link to={row.state === 'confirmed' && row.planId ? `/plans/${row.planId}` : `/imports/${row.id}`}>
                {row.title ?? row.fileName}
              </Link>
              <div className="mc-muted mc-small">{row.fileName}</div>
            </>
          ),
        },
        { key: 'tasks', title: '任务', width: 90, render: (row) => `${row.taskCount} 项` },
        {
          key: 'doubts',
          title: '疑问',
          width: 110,
          render: (row) => (row.openDoubts > 0 ? <ToneTag tone="orange">{row.openDoubts} 处</ToneTag> : '没有'),
        },
        {
          key: 'state',
          title: '状态',
          width: 100,
          render: (row) => <ToneTag tone={STATES[row.state].tone}>{STATES[row.state].word}</ToneTag>,
        },
        { key: 'by', title: '导入人', width: 110, render: (row) => row.createdBy },
        {
          key: 'updated',
          title: '最近修改',
          width: 150,
          render: (row) => <span className="mc-number">{instantText(row.updatedAt)}</span>,
        },
        {
          key: 'act',
          title: '操作',
          width: 100,
          render: (row) =>
            row.state === 'open' ? (
              <Popconfirm
                title="放弃这次导入？核对过的内容不再保留。"
                okText="放弃"
                cancelText="留着"
                onConfirm={() => discard.mutate(row.id)}
              >
                <Button type="link" size="small" className="mc-bare">
                  放弃
                </Button>
              </Popconfirm>
            ) : null,
        },
      ]}
    />
  );
}
