import { Segmented } from 'antd';
import { useState } from 'react';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { type FilterControl, useFilters } from '../../../../workbench/components/use-filters.ts';
import type { PlanDetail, PlanSummary } from '../../plan/plans.contract.ts';
import { currentPlan, usePlans } from '../words/use-plans.ts';
import { CalendarView } from './calendar-view.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LedgerActions } from './ledger-actions.tsx';
import { TaskBatch } from './task-batch.tsx';
import { TaskTable } from './task-table.tsx';
import { TimelineView } from './timeline-view.tsx';

const VIEWS = [
  { value: 'table', label: '列表' },
  { value: 'timeline', label: '时间轴' },
  { value: 'calendar', label: '月历' },
];

export function LedgerPage() {
  const plans = usePlans();
  return (
    <div className="mc-page">
      <Loaded query={plans} rows={8}>
        {(page) => <Ledger plans={page.items} />}
      </Loaded>
    </div>
  );
}

function Ledger({ plans }: { readonly plans: readonly PlanSummary[] }) {
  const filters = useFilters();
  const planId = filters.values.planId ?? currentPlan(plans)?.id;
  const plan = useApi<PlanDetail>(planId ? `/api/plans/${planId}` : null);
  const view = filters.values.view ?? 'table';
  return (
    <>
      <PageHeader
        title="任务台账"
        lead="每项任务的责任单位、期限、状态和进度。点任务名称查看详情。"
        actions={planId ? <LedgerActions planId={planId} filters={filters.values} /> : null}
      />
      {planId ? (
        <>
          <FilterBar
            list="ledger"
            filters={filters}
            plans={plans}
            planId={planId}
            categories={(plan.data?.categories ?? []).map((one) => one.name)}
          />
          <div className="mc-toolbar">
            <Segmented
              aria-label="显示方式"
              options={VIEWS}
              value={view}
              onChange={(next) => filters.set({ view: next === 'table' ? undefined : String(next) })}
            />
          </div>
          <View view={view} planId={planId} plan={plans.find((one) => one.id === planId)} filters={filters} />
        </>
      ) : (
        <EmptyState what="还没有工作要点。" next="主管部门可从“导入任务分解表”上传文件，确认后即成台账。" />
      )}
    </>
  );
}

function View(props: {
  readonly view: string;
  readonly planId: string;
  /** Undefined when the address names a plan that is not in the list. */
  readonly plan: PlanSummary | undefined;
  readonly filters: FilterControl;
}) {
  const [selected, setSelected] = useState<string[]>([]);
  if (props.view === 'timeline') return <TimelineView planId={props.planId} />;
  if (props.view === 'calendar') return <CalendarView planId={props.planId} filters={props.filters} />;
  if (!props.plan) return <EmptyState what="没有找到这份工作要点。" next="可从上方另选一份。" />;
  return (
    <>
      <TaskBatch selected={selected} onDone={() => setSelected([])} />
      <TaskTable plan={props.plan} filters={props.filters} selected={selected} onSelect={setSelected} />
    </>
  );
}
