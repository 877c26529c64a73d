import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePermissions } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { dayText } from '../../../../workbench/components/day.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { PageHeader } from '../../../../workbench/components/page-header.tsx';
import { pageSizeHere } from '../../../../workbench/components/page-size.ts';
import { useFilters } from '../../../../workbench/components/use-filters.ts';
import type { PlanSummary, PlanPage as Plans } from '../../plan/plans.contract.ts';
import { PLAN_LEVEL_WORDS, PLAN_LEVELS } from '../../plan-words.ts';
import { PercentBar } from '../words/percent-bar.tsx';
import { PlanEditDialog } from './plan-edit-dialog.tsx';
import { PlanStateTag } from './plan-state-tag.tsx';

const COLUMNS: readonly DataColumn<PlanSummary>[] = [
  {
    key: 'title',
    title: '工作要点',
    card: 'title',
    sortable: true,
    render: (plan) => (
      <>
        <Link to={`/plans/${plan.id}`}>{plan.title}</Link>
        <div className="mc-muted mc-small">
          {[plan.documentNumber, plan.issuer, plan.issuedOn ? `${dayText(plan.issuedOn)}成文` : '']
            .filter(Boolean)
            .join(' · ')}
        </div>
      </>
    ),
  },
  { key: 'year', title: '年度', width: 80, sortable: true, render: (plan) => `${plan.year}` },
  {
    key: 'level',
    title: '层级',
    width: 150,
    render: (plan) => (plan.level === 'unit' && plan.unit ? plan.unit.shortName : PLAN_LEVEL_WORDS[plan.level]),
  },
  { key: 'state', title: '状态', width: 100, render: (plan) => <PlanStateTag state={plan.state} /> },
  {
    key: 'progress',
    title: '完成',
    width: 190,
    render: (plan) =>
      plan.taskCount === 0 ? (
        <span className="mc-muted">没有任务</span>
      ) : (
        <>
          <PercentBar percent={Math.round((plan.acceptedCount / plan.taskCount) * 100)} />
          <span className="mc-muted mc-small">
            {plan.acceptedCount} / {plan.taskCount} 项{plan.overdueCount > 0 ? `，逾期 ${plan.overdueCount}` : ''}
          </span>
        </>
      ),
  },
];

export function PlansPage() {
  const allowed = usePermissions();
  const { values, set } = useFilters();
  const [isCreating, setCreating] = useState(false);
  const plans = useApi<Plans>('/api/plans', {
    level: values.level,
    page: values.page,
    sort: values.sort,
    pageSize: pageSizeHere(),
  });
  if (plans.error) throw plans.error;
  const page = plans.data;
  return (
    <div className="mc-page">
      <PageHeader
        title="工作要点"
        lead="市、区和各单位历年的政务公开工作要点。"
        actions={
          <>
            {allowed.could('create', 'plan') ? <Button onClick={() => setCreating(true)}>手工新建</Button> : null}
            {allowed.could('import', 'plan') ? (
              <Link to="/imports" className="mc-button-link mc-button-primary">
                导入任务分解表
              </Link>
            ) : null}
          </>
        }
      />
      <div className="mc-toolbar">
        <Select
          aria-label="层级"
          placeholder="层级"
          allowClear
          {...(values.level ? { value: values.level } : {})}
          onChange={(level?: string) => set({ level })}
          options={PLAN_LEVELS.map((level) => ({ value: level, label: PLAN_LEVEL_WORDS[level] }))}
        />
      </div>
      <DataTable<PlanSummary>
        label="工作要点"
        columns={COLUMNS}
        rows={page?.items}
        rowKey={(plan) => plan.id}
        empty={<EmptyState what="还没有工作要点。" next="导入印发的文件，或手工新建。" />}
        {...(page ? { page } : {})}
        onPage={(next) => set({ page: String(next) })}
        sort={values.sort ?? '-year'}
        onSort={(sort) => set({ sort })}
      />
      {isCreating ? <PlanEditDialog onClose={() => setCreating(false)} /> : null}
    </div>
  );
}
