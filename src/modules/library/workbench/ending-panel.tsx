import { useApi } from '../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../workbench/components/empty-state.tsx';
import type { Ending } from '../expiry/ending.contract.ts';

/** Normative documents within half a year of their end, with what has to be done by when (LIB-5). */
export function EndingPanel() {
  const ending = useApi<{ items: readonly Ending[] }>('/api/library/ending');
  if (ending.error) throw ending.error;
  const columns: readonly DataColumn<Ending>[] = [
    {
      key: 'title',
      title: '文件',
      card: 'title',
      render: (row) => <a href={`/documents/${row.number}`}>{row.title}</a>,
    },
    { key: 'documentNumber', title: '发文字号', render: (row) => row.documentNumber ?? '—' },
    { key: 'lastDay', title: '有效期至', width: 120, render: (row) => row.lastDay },
    {
      key: 'duties',
      title: '到期前的工作',
      render: (row) =>
        row.duties.map((duty) => (
          <div key={duty.on} className={duty.isDue ? undefined : 'mc-muted'}>
            {duty.on} 前：{duty.duty}
          </div>
        )),
    },
  ];
  return (
    <DataTable<Ending>
      label="将到期的规范性文件"
      columns={columns}
      rows={ending.data?.items}
      rowKey={(row) => String(row.number)}
      empty={<EmptyState what="半年内没有将到期的规范性文件。" />}
    />
  );
}
