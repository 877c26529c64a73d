import { Link } from 'react-router';
import { addDays, localDate } from '../../../../kernel/local-date.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { MyDay } from '../../reminders/reminders.contract.ts';
import { DistrictPicture } from './district-picture.tsx';
import { Figures } from './figures.tsx';
import { ShareList } from './share-list.tsx';
import { DutiesSection, ImportsSection, PlansSection } from './side-sections.tsx';

/** The supervising office: what waits for it, the whole district, the units that lag. */
export function OfficeHome({ day }: { readonly day: MyDay }) {
  const { counts } = day;
  const current = day.plans.find((plan) => plan.state === 'published') ?? day.plans[0];
  return (
    <>
      <Figures
        label="今日待办"
        figures={[
          { name: '等我核验', value: counts.waiting, unit: '项', to: '/shares?state=reported', tone: 'violet' },
          { name: '已逾期', value: counts.overdue, unit: '项', to: '/shares?state=overdue', tone: 'red' },
          { name: '退回重办中', value: counts.returned, unit: '项', to: '/shares?state=returned', tone: 'orange' },
          {
            name: '今日到期',
            value: counts.dueToday,
            unit: '项',
            to: `/shares?dueFrom=${day.today}&dueTo=${day.today}`,
          },
          {
            name: '七日内到期',
            value: counts.dueThisWeek,
            unit: '项',
            to: `/shares?dueFrom=${day.today}&dueTo=${addDays(localDate(day.today), 7)}`,
          },
          { name: '佐证网址失效', value: counts.brokenEvidence, unit: '处', tone: 'orange' },
        ]}
      />
      <div className="mc-columns">
        <div className="mc-span-8">
          {current ? <DistrictPicture planId={current.id} title={current.title} /> : null}
          <Section title={`等我核验（${counts.waiting}）`}>
            {day.waiting.length === 0 ? (
              <EmptyState what="没有等待核验的任务。" next="单位报送办结后会出现在这里。" />
            ) : (
              <ShareList
                mainPlanId={current?.id}
                shares={day.waiting}
                total={counts.waiting}
                showUnit
                allLink="/shares?state=reported"
              />
            )}
          </Section>
          <Section title={`已逾期（${counts.overdue}）`}>
            {day.overdue.length === 0 ? (
              <EmptyState what="没有逾期的任务。" />
            ) : (
              <ShareList
                mainPlanId={current?.id}
                shares={day.overdue}
                total={counts.overdue}
                showUnit
                allLink="/shares?state=overdue"
              />
            )}
          </Section>
        </div>
        <div className="mc-span-4">
          <Section
            title="进度滞后的单位"
            extra={current ? <Link to={`/plans/${current.id}?view=units`}>各单位进度</Link> : null}
          >
            {day.lateUnits.length === 0 ? (
              <EmptyState what="没有单位逾期。" />
            ) : (
              <ol className="mc-list">
                {day.lateUnits.map((unit) => (
                  <li key={unit.unitId} className="mc-list-line">
                    <span className="mc-list-main">
                      <Link to={`/shares?unitId=${unit.unitId}&state=overdue`}>{unit.unitName}</Link>
                    </span>
                    <span className="mc-tag mc-tone-red">逾期 {unit.overdue} 项</span>
                  </li>
                ))}
              </ol>
            )}
          </Section>
          <PlansSection day={day} />
          <ImportsSection day={day} />
          <DutiesSection day={day} />
        </div>
      </div>
    </>
  );
}
