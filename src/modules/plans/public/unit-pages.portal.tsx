import { EmptyState, PageTitle, Ring, Section } from '../../../portal/index.ts';
import type { OpenUnitPage, OpenUnitProgress } from './open-plans.contract.ts';
import { type PlanKey, unitHref } from './plan-address.ts';
import { UnitTaskTable } from './task-parts.portal.tsx';
import { countsText } from './task-state.portal.tsx';
import { UnitProgressByGroup } from './unit-progress.portal.tsx';

export function UnitListBody({
  units,
  year,
  years,
}: {
  units: readonly OpenUnitProgress[];
  year: number | null;
  /** Years that have a plan of the district, newest first. */
  years: readonly number[];
}) {
  return (
    <>
      <PageTitle
        title="责任单位"
        lead={
          year === null
            ? undefined
            : `${year} 年工作要点由 ${units.length} 个单位承担。同一项任务由几个单位承担的，每个单位各计一份。`
        }
      />
      <div class="wrap">
        <Years years={years} current={year} path="/units" />
        {units.length === 0 ? (
          <EmptyState title="还没有单位承担任务">
            <p>工作要点公布后，承担任务的单位会出现在这里。</p>
          </EmptyState>
        ) : (
          <UnitProgressByGroup units={units} />
        )}
      </div>
    </>
  );
}

export function UnitBody({ page, planOf }: { page: OpenUnitPage; planOf: (planId: string) => PlanKey }) {
  const { unit, progress, tasks, year } = page;
  return (
    <>
      <PageTitle title={unit.name} eyebrow="责任单位" />
      <div class="wrap unit-head">
        <Ring percent={progress.percent} />
        <div>
          <p class="lead">
            {year === null || progress.total === 0
              ? '目前没有承担已公布要点的任务。'
              : `${year} 年承担 ${progress.total} 项任务：${countsText(progress)}。`}
          </p>
          <Years years={page.years} current={year} path={unitHref(unit.code)} />
        </div>
      </div>
      <Section id="tasks" title="承担的任务">
        {tasks.length === 0 ? <EmptyState title="没有任务" /> : <UnitTaskTable page={page} planOf={planOf} />}
      </Section>
    </>
  );
}

function Years({ years, current, path }: { years: readonly number[]; current: number | null; path: string }) {
  if (years.length < 2) return null;
  return (
    <nav aria-label="年份">
      <ul class="years">
        {years.map((year) => (
          <li key={year}>
            <a href={`${path}?year=${year}`} aria-current={year === current ? 'page' : undefined}>
              {year} 年
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
