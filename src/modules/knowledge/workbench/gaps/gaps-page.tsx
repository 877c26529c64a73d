import { Segmented } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText, instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { GapView } from '../../gaps/gaps.contract.ts';
import { GapTags } from './gap-tags.tsx';

interface GapPage {
  readonly items: readonly GapView[];
  readonly total: number;
  readonly page: number;
  readonly pageSize: number;
}

const COLUMNS: readonly DataColumn<GapView>[] = [
  {
    key: 'question',
    title: '集中问题',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/knowledge/gaps/${row.id}`}>{row.questions[0]}</Link>
        {row.questions.length > 1 ? <span className="mc-muted"> 等 {row.questions.length} 个问题</span> : null}
        <div className="mc-muted mc-small">
          {row.receiver} · {row.externalNumber} · {row.times} 次
        </div>
      </>
    ),
  },
  { key: 'unit', title: '起草单位', width: 130, render: (row) => row.unit.shortName },
  { key: 'state', title: '状态', width: 240, render: (row) => <GapTags gap={row} /> },
  { key: 'dueOn', title: '期限', width: 130, render: (row) => dayText(row.dueOn) },
  { key: 'receivedAt', title: '收到', width: 150, render: (row) => instantText(row.receivedAt) },
];

/** 知识库缺口 (KB-4): what hotlines and counters are asked and the base lacks, by the day on which it must be answered. */
export function GapsPage() {
  const { values, set } = useFilters();
  const open = values.open ?? 'true';
  const list = useApi<GapPage>('/api/knowledge/gaps', {
    ...values,
    open: open === 'all' ? undefined : open,
    pageSize: pageSizeHere(30),
  });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="知识库缺口"
        lead="热线、窗口反映的、知识库里没有的集中问题。起草单位在期限内答复入库，公开后自动告知反映单位。"
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="办理情况"
          value={open}
          options={[
            { value: 'true', label: '待办' },
            { value: 'false', label: '已办结' },
            { value: 'all', label: '全部' },
          ]}
          onChange={(next) => set({ open: next === 'true' ? '' : String(next) })}
        />
      </div>
      <DataTable<GapView>
        label="知识库缺口"
        columns={COLUMNS}
        rows={page?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有符合条件的缺口。" />}
      />
    </div>
  );
}
