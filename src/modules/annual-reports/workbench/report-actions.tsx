import { Button, Dropdown, Form, Input } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { useAction } from '../../../workbench/api/use-api.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../reports/report-words.ts';
import type { ReportView } from '../reports/reports.contract.ts';
import { FormDialog } from './form-dialog.tsx';

const FORMAT_WORDS: Readonly<Record<ExportFormat, string>> = {
  docx: 'Word 文档（DOCX）',
  pdf: 'PDF',
  xlsx: 'Excel 表格（XLSX）',
};

export function ReportActions({ report }: { readonly report: ReportView }) {
  const [isReturning, setReturning] = useState(false);
  const path = `/api/annual-reports/${report.id}`;
  const refreshes = ['/api/annual-reports'];
  const move = useAction<{ act: string; done: string }>(
    ({ act }) => call('POST', `${path}/${act}`, { version: report.version }),
    { refreshes, done: (_output, { done }) => done },
  );
  const may = (act: string) => report.allowed.includes(act);
  return (
    <>
      <Dropdown
        menu={{
          items: EXPORT_FORMATS.map((format) => ({
            key: format,
            label: (
              <a href={`${path}/export/${format}`} download>
                {FORMAT_WORDS[format]}
              </a>
            ),
          })),
        }}
        trigger={['click']}
      >
        <Button>导出</Button>
      </Dropdown>
      {may('return') ? <Button onClick={() => setReturning(true)}>退回修改</Button> : null}
      {may('submit') ? (
        <Button
          type="primary"
          loading={move.isPending}
          onClick={() => move.mutate({ act: 'submit', done: '已提交，数字自此固定。' })}
        >
          提交审核
        </Button>
      ) : null}
      {may('accept') ? (
        <Button
          type="primary"
          loading={move.isPending}
          onClick={() => move.mutate({ act: 'accept', done: '已审核通过。' })}
        >
          审核通过
        </Button>
      ) : null}
      {may('publish') ? (
        <Button
          type="primary"
          loading={move.isPending}
          onClick={() => move.mutate({ act: 'publication', done: '已生成公开信息稿。' })}
        >
          {report.publicationId ? '更新公开信息稿' : '生成公开信息稿'}
        </Button>
      ) : null}
      {isReturning ? <ReturnDialog report={report} onClose={() => setReturning(false)} /> : null}
    </>
  );
}

function ReturnDialog({ report, onClose }: { readonly report: ReportView; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ reason: string }>();
  const send = useAction<{ reason: string }>(
    (values) => call('POST', `/api/annual-reports/${report.id}/return`, { ...values, version: report.version }),
    { refreshes: ['/api/annual-reports'], done: '已退回。', onDone: onClose },
  );
  return (
    <FormDialog title="退回修改" okText="退回" isBusy={send.isPending} onOk={form.submit} onClose={onClose}>
      <Form form={form} layout="vertical" onFinish={(values) => send.mutate(values)}>
        <Form.Item
          name="reason"
          label="退回理由"
          extra="退回后数字不再固定，重新按记录计算。已经公布的报告在更正稿公布前照常公开。"
          rules={[{ required: true, min: 4, message: '请写明退回理由，至少 4 个字。' }]}
        >
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
      </Form>
    </FormDialog>
  );
}
