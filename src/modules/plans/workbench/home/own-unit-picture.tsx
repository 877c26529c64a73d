import { Link } from 'react-router';
import { useSession } from '../../../../workbench/api/session.ts';
import { useApi } from '../../../../workbench/api/use-api.ts';
import { Loaded } from '../../../../workbench/components/loaded.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { PlanOverview } from '../../plan/plans.contract.ts';
import type { MyDay } from '../../reminders/reminders.contract.ts';
import { PercentBar } from '../words/percent-bar.tsx';
import { StateLegend } from '../words/state-legend.tsx';
import { StateStack } from '../words/state-stack.tsx';

/** How the person's units stand in each plan in force, their own one too. */
export function OwnUnitPicture({ plans }: { readonly plans: MyDay['plans'] }) {
  return (
    <Section title="本单位进度">
      {plans.map((plan) => (
        <InPlan key={plan.id} planId={plan.id} title={plan.title} />
      ))}
    </Section>
  );
}

function InPlan({ planId, title }: { readonly planId: string; readonly title: string }) {
  const session = useSession();
  const overview = useApi<PlanOverview>(`/api/plans/${planId}/overview`);
  const own = new Set(session.grants.map((grant) => grant.unitId));
  return (
    <>
      <h3 className="mc-plan-name">
        <Link to={`/plans/${planId}`}>{title}</Link>
      </h3>
      <Loaded query={overview}>
        {(data) => {
          const units = data.byUnit.filter((one) => own.has(one.unit.id));
          if (units.length === 0) return <p className="mc-muted">这份工作要点没有分派给本单位的任务。</p>;
          return (
            <ul className="mc-list">
              {units.map((one) => (
                <li key={one.unit.id}>
                  <div className="mc-list-line">
                    <strong className="mc-list-main">
                      {one.unit.name}：{one.total} 项任务
                    </strong>
                    <PercentBar percent={one.percent} />
                  </div>
                  <StateStack counts={one} />
                  <StateLegend
                    counts={one}
                    linkOf={(state) => `/shares?planId=${planId}&unitId=${one.unit.id}&state=${state}`}
                  />
                  <div className="mc-muted">
                    三十日内到期 {one.dueIn30Days} 项；已明确责任科室和时间 {one.split} / {one.total} 项。
                  </div>
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}
