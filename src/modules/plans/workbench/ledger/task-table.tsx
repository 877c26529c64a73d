import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import type { FilterControl } from '../../../../workbench/components/use-filters.ts';
import type { PlanSummary } from '../../plan/plans.contract.ts';
import type { LedgerPage, LedgerRow } from '../../tasks/tasks.contract.ts';
import { DueText } from '../words/due-text.tsx';
import { PercentBar } from '../words/percent-bar.tsx';
import { TaskStateTag } from '../words/task-state-tag.tsx';
import { TaskTitle } from '../words/task-title.tsx';
import { UnitNames } from '../words/unit-names.tsx';
import { ledgerQuery } from './ledger-query.ts';

const COLUMNS: readonly DataColumn<LedgerRow>[] = [
  {
    key: 'number',
    title: '任务',
    card: 'title',
    sortable: true,
    render: (row) => (
      <TaskTitle
        to={`/tasks/${row.id}`}
        number={row.number}
        name={row.name}
        content={row.content}
        priority={row.priority}
        showContent
      />
    ),
  },
  { key: 'units', title: '责任单位', width: 220, render: (row) => <UnitNames {...row} /> },
  {
    key: 'dueOn',
    title: '期限',
    width: 130,
    sortable: true,
    render: (row) => <DueText dueOn={row.dueOn} deadlineText={row.deadlineText} provisional={row.dueProvisional} />,
  },
  { key: 'state', title: '状态', width: 95, render: (row) => <TaskStateTag state={row.state} /> },
  { key: 'percent', title: '进度', width: 130, sortable: true, render: (row) => <PercentBar percent={row.percent} /> },
  {
    key: 'evidence',
    title: '佐证',
    width: 62,
    card: 'hide',
    render: (row) => (row.evidenceCount > 0 ? `${row.evidenceCount} 份` : <span className="mc-muted">无</span>),
  },
];

export function TaskTable(props: {
  readonly plan: PlanSummary;
  readonly filters: FilterControl;
  readonly selected: readonly string[];
  readonly onSelect: (ids: string[]) => void;
}) {
  const allowed = usePermissions();
  const { plan } = props;
  const ownUnits = plan.level === 'unit' && plan.unit ? [plan.unit.id] : [];
  const subject = { kind: 'task', state: plan.state, unitIds: ownUnits };
  const canBatch = allowed.may('assign', subject) || allowed.may('markPriority', subject);
  const { values, set } = props.filters;
  const rows = useApi<LedgerPage>('/api/tasks', { ...ledgerQuery(values), planId: plan.id });
  const page = rows.data;
  if (rows.error) throw rows.error;
  return (
    <DataTable<LedgerRow>
      label="任务台账"
      columns={COLUMNS}
      rows={page?.items}
      rowKey={(row) => row.id}
      rowLabel={(row) => `第${row.number}项`}
      loading={rows.isFetching && rows.isPlaceholderData}
      empty={<EmptyState what="没有符合条件的任务。" next="可放宽或清除筛选条件。" />}
      {...(page ? { page } : {})}
      onPage={(next) => set({ page: String(next) })}
      sort={values.sort ?? 'number'}
      onSort={(sort) => set({ sort })}
      {...(canBatch ? { selected: props.selected, onSelect: props.onSelect } : {})}
    />
  );
}
