import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { holds, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { type Filters, useFilters } from '../../../../workbench/components/use-filters.ts';
import type { PublicationPage, PublicationSummary } from '../../publications.contract.ts';
import { AttributeTag, StateTags, TermTag } from '../words/state-tags.tsx';
import { AlarmList } from './alarm-list.tsx';
import { FilterBar, QUICK } from './filter-bar.tsx';
import { TermFigures } from './term-figures.tsx';

const COLUMNS: readonly DataColumn<PublicationSummary>[] = [
  {
    key: 'title',
    title: '标题',
    card: 'title',
    sortable: true,
    render: (row) => (
      <>
        <Link to={`/publications/${row.id}`}>{row.title || '（还没有标题）'}</Link>
        <div className="mc-muted mc-small">{[row.kindName, row.documentNumber].filter(Boolean).join(' · ')}</div>
      </>
    ),
  },
  { key: 'unit', title: '单位', width: 130, render: (row) => row.unit.shortName },
  { key: 'state', title: '状态', width: 170, render: (row) => <StateTags publication={row} /> },
  { key: 'attribute', title: '公开属性', width: 130, render: (row) => <AttributeTag publication={row} /> },
  { key: 'note', title: '提示', width: 190, render: (row) => <RowNote row={row} /> },
  { key: 'updatedAt', title: '最近办理', width: 150, sortable: true, render: (row) => instantText(row.updatedAt) },
];

/** The register of what the unit makes and keeps (REV-1), and what waits for me. */
export function PublicationsPage() {
  const allowed = usePermissions();
  const navigate = useNavigate();
  const { values, set } = useFilters();
  const { view: _view, ...query } = values;
  const list = useApi<PublicationPage>('/api/publications', { ...query, pageSize: 30 });
  const seesOthers = holds(useSession(), 'supervisor', 'auditor');
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="信息发布"
        lead="本单位登记的信息，从起草、认定、审核到公开。公开前必须先审查：一事一审、全面审查。"
        actions={
          allowed.could('create', 'publication') ? (
            <Button type="primary" onClick={() => navigate('/publications/new')}>
              登记新信息
            </Button>
          ) : null
        }
      />
      <AlarmList />
      <TermFigures />
      <FilterBar values={values} set={set} />
      <DataTable<PublicationSummary>
        label="信息"
        columns={seesOthers ? COLUMNS : COLUMNS.filter((column) => column.key !== 'unit')}
        rows={page?.items}
        rowKey={(row) => row.id}
        empty={<NothingHere values={values} />}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        sort={values.sort ?? '-updatedAt'}
        onSort={(sort) => set({ sort })}
      />
    </div>
  );
}

function RowNote({ row }: { readonly row: PublicationSummary }) {
  if (row.openFindings > 0) return <ToneTag tone="red">{row.openFindings} 处个人信息待处理</ToneTag>;
  if (row.open === 'scheduled' && row.scheduledFor) return <>{instantText(row.scheduledFor)} 公开</>;
  if (row.attribute && row.attribute !== 'proactive' && row.nextReviewOn) return <>{row.nextReviewOn} 前复核</>;
  if (row.term && row.term.workdaysLeft <= 5) return <TermTag publication={row} />;
  if (row.lateReasonAt) return <TermTag publication={row} />;
  return row.number ? <span className="mc-muted">编号 {row.number}</span> : null;
}

function NothingHere({ values }: { readonly values: Filters }) {
  const quick = QUICK.find((one) => one.key !== 'all' && values[one.key] === one.value);
  if (quick) return <EmptyState what={quick.empty} next="可改看“全部”。" />;
  const filtered = Object.keys(values).some((name) => !['page', 'sort', 'view'].includes(name));
  return filtered ? (
    <EmptyState what="没有符合条件的信息。" next="请放宽筛选条件。" />
  ) : (
    <EmptyState what="还没有登记信息。" next="点“登记新信息”，可导入 Word 文件，也可从空白开始。" />
  );
}
