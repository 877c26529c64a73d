import { Link } from 'react-router';
import { addDays, localDate } from '../../../../kernel/local-date.ts';
import { EmptyState } from '../../../../workbench/components/empty-state.tsx';
import { Section } from '../../../../workbench/components/section.tsx';
import type { MyDay } from '../../reminders/reminders.contract.ts';
import { Figures } from './figures.tsx';
import { OwnUnitPicture } from './own-unit-picture.tsx';
import { ShareList } from './share-list.tsx';
import { DutiesSection, ImportsSection, PlansSection } from './side-sections.tsx';

/** A unit's own day; leaders see the state of the unit first, officers what they must do. */
export function UnitHome({ day, asLeader }: { readonly day: MyDay; readonly asLeader: boolean }) {
  const { counts } = day;
  const current = day.plans.find((plan) => plan.state === 'published') ?? day.plans[0];
  const picture = day.plans.length > 0 ? <OwnUnitPicture plans={day.plans} /> : null;
  const list = `/shares?scope=${day.scope}`;
  return (
    <>
      <Figures
        label={day.scope === 'person' ? '交给我的任务' : '今日待办'}
        figures={[
          { name: '已逾期', value: counts.overdue, unit: '项', to: `${list}&state=overdue`, tone: 'red' },
          {
            name: '被退回，需重办',
            value: counts.returned,
            unit: '项',
            to: `${list}&state=returned`,
            tone: 'orange',
          },
          {
            name: '今日到期',
            value: counts.dueToday,
            unit: '项',
            to: `${list}&dueFrom=${day.today}&dueTo=${day.today}`,
          },
          {
            name: '七日内到期',
            value: counts.dueThisWeek,
            unit: '项',
            to: `${list}&dueFrom=${day.today}&dueTo=${addDays(localDate(day.today), 7)}`,
          },
          {
            name: '已报送，等核验',
            value: counts.waiting,
            unit: '项',
            to: `${list}&state=reported`,
            tone: 'violet',
          },
          ...(day.scope === 'unit'
            ? [{ name: '未分解到科室', value: counts.unsplit, unit: '项', to: `${list}&unsplit=true` }]
            : []),
        ]}
      />
      <div className="mc-columns">
        <div className="mc-span-8">
          {asLeader ? picture : null}
          <Todo day={day} mainPlanId={current?.id} />
          {asLeader ? null : picture}
        </div>
        <div className="mc-span-4">
          <PlansSection day={day} />
          <DutiesSection day={day} />
          <ImportsSection day={day} />
        </div>
      </div>
    </>
  );
}

function Todo({ day, mainPlanId }: { readonly day: MyDay; readonly mainPlanId: string | undefined }) {
  const { counts } = day;
  const list = `/shares?scope=${day.scope}`;
  const isQuiet = day.overdue.length + day.returned.length + day.dueSoon.length === 0;
  return (
    <>
      {isQuiet ? (
        <Section title="今天要办的事">
          {day.scope === 'person' ? (
            <EmptyState
              what="交给您的任务近期没有到期、逾期或被退回的。"
              next={<Link to="/shares?scope=unit">看本单位全部任务</Link>}
            />
          ) : (
            <EmptyState what="近期没有到期、逾期或被退回的任务。" next="可在台账中提前报送进展。" />
          )}
        </Section>
      ) : null}
      {day.overdue.length > 0 ? (
        <Section title={`已逾期，请尽快办理（${counts.overdue}）`}>
          <ShareList
            mainPlanId={mainPlanId}
            shares={day.overdue}
            total={counts.overdue}
            showUnit={false}
            allLink={`${list}&state=overdue`}
          />
        </Section>
      ) : null}
      {day.returned.length > 0 ? (
        <Section title={`被退回，请按意见重办（${counts.returned}）`}>
          <ShareList
            mainPlanId={mainPlanId}
            shares={day.returned}
            total={counts.returned}
            showUnit={false}
            allLink={`${list}&state=returned`}
          />
        </Section>
      ) : null}
      {day.dueSoon.length > 0 ? (
        <Section title={day.scope === 'person' ? '我手上的任务' : '即将到期'}>
          <ShareList
            mainPlanId={mainPlanId}
            shares={day.dueSoon}
            total={day.dueSoon.length}
            showUnit={false}
            allLink={list}
          />
        </Section>
      ) : null}
      {day.unsplit.length > 0 ? (
        <Section title={`还没有明确责任科室和时间（共 ${counts.unsplit} 项，以上已列的不再重复）`}>
          <ShareList
            mainPlanId={mainPlanId}
            shares={day.unsplit}
            total={counts.unsplit}
            showUnit={false}
            allLink={`${list}&unsplit=true`}
          />
        </Section>
      ) : null}
    </>
  );
}
