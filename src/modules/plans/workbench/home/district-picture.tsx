import { useMemo } from 'react';
import { Link } from 'react-router';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Chart } from '../../../../workbench/charts/chart.tsx';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanOverview } from '../../plan/plans.contract.ts';
import { monthOption, stateRingOption } from '../plan/overview-charts.ts';
import { StateLegend } from '../words/state-legend.tsx';

/** The whole district's plan in one look: tasks by state, and what each month brings. */
export function DistrictPicture({ planId, title }: { readonly planId: string; readonly title: string }) {
  const overview = useApi<PlanOverview>(`/api/plans/${planId}/overview`);
  return (
    <Section title={title} extra={<Link to={`/plans/${planId}`}>查看工作要点</Link>}>
      <Loaded query={overview} rows={6}>
        {(data) => <Pictures data={data} planId={planId} />}
      </Loaded>
    </Section>
  );
}

function Pictures({ data, planId }: { readonly data: PlanOverview; readonly planId: string }) {
  const ring = useMemo(() => stateRingOption(data.tasks, data.tasks.total), [data.tasks]);
  const months = useMemo(() => monthOption(data.byMonth), [data.byMonth]);
  return (
    <div className="mc-picture">
      <div className="mc-picture-ring">
        <Chart label={`全部 ${data.tasks.total} 项任务按状态`} option={ring} height={210} />
        <StateLegend counts={data.tasks} linkOf={(state) => `/ledger?planId=${planId}&state=${state}`} />
      </div>
      <div className="mc-picture-months">
        <h3>各月到期与完成</h3>
        <Chart label="各月到期、已完成和逾期的任务数" option={months} height={240} />
      </div>
    </div>
  );
}
