import { Button } from 'antd';
import { Link } from 'react-router';
import { call, download } from '../../../../workbench/api/client.ts';
import { useAction, useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { DIFFERENCE_LABELS } from '../../filing/filing-words.ts';
import type { DifferenceView } from '../../office/exchange.contract.ts';

const PAGE_SIZE = 50;
const KINDS = Object.entries(DIFFERENCE_LABELS).map(([value, label]) => ({ value, label }));

/** Every difference by name, each with the button that files it again. */
export function DifferencesTable({ id, mayRun }: { readonly id: string; readonly mayRun: boolean }) {
  const filters = useFilters();
  const { values, set } = filters;
  const page = Number(values.page ?? 1);
  const path = `/api/exchange/reconciliations/${id}`;
  const list = useApi<{ items: readonly DifferenceView[]; total: number }>(`${path}/differences`, {
    page,
    pageSize: PAGE_SIZE,
    ...(values.kind ? { kind: values.kind } : {}),
  });
  const refile = useAction((position: number | undefined) => call('POST', `${path}/refile`, { position }), {
    refreshes: ['/api/exchange'],
    done: (answer) => `已重新报送 ${(answer as { refiled: number }).refiled} 份，收到回执后可再对一次账。`,
  });
  if (list.error) throw list.error;
  return (
    <>
      <div className="mc-toolbar">
        <FilterSelect filters={filters} name="kind" label="差异种类" placeholder="全部差异" options={KINDS} />
        {mayRun ? (
          <Button loading={refile.isPending} onClick={() => refile.mutate(undefined)}>
            全部重新报送
          </Button>
        ) : null}
        <Button onClick={() => void save(`${path}/differences.csv`)}>下载清单</Button>
      </div>
      <DataTable<DifferenceView>
        label="差异清单"
        columns={columnsOf(mayRun, (position) => refile.mutate(position))}
        rows={list.data?.items}
        rowKey={(row) => String(row.position)}
        loading={list.isFetching}
        page={{ page, pageSize: PAGE_SIZE, total: list.data?.total ?? 0 }}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有这种差异。" />}
      />
    </>
  );
}

function columnsOf(mayRun: boolean, onRefile: (position: number) => void): readonly DataColumn<DifferenceView>[] {
  return [
    {
      key: 'title',
      title: '公文',
      card: 'title',
      render: (row) =>
        row.title === null ? (
          <span className="mc-muted">
            本平台没有登记这份公文
            <details className="mc-small">
              <summary>供技术人员查找</summary>
              {row.publicationId}
            </details>
          </span>
        ) : (
          <Link to={`/publications/${row.publicationId}`}>{row.title || '（没有标题）'}</Link>
        ),
    },
    { key: 'unit', title: '单位', width: 150, render: (row) => row.unit ?? '' },
    {
      key: 'kind',
      title: '差异',
      width: 180,
      render: (row) => <ToneTag tone="red">{DIFFERENCE_LABELS[row.kind]}</ToneTag>,
    },
    { key: 'detail', title: '说明', render: (row) => row.detail },
    {
      key: 'act',
      title: '操作',
      width: 160,
      render: (row) => {
        if (row.refiledAt) return <span className="mc-muted">{instantText(row.refiledAt)} 已重报</span>;
        if (row.kind === 'receiverExtra') return <span className="mc-muted">请与对方联系核对</span>;
        if (!mayRun) return null;
        return (
          <Button size="small" onClick={() => onRefile(row.position)}>
            重新报送
          </Button>
        );
      },
    },
  ];
}

/** Fetches the list with the person's session and hands it to the browser. */
async function save(path: string): Promise<void> {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await download(path));
  link.download = '对账差异.csv';
  link.click();
  URL.revokeObjectURL(link.href);
}
