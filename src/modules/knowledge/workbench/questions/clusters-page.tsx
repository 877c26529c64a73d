import { Segmented } from 'antd';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { ClusterView } from '../../clusters/clusters.contract.ts';
import { CLUSTER_STATE_CODES, CLUSTER_STATES } from '../../knowledge-words.ts';
import { AskedInVain } from './asked-in-vain.tsx';

interface ClusterPage {
  readonly items: readonly ClusterView[];
  readonly total: number;
  readonly trigger: number;
  readonly page: number;
  readonly pageSize: number;
}

const COLUMNS: readonly DataColumn<ClusterView>[] = [
  {
    key: 'label',
    title: '问题',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/knowledge/clusters/${row.id}`}>{row.label}</Link>
        {row.policy ? <div className="mc-muted mc-small">多在此文件下提问：{row.policy.title}</div> : null}
      </>
    ),
  },
  {
    key: 'times',
    title: '次数',
    width: 130,
    render: (row) => (
      <>
        <span className="mc-number">{row.times}</span> {row.isFrequent ? <ToneTag tone="orange">高频</ToneTag> : null}
      </>
    ),
  },
  { key: 'days', title: '时间', width: 220, render: (row) => `${dayText(row.firstOn)} 至 ${dayText(row.lastOn)}` },
  { key: 'unit', title: '单位', width: 120, render: (row) => row.unit?.shortName ?? '只有检索和提问' },
  {
    key: 'state',
    title: '处理',
    width: 200,
    render: (row) =>
      row.state === 'entered' ? (
        <Link to={`/publications/${row.publicationId}`}>{row.entryNumber ? '条目已公开' : '条目起草、审核中'}</Link>
      ) : (
        (row.reason ?? CLUSTER_STATES[row.state])
      ),
  },
];

/** 高频问题 (KB-C4): what is asked again and again, each group with its evidence. */
export function ClustersPage() {
  const { values, set } = useFilters();
  const state = values.state ?? 'open';
  const list = useApi<ClusterPage>('/api/knowledge/clusters', { ...values, state, pageSize: pageSizeHere(30) });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="高频问题"
        lead={`每天凌晨把来信来件、没有结果的检索、没有答上的提问归并成组${page ? `，达到 ${page.trigger} 次的应当整理成常见问题` : ''}。`}
      />
      <div className="mc-toolbar">
        <Segmented
          aria-label="处理情况"
          value={state}
          options={CLUSTER_STATE_CODES.map((code) => ({ value: code, label: CLUSTER_STATES[code] }))}
          onChange={(next) => set({ state: next === 'open' ? '' : String(next) })}
        />
        <Segmented
          aria-label="次数"
          value={values.least ?? 'frequent'}
          options={[
            { value: 'frequent', label: '达到触发次数的' },
            { value: 'all', label: '全部' },
          ]}
          onChange={(next) => set({ least: next === 'frequent' ? '' : String(next) })}
        />
      </div>
      <DataTable<ClusterView>
        label="高频问题"
        columns={COLUMNS}
        rows={page?.items}
        rowKey={(row) => row.id}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        empty={<EmptyState what="没有符合条件的问题。" />}
      />
      <div className="mc-gap-above">
        <AskedInVain />
      </div>
    </div>
  );
}
