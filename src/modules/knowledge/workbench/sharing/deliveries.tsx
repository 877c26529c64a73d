import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { DeliveryView } from '../../sharing/sharing.contract.ts';

const PAGE_SIZE = 20;
const COLUMNS: readonly DataColumn<DeliveryView>[] = [
  {
    key: 'question',
    title: '条目',
    card: 'title',
    render: (row) => (
      <a href={`/documents/${row.number}`}>{row.question === '' ? `编号 ${row.number}（已下架）` : row.question}</a>
    ),
  },
  { key: 'receiver', title: '对接系统', width: 200, render: (row) => row.receiver },
  {
    key: 'what',
    title: '内容',
    width: 110,
    render: (row) => (row.state === 'removed' ? '下架' : `第 ${row.ordinal} 版`),
  },
  { key: 'deliveredAt', title: '推送', width: 160, render: (row) => instantText(row.deliveredAt) },
  {
    key: 'confirmedAt',
    title: '对方确认',
    width: 160,
    render: (row) => (row.confirmedAt ? instantText(row.confirmedAt) : '还没有'),
  },
];

/** What was handed to whom when (KB-3). */
export function Deliveries() {
  const [page, setPage] = useState(1);
  const list = useApi<{ items: readonly DeliveryView[]; total: number }>('/api/knowledge/deliveries', {
    page,
    pageSize: PAGE_SIZE,
  });
  if (list.error) throw list.error;
  return (
    <Section title="推送记录">
      <DataTable<DeliveryView>
        label="推送记录"
        columns={COLUMNS}
        rows={list.data?.items}
        rowKey={(row) => `${row.receiver} ${row.number} ${row.ordinal} ${row.state}`}
        loading={list.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
        onPage={setPage}
        empty={<EmptyState what="还没有推送过。" />}
      />
    </Section>
  );
}
