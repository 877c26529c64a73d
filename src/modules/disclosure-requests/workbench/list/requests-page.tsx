import { Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { holds, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { type Filters, useFilters } from '../../../../workbench/components/use-filters.ts';
import { dueText, UrgencyTag } from '../../../cases/workbench/words/case-tags.tsx';
import { REQUEST_CHECK_LABELS, REQUEST_CHECKS } from '../../checks/checks.contract.ts';
import { REQUEST_STAGES, type RequestListItem, type RequestPage } from '../../disclosure-requests.contract.ts';
import { CATEGORY_LABELS } from '../../request-words.ts';
import { RequestStateTag, ResultTag } from '../words/request-tags.tsx';
import { STAGE_EMPTY } from '../words/stages.ts';
import { FilterBar } from './filter-bar.tsx';
import { StageTabs } from './stage-tabs.tsx';

const COLUMNS: readonly DataColumn<RequestListItem>[] = [
  {
    key: 'title',
    title: '申请公开的信息',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/disclosure-requests/${row.id}`}>{row.title}</Link>
        <div className="mc-muted mc-small">
          {[row.number, row.applicant, CATEGORY_LABELS[row.category], row.topic].filter(Boolean).join(' · ')}
        </div>
      </>
    ),
  },
  { key: 'unit', title: '办理单位', width: 120, render: (row) => row.unit.shortName },
  { key: 'person', title: '经办', width: 84, render: (row) => row.person?.name ?? '' },
  { key: 'state', title: '状态', width: 124, render: (row) => <RequestStateTag {...row} /> },
  {
    key: 'due',
    title: '答复期限',
    width: 190,
    render: (row) =>
      row.confirmedOn === null ? (
        <span className="mc-muted">确认后起算</span>
      ) : (
        <>
          <UrgencyTag row={row} /> <span className="mc-muted mc-small">{dueText(row)}</span>
        </>
      ),
  },
  {
    key: 'received',
    title: '收到申请',
    width: 126,
    render: (row) => (row.confirmedOn ? dayText(row.confirmedOn) : <span className="mc-muted">待确认</span>),
  },
  {
    key: 'result',
    title: '答复结果',
    width: 170,
    render: (row) => (row.result ? <ResultTag result={row.result} /> : <span className="mc-muted">未答复</span>),
  },
];

/** 依申请公开: what nobody has confirmed first, since no term runs for it, then by the day of answer. */
export function RequestsPage() {
  const filters = useFilters();
  const { values, set } = filters;
  const navigate = useNavigate();
  const mayRegister = usePermissions().could('register', 'case');
  const seesAll = holds(useSession(), 'supervisor', 'auditor');
  const list = useApi<RequestPage>('/api/disclosure-requests', { ...values, pageSize: pageSizeHere(30) });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="依申请公开"
        lead="待与申请人确认收到的在前，其余按应当答复的日子排列。"
        actions={
          <>
            <Link to="/request-checks">办理质量</Link>
            {mayRegister ? (
              <Button type="primary" onClick={() => navigate('/disclosure-requests/new')}>
                登记申请
              </Button>
            ) : null}
          </>
        }
      />
      <StageTabs values={values} />
      <FilterBar filters={filters} seesAll={seesAll} />
      <Narrowing values={values} />
      {page ? (
        <p className="mc-muted mc-small" role="status">
          共 {page.total} 件
        </p>
      ) : null}
      <DataTable<RequestListItem>
        label="依申请公开"
        columns={seesAll ? COLUMNS : COLUMNS.filter((column) => column.key !== 'unit')}
        rows={page?.items}
        rowKey={(row) => row.id}
        empty={<Empty values={values} />}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
      />
    </div>
  );
}

/** Filters that no field of the bar shows, as a figure of the analysis opens them. */
function Narrowing({ values }: { readonly values: Filters }) {
  const { topic, unsorted, check, receivedFrom, receivedTo, unitId, waitsFor } = values;
  const checked = REQUEST_CHECKS.find((one) => one === check);
  const said = [
    topic ? `领域“${topic}”` : null,
    unsorted === 'true' ? '还没有归入领域' : null,
    checked ? REQUEST_CHECK_LABELS[checked] : null,
    receivedFrom || receivedTo ? `${dayText(receivedFrom)}至${dayText(receivedTo)}收到` : null,
  ].filter(Boolean);
  if (said.length === 0) return null;
  const rest = Object.fromEntries(Object.entries({ unitId, waitsFor }).filter(([, value]) => value)) as Filters;
  return (
    <p>
      只列出：{said.join('，')}。<Link to={`?${new URLSearchParams({ ...rest })}`}>取消</Link>
    </p>
  );
}

function Empty({ values }: { readonly values: Filters }) {
  const stage = REQUEST_STAGES.find((one) => one === values.waitsFor) ?? 'all';
  const { what, next } = STAGE_EMPTY[stage];
  return <EmptyState what={what} next={next} />;
}
