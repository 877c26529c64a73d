import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { HAND_OVER_REASON_LABELS, type HandOverSummary } from '../../hand-over.contract.ts';
import { useUnitNames } from '../words/use-units.ts';
import { StartDialog } from './start-dialog.tsx';

interface Page {
  readonly items: HandOverSummary[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const STATES = { draft: '办理中', filed: '已备案', cancelled: '已撤销' } as const;

/** Changes of staff, each with its item-by-item list and filing (TEAM-6). */
export function HandOversPage() {
  const filters = useFilters();
  const { state, page, start } = filters.values;
  const [isStarting, setStarting] = useState(start !== undefined);
  const unitName = useUnitNames();
  const handOvers = useApi<Page>('/api/hand-overs', { state, page, pageSize: pageSizeHere() });
  if (handOvers.error) throw handOvers.error;
  return (
    <div className="mc-page">
      <PageHeader
        title="工作交接"
        lead="人员变动时逐项交接：名下未办结的事项一次转给接手人，角色和登录同时终止，当天备案。"
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setStarting(true)}>
            办理交接
          </Button>
        }
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="状态"
          value={state ?? ''}
          onChange={(value) => filters.set({ state: String(value) || undefined })}
          options={[
            { value: '', label: '全部' },
            ...Object.entries(STATES).map(([value, label]) => ({ value, label })),
          ]}
        />
      </div>
      <DataTable<HandOverSummary>
        label="工作交接"
        columns={columnsFor(unitName)}
        rows={handOvers.data?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="还没有交接记录。" next="人员变动当天请办理交接，完成后自动备案。" />}
        {...(handOvers.data ? { page: handOvers.data } : {})}
        onPage={(next) => filters.set({ page: String(next) })}
      />
      {isStarting ? (
        <StartDialog
          personId={start}
          onClose={() => {
            setStarting(false);
            filters.set({ start: undefined });
          }}
        />
      ) : null}
    </div>
  );
}

function columnsFor(unitName: (id: string) => string): readonly DataColumn<HandOverSummary>[] {
  return [
    {
      key: 'person',
      title: '交接人 → 接手人',
      card: 'title',
      render: (row) => (
        <>
          <Link to={`/hand-overs/${row.id}`}>
            {row.personName} → {row.successorName}
          </Link>
          <div className="mc-muted mc-small">{unitName(row.unitId)}</div>
        </>
      ),
    },
    { key: 'reason', title: '原因', width: 200, render: (row) => HAND_OVER_REASON_LABELS[row.reason] },
    { key: 'changedOn', title: '变动日期', width: 140, render: (row) => dayText(row.changedOn) },
    { key: 'items', title: '清单', width: 110, render: (row) => `${row.tickedCount} / ${row.itemCount} 项` },
    { key: 'state', title: '备案', width: 220, render: (row) => <FilingTag row={row} /> },
  ];
}

/** TEAM-C5: filed on the day of the change. */
export function FilingTag({ row }: { readonly row: HandOverSummary }) {
  if (row.state === 'draft') return <ToneTag tone="orange">办理中</ToneTag>;
  if (row.state === 'cancelled') return <ToneTag>已撤销</ToneTag>;
  const days = row.daysToFiling ?? 0;
  return (
    <>
      <ToneTag tone="green">{row.filingNumber}</ToneTag>{' '}
      <span className="mc-small mc-muted">{days <= 0 ? '当天备案' : `变动后 ${days} 天备案`}</span>
    </>
  );
}
