import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { holds, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { instantText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { ToneTag } from '../../../../workbench/components/tone-tag.tsx';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import { CASE_CHANNEL_LABELS } from '../../../cases/case-words.ts';
import type { CaseListItem, CasePage } from '../../../cases/cases.contract.ts';
import { caseAddress } from '../../../cases/workbench/words/case-address.ts';
import { dueText, StateTag, UrgencyTag } from '../../../cases/workbench/words/case-tags.tsx';
import { chosenQuick, FilterBar } from './filter-bar.tsx';

const COLUMNS: readonly DataColumn<CaseListItem>[] = [
  {
    key: 'title',
    title: '来件',
    card: 'title',
    render: (row) => (
      <>
        <Link to={caseAddress(row)}>{row.title}</Link>
        <div className="mc-muted mc-small">
          {[row.kindLabel, row.number, CASE_CHANNEL_LABELS[row.channel], row.applicant ?? '匿名']
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    ),
  },
  { key: 'unit', title: '办理单位', width: 120, render: (row) => row.unit.shortName },
  { key: 'person', title: '经办', width: 84, render: (row) => row.person?.name ?? '' },
  {
    key: 'state',
    title: '状态',
    width: 150,
    render: (row) => (
      <>
        <StateTag state={row.state} word={row.stateLabel} /> {row.isSimple ? <ToneTag>简单</ToneTag> : null}
        {row.mergedCount > 0 ? <ToneTag>并 {row.mergedCount} 件</ToneTag> : null}
      </>
    ),
  },
  {
    key: 'urgentOn',
    title: '期限',
    width: 210,
    sortable: true,
    render: (row) => (
      <>
        <UrgencyTag row={row} /> <span className="mc-muted mc-small">{dueText(row)}</span>
      </>
    ),
  },
  { key: 'receivedAt', title: '收到', width: 140, sortable: true, render: (row) => instantText(row.receivedAt) },
];

/** 来信办理: my work first, by the day on which it must be answered. */
export function MessagesPage() {
  const { values, set } = useFilters();
  const { view: _view, ...query } = values;
  const navigate = useNavigate();
  const mayRegister = usePermissions().could('register', 'case');
  const seesAll = holds(useSession(), 'supervisor', 'auditor');
  // Without a wish: what is still owed.
  const asked = { ...query, ...(chosenQuick(values)?.key === 'open' ? { open: 'true' } : {}) };
  const list = useApi<CasePage>('/api/cases', { ...asked, pageSize: pageSizeHere(30) });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="来信办理"
        lead="政策留言、网上咨询、领导信箱、意见建议、转办留言、网站纠错、公开工作投诉举报和依申请公开申请，按应当答复的日子排列，逾期的在前。"
        actions={mayRegister ? <Button onClick={() => navigate('/cases/new')}>登记来件</Button> : null}
      />
      <FilterBar values={values} set={set} seesAll={seesAll} />
      {page ? (
        <p className="mc-muted mc-small" role="status">
          {page.isCapped ? '超过 10000 件，请缩小范围' : `共 ${page.total} 件`}
        </p>
      ) : null}
      <DataTable<CaseListItem>
        label="来件"
        columns={seesAll ? COLUMNS : COLUMNS.filter((column) => column.key !== 'unit')}
        rows={page?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="没有符合条件的来件。" next="可以换一个常用筛选，或放宽条件。" />}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        sort={values.sort ?? 'urgentOn'}
        onSort={(sort) => set({ sort })}
      />
    </div>
  );
}
