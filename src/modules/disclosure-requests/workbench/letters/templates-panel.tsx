import { Button } from 'antd';
import { useState } from 'react';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import type { TemplateView } from '../../letters/letters.contract.ts';
import { SampleLinks } from './sample-links.tsx';
import { TemplateDialog } from './template-dialog.tsx';

const COLUMNS: readonly DataColumn<TemplateView>[] = [
  {
    key: 'label',
    title: '文书',
    card: 'title',
    render: (row) => (
      <>
        {row.label}
        <div className="mc-muted mc-small">{row.title}</div>
      </>
    ),
  },
  {
    key: 'kind',
    title: '类别',
    width: 120,
    render: (row) => (
      <ToneTag tone={row.isDecision ? 'blue' : 'grey'}>{row.isDecision ? '答复书' : '办理文书'}</ToneTag>
    ),
  },
  {
    key: 'version',
    title: '版本',
    width: 280,
    render: (row) =>
      row.version === 0 ? (
        <span className="mc-muted">随程序提供</span>
      ) : (
        <>
          第 {row.version} 版
          <div className="mc-muted mc-small">
            {row.savedBy} {instantText(row.savedAt)} · {row.note}
          </div>
        </>
      ),
  },
  { key: 'sample', title: '样稿', width: 170, render: (row) => <SampleLinks kind={row.kind} label={row.label} /> },
];

export function TemplatesPanel() {
  const templates = useApi<{ items: readonly TemplateView[] }>('/api/letter-templates');
  const [open, setOpen] = useState<TemplateView>();
  const mayEdit = usePermissions().could('edit', 'letterTemplate');
  if (templates.error) throw templates.error;
  const act: DataColumn<TemplateView> = {
    key: 'act',
    title: '操作',
    width: 90,
    render: (row) => (
      <Button size="small" onClick={() => setOpen(row)} aria-label={`${mayEdit ? '修改' : '查看'}${row.label}`}>
        {mayEdit ? '修改' : '查看'}
      </Button>
    ),
  };
  return (
    <>
      <DataTable<TemplateView>
        label="文书模板"
        columns={[...COLUMNS, act]}
        rows={templates.data?.items}
        rowKey={(row) => row.kind}
        empty={<EmptyState what="没有文书模板。" />}
      />
      {open ? <TemplateDialog template={open} mayEdit={mayEdit} onClose={() => setOpen(undefined)} /> : null}
    </>
  );
}
