import { Segmented } from 'antd';
import { useRef, useState } from 'react';
import { localDateAt } from '../../../../kernel/local-date.ts';
import { type Session, unitsOf, usePermissions, useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { type FilterControl, useFilters } from '../../../../workbench/components/use-filters.ts';
import type { AssignmentPage, AssignmentRow } from '../../assignments/assignments.contract.ts';
import type { PlanDetail } from '../../plan/plans.contract.ts';
import { UNIT_ROLE_WORDS } from '../../plan-words.ts';
import { DueText } from '../words/due-text.tsx';
import { PercentBar } from '../words/percent-bar.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { TaskTitle } from '../words/task-title.tsx';
import { usePlans } from '../words/use-plans.ts';
import { FilterBar } from './filter-bar.tsx';
import { type ShareScope, shareQuery, shareScope } from './ledger-query.ts';
import { mayBatch, rowName, ShareBatch } from './share-batch.tsx';

/** @param withPlan rows of several plans stand together */
const taskColumn = (withPlan: boolean): DataColumn<AssignmentRow> => ({
  key: 'number',
  title: '任务',
  card: 'title',
  sortable: true,
  render: (row) => (
    <>
      <TaskTitle
        to={`/shares/${row.id}`}
        number={row.taskNumber}
        name={row.taskName}
        content={row.content}
        priority={row.priority}
      />
      {withPlan ? <div className="mc-muted mc-small">{row.planTitle}</div> : null}
    </>
  ),
});

const COLUMNS: readonly DataColumn<AssignmentRow>[] = [
  {
    key: 'unit',
    title: '单位',
    width: 190,
    sortable: true,
    render: (row) => (
      <span>
        {row.unit.shortName} <span className="mc-muted mc-small">{UNIT_ROLE_WORDS[row.role]}</span>
        {row.section || row.person ? (
          <span className="mc-muted mc-small mc-due-words">
            {[row.section?.name, row.person?.name].filter(Boolean).join(' · ')}
          </span>
        ) : null}
      </span>
    ),
  },
  {
    key: 'dueOn',
    title: '期限',
    width: 150,
    sortable: true,
    render: (row) => <DueText dueOn={row.dueOn} deadlineText={row.deadlineText} provisional={row.dueProvisional} />,
  },
  {
    key: 'state',
    title: '状态',
    width: 130,
    render: (row) => <TaskStateTag state={row.state} lateDays={row.lateDays} />,
  },
  { key: 'percent', title: '进度', width: 130, sortable: true, render: (row) => <PercentBar percent={row.percent} /> },
  {
    key: 'last',
    title: '最近进展',
    width: 220,
    render: (row) =>
      row.lastText ? (
        <span className="mc-clamp mc-small">{row.lastText}</span>
      ) : (
        // What another unit wrote is not shown, but that it did write is.
        <span className="mc-muted">
          {row.lastReportAt ? `${dayText(localDateAt(new Date(row.lastReportAt)))}已报送` : '未报送'}
        </span>
      ),
  },
];

/** Each unit's share of each task: where offices accept and officers report. */
export function SharesPage() {
  const plans = usePlans();
  const filters = useFilters();
  const [selected, setSelected] = useState<string[]>([]);
  // All rows seen so far: what was ticked may have left the list when the outcome is told.
  const seen = useRef(new Map<string, AssignmentRow>());
  const planId = filters.values.planId;
  const plan = useApi<PlanDetail>(planId ? `/api/plans/${planId}` : null);
  const session = useSession();
  const scope = shareScope(filters.values, useUsualScope(session));
  return (
    <div className="mc-page">
      <PageHeader title="单位任务" lead="一项任务分到每个单位为一条：报送进展、核验、提醒都在这里。" />
      <Loaded query={plans}>
        {(page) => (
          <FilterBar
            list="shares"
            filters={filters}
            plans={page.items}
            planId={planId}
            categories={(plan.data?.categories ?? []).map((one) => one.name)}
            withUnsplit
          />
        )}
      </Loaded>
      <div className="mc-toolbar">
        {unitsOf(session).length > 0 ? (
          <Segmented
            aria-label="看谁的任务"
            value={scope}
            onChange={(next) => filters.set({ scope: next, mine: undefined })}
            options={[
              { value: 'person', label: '我负责的' },
              { value: 'unit', label: '本单位' },
              { value: 'all', label: '各单位' },
            ]}
          />
        ) : null}
        <Segmented
          aria-label="显示哪些任务"
          value={filters.values.finished ?? (filters.values.state ? 'all' : 'open')}
          onChange={(next) => filters.set({ finished: String(next) })}
          options={[
            { value: 'open', label: '还没完成的' },
            { value: 'all', label: '全部' },
          ]}
        />
      </div>
      <ShareBatch selected={selected} seen={seen.current} onDone={() => setSelected([])} />
      <ShareTable filters={filters} scope={scope} seen={seen.current} selected={selected} onSelect={setSelected} />
    </div>
  );
}

/** The office oversees every unit, others look after their own; who only handles tasks begins with those given to them. */
function useUsualScope(session: Session): ShareScope {
  const allowed = usePermissions();
  if (allowed.may('accept', { kind: 'assignment', state: 'reported' }) || unitsOf(session).length === 0) return 'all';
  return session.grants.every((grant) => grant.role === 'handler') ? 'person' : 'unit';
}

function ShareTable(props: {
  readonly filters: FilterControl;
  readonly scope: ShareScope;
  readonly seen: Map<string, AssignmentRow>;
  readonly selected: readonly string[];
  readonly onSelect: (ids: string[]) => void;
}) {
  const { values, set } = props.filters;
  const session = useSession();
  const rows = useApi<AssignmentPage>('/api/assignments', shareQuery(values, props.scope, session.person.id));
  if (rows.error) throw rows.error;
  const page = rows.data;
  for (const row of page?.items ?? []) props.seen.set(row.id, row);
  const canBatch = page?.items.some(mayBatch) || props.selected.length > 0;
  return (
    <DataTable<AssignmentRow>
      label="单位任务"
      columns={[taskColumn(!values.planId), ...COLUMNS]}
      rows={page?.items}
      rowKey={(row) => row.id}
      rowLabel={rowName}
      loading={rows.isFetching && rows.isPlaceholderData}
      empty={
        <EmptyState
          what="没有符合条件的单位任务。"
          next={props.scope === 'all' ? '可放宽或清除筛选条件。' : '可放宽筛选条件，或改看其他范围的任务。'}
        />
      }
      {...(page ? { page } : {})}
      onPage={(next) => set({ page: String(next) })}
      sort={values.sort ?? 'dueOn'}
      onSort={(sort) => set({ sort })}
      {...(canBatch ? { selected: props.selected, onSelect: props.onSelect, selectable: mayBatch } : {})}
    />
  );
}
