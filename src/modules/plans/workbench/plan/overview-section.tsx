import { useMemo } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { type DataColumn, DataTable } from '../../../../workbench/components/data-table.tsx';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanDetail, PlanOverview } from '../../plan/plans.contract.ts';
import { PercentBar } from '../words/percent-bar.tsx';
import { StateLegend } from '../words/state-legend.tsx';
import { StateStack } from '../words/state-stack.tsx';
import { monthOption, stateRingOption } from './overview-charts.ts';

export function OverviewSection({ plan }: { readonly plan: PlanDetail }) {
  const overview = useApi<PlanOverview>(`/api/plans/${plan.id}/overview`);
  return (
    <Loaded query={overview} rows={8}>
      {(data) =>
        data.tasks.total === 0 ? (
          <EmptyState what="还没有任务。" next="可导入任务分解表，或用“新增任务”逐条录入。" />
        ) : (
          <Overview data={data} />
        )
      }
    </Loaded>
  );
}

function Overview({ data }: { readonly data: PlanOverview }) {
  const ring = useMemo(() => stateRingOption(data.tasks, data.tasks.total), [data.tasks]);
  const months = useMemo(() => monthOption(data.byMonth), [data.byMonth]);
  return (
    <>
      <div className="mc-columns">
        <Section title={`任务状态（${data.tasks.total} 项）`} className="mc-span-5">
          <Chart label="任务按状态的占比" option={ring} height={220} />
          <StateLegend counts={data.tasks} linkOf={(state) => `/ledger?planId=${data.planId}&state=${state}`} />
        </Section>
        <Section title="各月到期与完成" className="mc-span-7">
          <Chart label="各月到期、已完成和逾期的任务数" option={months} height={264} />
        </Section>
      </div>
      <Section title="核验指标" extra="由台账记录计算，不用手工填报">
        <ul className="mc-metrics">
          {data.metrics.map((metric) => (
            <li key={metric.code}>
              <div>{metric.name}</div>
              {metric.percent === null ? (
                <span className="mc-muted">暂无可计算的记录</span>
              ) : (
                <PercentBar percent={metric.percent} />
              )}
              <div className="mc-muted mc-small">
                {metric.met} / {metric.total}
              </div>
            </li>
          ))}
        </ul>
        {data.priority.total > 0 ? (
          <p>
            重点专项 {data.priority.total} 项，已完成 {data.priority.accepted} 项，逾期 {data.priority.overdue} 项。
            <Link to={`/ledger?planId=${data.planId}&priority=true`}>单独查看</Link>
          </p>
        ) : null}
      </Section>
      <Section title="各类任务">
        <DataTable
          label="各类任务进度"
          columns={categoryColumns(data.planId)}
          rows={data.byCategory}
          rowKey={(row) => row.category}
          empty={<EmptyState what="任务没有分类。" />}
        />
      </Section>
    </>
  );
}

type Category = PlanOverview['byCategory'][number];

function categoryColumns(planId: string): readonly DataColumn<Category>[] {
  return [
    {
      key: 'category',
      title: '类别',
      card: 'title',
      render: (row) => (
        <Link to={`/ledger?planId=${planId}&category=${encodeURIComponent(row.category)}`}>{row.category}</Link>
      ),
    },
    { key: 'total', title: '任务', width: 90, render: (row) => `${row.total} 项` },
    { key: 'accepted', title: '已完成', width: 90, render: (row) => row.accepted },
    {
      key: 'overdue',
      title: '逾期',
      width: 80,
      render: (row) => (row.overdue > 0 ? <span className="mc-red">{row.overdue}</span> : 0),
    },
    { key: 'stack', title: '状态分布', width: 220, render: (row) => <StateStack counts={row} /> },
    { key: 'percent', title: '平均进度', width: 150, render: (row) => <PercentBar percent={row.percent} /> },
  ];
}
