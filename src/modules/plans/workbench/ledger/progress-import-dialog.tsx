import { InboxOutlined } from '@ant-design/icons';
import { Alert, Modal, Upload } from 'antd';
import { useState } from 'react';
import { call } from '../../../../workbench/api/client.ts';
import { sentenceOf } from '../../../../workbench/api/problem.ts';
import { useAction } from '../../../../workbench/api/use-api.ts';
import { DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import type { ProgressApply, ProgressImport } from '../../assignments/assignments.contract.ts';
import type { BulkResult } from '../../tasks/tasks.contract.ts';
import { BulkOutcome } from './bulk-outcome.tsx';

type Row = ProgressImport['rows'][number];

/** Progress filled into the exported sheet: first the differences, then, once confirmed, the reports. */
export function ProgressImportDialog({ planId, onClose }: { readonly planId: string; readonly onClose: () => void }) {
  const [reading, setReading] = useState<ProgressImport>();
  const [problem, setProblem] = useState<string>();
  const [selected, setSelected] = useState<string[]>([]);
  const [formId] = useState(() => crypto.randomUUID());
  const [result, setResult] = useState<BulkResult>();
  const apply = useAction(
    (body: ProgressApply) => call<BulkResult>('POST', `/api/plans/${planId}/progress-import/apply`, body),
    {
      refreshes: ['/api/tasks', '/api/assignments', '/api/plans', '/api/my-day'],
      onDone: setResult,
    },
  );
  const read = async (file: File): Promise<void> => {
    setProblem(undefined);
    const form = new FormData();
    form.append('file', file);
    try {
      const found = await call<ProgressImport>('POST', `/api/plans/${planId}/progress-import`, form);
      setReading(found);
      setSelected(found.rows.map((row) => row.assignmentId));
    } catch (error) {
      setProblem(sentenceOf(error));
    }
  };
  const chosen = reading?.rows.filter((row) => selected.includes(row.assignmentId)) ?? [];
  return (
    <Modal
      open
      width={960}
      title="从电子表格导入进展"
      onCancel={onClose}
      okText={result ? '完成' : `更新选中的 ${chosen.length} 项`}
      cancelText="关闭"
      okButtonProps={{ disabled: !result && chosen.length === 0, loading: apply.isPending }}
      onOk={() => (result ? onClose() : apply.mutate({ formId, rows: chosen.map(applied) }))}
    >
      {problem ? <Alert className="mc-gap-below" type="error" showIcon title={problem} /> : null}
      {result ? <BulkOutcome result={result} done="项已更新" /> : null}
      {!reading ? (
        <Upload.Dragger
          accept=".xlsx"
          showUploadList={false}
          beforeUpload={(file) => {
            void read(file);
            return false;
          }}
        >
          <p className="ant-upload-drag-icon">
            <InboxOutlined />
          </p>
          <p>点此选择，或把填好的台账表格拖到这里</p>
          <p className="mc-muted">请用“导出台账”得到的电子表格填写，保留编号列；读出的改动确认后才会保存。</p>
        </Upload.Dragger>
      ) : null}
      {reading && !result ? <Differences reading={reading} selected={selected} onSelect={setSelected} /> : null}
    </Modal>
  );
}

function applied(row: Row): ProgressApply['rows'][number] {
  return {
    assignmentId: row.assignmentId,
    version: row.version,
    percent: row.percent,
    text: row.text,
    completion: row.completion,
  };
}

function Differences(props: {
  readonly reading: ProgressImport;
  readonly selected: readonly string[];
  readonly onSelect: (ids: string[]) => void;
}) {
  const { reading } = props;
  return (
    <>
      {reading.errors.length > 0 ? (
        <Alert
          className="mc-gap-below"
          type="warning"
          showIcon
          title={`有 ${reading.errors.length} 处不能采用，改好后可再导一次`}
          description={
            <ul>
              {reading.errors.map((error) => (
                <li key={`${error.cell}${error.message}`}>
                  {error.cell}：{error.message}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
      <p>
        {reading.fileName}：有改动 {reading.rows.length} 项，没有变化 {reading.unchanged} 项。
      </p>
      <DataTable<Row>
        label="进展的改动"
        rows={reading.rows}
        rowKey={(row) => row.assignmentId}
        rowLabel={(row) => `第${row.taskNumber}项${row.unitName}`}
        selected={props.selected}
        onSelect={props.onSelect}
        empty={<EmptyState what="表格里没有新的进展。" next="请在“进展”“进度”列填写后再导入。" />}
        columns={[
          {
            key: 'task',
            title: '任务',
            width: 220,
            card: 'title',
            render: (row) => `第 ${row.taskNumber} 项 · ${row.unitName}`,
          },
          {
            key: 'changes',
            title: '改动',
            render: (row) =>
              row.changes.map((change) => (
                <div key={change.field}>
                  {change.label}：<del className="mc-muted">{change.from || '空'}</del> → <ins>{change.to}</ins>
                </div>
              )),
          },
          { key: 'cell', title: '位置', width: 90, render: (row) => row.cell },
        ]}
      />
    </>
  );
}
