import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { call } from '../../../workbench/api/client.ts';
import { usePermissions } from '../../../workbench/api/session.ts';
import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EditDialog } from '../../../workbench/components/edit-dialog.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import { useRowSave } from '../../../workbench/components/use-row-save.ts';
import type { ThresholdView } from '../figures/figures.contract.ts';

/** What the figures are held against. */
export function ThresholdsPanel() {
  const mayEdit = usePermissions().could('edit', 'interpretationThreshold');
  const [edited, setEdited] = useState<ThresholdView>();
  const thresholds = useApi<{ items: readonly ThresholdView[] }>('/api/interpretation-thresholds');
  if (thresholds.error) throw thresholds.error;
  const columns: readonly DataColumn<ThresholdView>[] = [
    {
      key: 'name',
      title: '参数',
      card: 'title',
      render: (row) => (
        <>
          {row.name}
          <div className="mc-muted mc-small">{row.help}</div>
        </>
      ),
    },
    { key: 'value', title: '数值', width: 140, render: (row) => valueText(row) },
    ...(mayEdit
      ? [
          {
            key: 'act',
            title: '操作',
            width: 100,
            render: (row: ThresholdView) => (
              <Button size="small" onClick={() => setEdited(row)} aria-label={`修改${row.name}`}>
                修改
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable<ThresholdView>
        label="解读工作参数"
        columns={columns}
        rows={thresholds.data?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="没有参数。" />}
      />
      {edited ? <ThresholdDialog row={edited} onClose={() => setEdited(undefined)} /> : null}
    </>
  );
}

function valueText({ value, unit }: ThresholdView): string {
  return unit === '月底' ? `${value} 月底` : `${value} ${unit}`;
}

function ThresholdDialog({ row, onClose }: { readonly row: ThresholdView; readonly onClose: () => void }) {
  const [form] = Form.useForm<{ value: number }>();
  const edit = useRowSave<ThresholdView>({
    base: { value: row.value, version: row.version },
    put: (body) => call('PUT', `/api/interpretation-thresholds/${row.id}`, body),
    refreshes: ['/api/interpretation-thresholds', '/api/interpretation-figures', '/api/interpretation-questions'],
    done: '已保存参数。',
    onDone: onClose,
  });
  return (
    <EditDialog
      title={`修改：${row.name}`}
      onOk={form.submit}
      onClose={onClose}
      row={edit}
      fields={[{ name: 'value', label: row.name }]}
    >
      <Form form={form} layout="vertical" initialValues={{ value: row.value }} onFinish={(values) => edit.save(values)}>
        <Form.Item
          name="value"
          label={row.name}
          extra={`${row.help}可填 ${row.min} 到 ${row.max}。`}
          rules={[{ required: true, message: '请填写数值。' }]}
        >
          <InputNumber min={row.min} max={row.max} precision={0} suffix={row.unit} />
        </Form.Item>
      </Form>
    </EditDialog>
  );
}
