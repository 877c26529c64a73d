import { Button, Form, Input, Upload } from 'antd';
import { useState } from 'react';
import { csv } from '../../../kernel/csv.ts';
import { call } from '../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../workbench/api/use-api.ts';
import { PageHeader } from '../../../workbench/components/page-header.tsx';
import { COLUMN_NAMES, MANDATORY_COLUMNS, templateRows } from '../import/import-columns.contract.ts';
import type { Import } from '../import/imports.contract.ts';
import { ImportCard } from './import-card.tsx';
import { saveBlob } from './save-file.ts';

const MANDATORY = MANDATORY_COLUMNS.map((column) => COLUMN_NAMES[column]).join('、');

interface Chosen {
  readonly table?: readonly { readonly originFileObj?: File }[];
  readonly files?: readonly { readonly originFileObj?: File }[];
  readonly source: string;
}

/** Brings an existing library in: upload, dry run, then run with progress; what is wrong comes back as a table. */
export function ImportsPage() {
  const [form] = Form.useForm<Chosen>();
  const [key, setKey] = useState(0);
  const imports = useApi<{ items: readonly Import[] }>('/api/library/imports');
  const start = useAction((body: FormData) => call<Import>('POST', '/api/library/imports', body), {
    refreshes: ['/api/library/imports'],
    done: (made) =>
      made.state === 'reading' || made.state === 'checking'
        ? '已上传，正在读入和试读，进度见下。'
        : `试读完成：${made.counts.ready} 行可以导入，${made.counts.faulty} 行需要改正。`,
    onDone: () => setKey(key + 1),
  });
  if (imports.error) throw imports.error;
  return (
    <div className="mc-page">
      <PageHeader
        title="历史文件导入"
        lead="把原网站已经公开的文件成批迁入：上传表格先试读，逐行指出问题；确认后导入，可以暂停、继续，中断后从停下的地方接着做。"
      />
      <Form<Chosen>
        key={key}
        form={form}
        layout="vertical"
        initialValues={{ source: '原区政府网站' }}
        onFinish={(chosen) => start.mutate(formOf(chosen))}
        className="mc-narrow"
      >
        <Form.Item
          name="table"
          label="文件目录表格"
          extra={
            <>
              CSV、XLSX 或 JSON。每行必填：{MANDATORY}。主题分类和标签须是目录内的；没有公开单位的，按发文机关认。
              <Button type="link" onClick={saveTemplate}>
                下载模板
              </Button>
            </>
          }
          valuePropName="fileList"
          getValueFromEvent={(event: { fileList: unknown }) => event.fileList}
          rules={[{ required: true, message: '请选择表格文件。' }]}
        >
          <Upload beforeUpload={() => false} maxCount={1} accept=".csv,.xlsx,.json">
            <Button>选择表格</Button>
          </Upload>
        </Form.Item>
        <Form.Item
          name="files"
          label="附件压缩包（可不选）"
          extra="ZIP。表格“附件”列写文件名，多个用顿号隔开。"
          valuePropName="fileList"
          getValueFromEvent={(event: { fileList: unknown }) => event.fileList}
        >
          <Upload beforeUpload={() => false} maxCount={1} accept=".zip">
            <Button>选择压缩包</Button>
          </Upload>
        </Form.Item>
        <Form.Item
          name="source"
          label="原来公布在哪里"
          rules={[{ required: true, message: '请填写来源，公众会看到。' }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={start.isPending}>
          上传并试读
        </Button>
      </Form>
      {(imports.data?.items ?? []).map((one) => (
        <ImportCard key={one.id} record={one} />
      ))}
    </div>
  );
}

function saveTemplate(): void {
  saveBlob(new Blob([csv(templateRows())], { type: 'text/csv;charset=utf-8' }), '历史文件导入模板.csv');
}

function formOf({ table, files, source }: Chosen): FormData {
  const body = new FormData();
  body.set('source', source);
  for (const [name, list] of [
    ['table', table],
    ['files', files],
  ] as const) {
    const file = list?.[0]?.originFileObj;
    if (file) body.set(name, file);
  }
  return body;
}
