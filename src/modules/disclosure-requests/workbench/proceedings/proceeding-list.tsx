import { Link } from 'react-router';
import { holds, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText, shortDayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { FilterSearch, FilterSelect } from '../../../../workbench/components/list-filters.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { type FilterControl, useFilters } from '../../../../workbench/components/use-filters.ts';
import { UnitSelect } from '../../../organisations/workbench/words/unit-select.tsx';
import {
  PROCEEDING_KIND_LABELS,
  PROCEEDING_KINDS,
  PROCEEDING_RESULT_LABELS,
  PROCEEDING_RESULTS,
} from '../../proceedings/proceeding-words.ts';
import type { ProceedingItem, ProceedingPage } from '../../proceedings/proceedings.contract.ts';
import { DutyTag, ProceedingResultTag, ProceedingStateTag } from './proceeding-tags.tsx';

const COLUMNS: readonly DataColumn<ProceedingItem>[] = [
  {
    key: 'number',
    title: '案件',
    card: 'title',
    render: (row) => (
      <>
        <Link to={`/proceedings/${row.id}`}>{row.bodyNumber}</Link>
        <div className="mc-muted mc-small">{[row.body, row.matter].join(' · ')}</div>
      </>
    ),
  },
  { key: 'kind', title: '类别', width: 150, render: (row) => PROCEEDING_KIND_LABELS[row.kind] },
  { key: 'unit', title: '单位', width: 120, render: (row) => row.unit.shortName },
  { key: 'state', title: '状态', width: 130, render: (row) => <ProceedingStateTag state={row.state} /> },
  {
    key: 'duty',
    title: '下一步',
    width: 210,
    render: (row) => (
      <>
        <DutyTag row={row} />
        {row.dueOn ? <div className="mc-muted mc-small">{shortDayText(row.dueOn)}前</div> : null}
      </>
    ),
  },
  { key: 'received', title: '收到副本', width: 126, render: (row) => dayText(row.receivedOn) },
  { key: 'result', title: '结果', width: 110, render: (row) => <ProceedingResultTag result={row.result} /> },
];

export function ProceedingList() {
  const filters = useFilters();
  const { view: _, ...query } = filters.values;
  const seesAll = holds(useSession(), 'supervisor', 'auditor');
  const list = useApi<ProceedingPage>('/api/proceedings', { ...query, pageSize: pageSizeHere(30) });
  if (list.error) throw list.error;
  const page = list.data;
  return (
    <>
      <Bar filters={filters} seesAll={seesAll} />
      {query.ids ? (
        <p>
          只列出一个数字背后的案件。<Link to="?">显示全部</Link>
        </p>
      ) : null}
      {page ? (
        <p className="mc-muted mc-small" role="status">
          共 {page.total} 件
        </p>
      ) : null}
      <DataTable<ProceedingItem>
        label="复议诉讼台账"
        columns={seesAll ? COLUMNS : COLUMNS.filter(({ key }) => key !== 'unit')}
        rows={page?.items}
        rowKey={(row) => row.id}
        empty={<EmptyState what="没有这样的复议诉讼案件。" next="收到复议申请书副本、起诉状副本后，请及时登记。" />}
        loading={list.isFetching}
        {...(page ? { page } : {})}
        onPage={(next) => filters.set({ page: String(next) })}
      />
    </>
  );
}

function Bar({ filters, seesAll }: { readonly filters: FilterControl; readonly seesAll: boolean }) {
  return (
    <div className="mc-toolbar">
      <FilterSearch filters={filters} name="text" label="案号、机关或申请内容" />
      <FilterSelect
        filters={filters}
        name="kind"
        label="类别"
        options={PROCEEDING_KINDS.map((value) => ({ value, label: PROCEEDING_KIND_LABELS[value] }))}
      />
      <FilterSelect
        filters={filters}
        name="due"
        label="到期"
        placeholder="全部期限"
        options={[{ value: 'true', label: '两个工作日内到期和已逾期' }]}
      />
      <FilterSelect
        filters={filters}
        name="pending"
        label="审结"
        placeholder="审结和未审结"
        options={[
          { value: 'true', label: '尚未审结' },
          { value: 'false', label: '已审结' },
        ]}
      />
      <FilterSelect
        filters={filters}
        name="result"
        label="结果"
        options={PROCEEDING_RESULTS.map((value) => ({ value, label: PROCEEDING_RESULT_LABELS[value] }))}
      />
      {seesAll ? (
        <UnitSelect value={filters.values.unitId} onChange={(unitId) => filters.set({ unitId: unitId ?? undefined })} />
      ) : null}
    </div>
  );
}
