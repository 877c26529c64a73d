import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { FILING_EVENT_LABELS } from '../../filing/filing-words.ts';
import type { FilingView } from '../../office/exchange.contract.ts';

const PAGE_SIZE = 30;
const OUTCOMES = [
  { value: 'receipted', label: '已受理' },
  { value: 'refused', label: '已退回' },
];

const COLUMNS: readonly DataColumn<FilingView>[] = [
  {
    key: 'title',
    title: '公文',
    card: 'title',
    render: (row) => (
      <>
        {row.number !== null && row.outcome === 'receipted' ? (
          <a href={`/city-library/${row.peerCode}/${row.number}`}>{row.title || '（已移除）'}</a>
        ) : (
          (row.title ?? '（尚未受理）')
        )}
        <div className="mc-muted mc-small">
          {[row.unit, FILING_EVENT_LABELS[row.event]].filter(Boolean).join(' · ')}
        </div>
      </>
    ),
  },
  { key: 'peer', title: '报送方', width: 150, render: (row) => row.peer },
  {
    key: 'outcome',
    title: '结果',
    width: 110,
    render: (row) =>
      row.outcome === 'receipted' ? <ToneTag tone="green">已受理</ToneTag> : <ToneTag tone="red">已退回</ToneTag>,
  },
  {
    key: 'receipt',
    title: '回执编号或退回原因',
    render: (row) =>
      row.outcome === 'receipted' ? <span className="mc-number">{row.receiptNumber}</span> : row.reasons.join('；'),
  },
  { key: 'at', title: '时间', width: 150, render: (row) => instantText(row.at) },
];

/** What others file here: taken with a receipt, or sent back with every reason. */
export function ReceivedPanel() {
  const filters = useFilters();
  const { values, set } = filters;
  const page = Number(values.page ?? 1);
  const list = useApi<{ items: readonly FilingView[]; total: number }>('/api/exchange/filings', {
    page,
    pageSize: PAGE_SIZE,
    ...(values.outcome ? { outcome: values.outcome } : {}),
  });
  if (list.error) throw list.error;
  return (
    <>
      <div className="mc-toolbar">
        <FilterSelect filters={filters} name="outcome" label="结果" options={OUTCOMES} />
        <a href="/city-library">打开公文库</a>
      </div>
      <DataTable<FilingView>
        label="收到的报送"
        columns={COLUMNS}
        rows={list.data?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={
          <EmptyState
            what={values.outcome ? '没有这种结果的报送。' : '还没有收到报送。'}
            next="下级平台向本平台报送前，先在“对接平台”中登记其名称和公钥，方向选“其向本平台报送”。"
          />
        }
      />
    </>
  );
}
