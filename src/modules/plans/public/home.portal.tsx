import {
  EmptyState,
  type HomeShare,
  longDay,
  longMonth,
  PaneWindow,
  Section,
  shortDay,
} from '../../../portal/index.ts';
import { OPEN_TASK_STATE_WORDS } from '../plan-words.ts';
import { MonthStrip } from './months.portal.tsx';
import type { OpenComing, OpenPlanDetail, OpenTask } from './open-plans.contract.ts';
import { type PlanKey, planHref, taskHref } from './plan-address.ts';
import { filterQuery } from './task-filter.ts';
import { taskTitle } from './task-parts.portal.tsx';
import { countsText, STATE_ORDER, STATE_TONES, StateLegend, StateTag } from './task-state.portal.tsx';
import { mostTasks, UnitProgress } from './unit-progress.portal.tsx';

const UNITS_ON_HOME = 6;
const RESULTS_ON_HOME = 3;
const DEADLINES_A_MONTH = 4;

/** The home page's share while no plan is published. */
export const NO_PLAN: HomeShare = {
  sections: (
    <Section id="plan" title="政务公开工作要点">
      <EmptyState title="今年的工作要点还没有公布">
        <p>公布后，这里会列出全部任务、责任单位、时限与进展。</p>
      </EmptyState>
    </Section>
  ),
};

/** What the year's plan promises, how far it is, what the coming months bring. */
export function planHome(plan: OpenPlanDetail, coming: OpenComing): HomeShare {
  const key: PlanKey = { year: plan.year, level: plan.level, unitCode: plan.unit?.code ?? null };
  return {
    picture: <Progress plan={plan} planKey={key} today={coming.today} />,
    entries: [{ href: planHref(key), label: '工作要点', note: `${plan.year} 年 ${plan.tasks.total} 项任务` }],
    sections: <PlanSections plan={plan} coming={coming} planKey={key} />,
  };
}

function PlanSections({ plan, coming, planKey: key }: { plan: OpenPlanDetail; coming: OpenComing; planKey: PlanKey }) {
  const list = planHref(key);
  return (
    <>
      <Coming plan={plan} coming={coming} planKey={key} />
      <Section
        id="months"
        title="全年时间节点"
        tint
        more={<a href={`${list}#tasks`}>查看全部 {plan.tasks.total} 项任务</a>}
      >
        <p class="section-note">每月到期的节点数，以及其中已经完成和逾期的数目。点月份可看该月的任务。</p>
        <MonthStrip
          plan={plan}
          thisMonth={coming.today.slice(0, 7)}
          href={(month) => `${list}${filterQuery({ month })}#tasks`}
        />
      </Section>
      <RecentResults plan={plan} coming={coming} planKey={key} />
      <Section id="units" title="各单位进展" tint more={<a href="/units">全部 {plan.byUnit.length} 个单位</a>}>
        <UnitProgress
          units={mostTasks(plan.byUnit, UNITS_ON_HOME)}
          caption={`承担任务最多的 ${Math.min(UNITS_ON_HOME, plan.byUnit.length)} 个单位`}
        />
      </Section>
    </>
  );
}

function Progress({ plan, planKey, today }: { plan: OpenPlanDetail; planKey: PlanKey; today: OpenComing['today'] }) {
  const { tasks } = plan;
  const list = planHref(planKey);
  return (
    <section class="hero-progress" aria-labelledby="progress-title">
      <h2 id="progress-title">
        <a href={list}>
          {plan.year} 年承诺公开的 {tasks.total} 件事
        </a>
        ，已办成 <span class="hero-number">{tasks.accepted}</span> 件
      </h2>
      <PaneWindow
        panes={panesOf(plan.taskList, planKey)}
        label={`进展图：共 ${tasks.total} 项任务，${countsText(tasks)}。`}
      />
      <p class="hero-note">
        一格窗是一项任务，办成一项点亮一格。截至 {longDay(today)}
        {tasks.overdue > 0 ? `，有 ${tasks.overdue} 项超过时限，正在督办。` : '，没有逾期任务。'}
      </p>
      <StateLegend counts={tasks} href={(state) => `${list}${filterQuery({ state })}#tasks`} />
    </section>
  );
}

/** Lit panes first, so that the window reads as a level that rises. */
export function panesOf(tasks: readonly OpenTask[], plan: PlanKey) {
  const order = (task: OpenTask) => STATE_ORDER.indexOf(task.state);
  return [...tasks]
    .sort((a, b) => order(a) - order(b) || a.number - b.number)
    .map((task) => ({
      tone: STATE_TONES[task.state],
      href: taskHref(plan, task.number),
      label: `${task.number}. ${taskTitle(task)}（${OPEN_TASK_STATE_WORDS[task.state]}）`,
    }));
}

function Coming({ plan, coming, planKey }: { plan: OpenPlanDetail; coming: OpenComing; planKey: PlanKey }) {
  return (
    <Section id="coming" title="接下来三个月">
      <div class="coming">
        {coming.months.map(({ month, items }) => (
          <ComingMonth
            key={month}
            month={month}
            items={items.filter((item) => item.planId === plan.id)}
            planKey={planKey}
          />
        ))}
      </div>
    </Section>
  );
}

type ComingItems = OpenComing['months'][number]['items'];

function ComingMonth({ month, items, planKey }: { month: string; items: ComingItems; planKey: PlanKey }) {
  const more = items.length - DEADLINES_A_MONTH;
  return (
    <section class="card" aria-labelledby={`coming-${month}`}>
      <h3 id={`coming-${month}`}>
        {longMonth(month)}
        <span class="card-count">{items.length} 项到期</span>
      </h3>
      {items.length === 0 && <p class="card-none">这个月没有到期的任务。</p>}
      <ul class="due-list">
        {items.slice(0, DEADLINES_A_MONTH).map((item) => (
          <li key={`${item.taskId}-${item.dueOn}`}>
            <time dateTime={item.dueOn}>{shortDay(item.dueOn)}</time>
            <div>
              <a href={taskHref(planKey, item.number)}>{item.name}</a>
              <p class="due-units">
                {item.units.slice(0, 2).join('、')}
                {item.units.length > 2 && ` 等 ${item.units.length} 个单位`}
              </p>
            </div>
            <StateTag state={item.state} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <p class="card-more">
          <a href={`${planHref(planKey)}${filterQuery({ month })}#tasks`}>
            {longMonth(month)}还有 {more} 项
          </a>
        </p>
      )}
    </section>
  );
}

type Result = OpenComing['recentlyAccepted'][number];

/** Many units finish their shares of one task on one day; one of them tells what came of it. */
function oneForEachTask(results: readonly Result[]): Result[] {
  const first = new Map<number, Result>();
  for (const result of results) if (!first.has(result.number)) first.set(result.number, result);
  return [...first.values()].slice(0, RESULTS_ON_HOME);
}

function RecentResults({ plan, coming, planKey }: { plan: OpenPlanDetail; coming: OpenComing; planKey: PlanKey }) {
  const results = oneForEachTask(coming.recentlyAccepted.filter((result) => result.planYear === plan.year));
  if (results.length === 0) return null;
  return (
    <Section id="results" title="最近进展">
      <ul class="results">
        {results.map((result) => (
          <li key={`${result.number}-${result.unitName}`} class="card">
            <p class="result-day">
              <time dateTime={result.acceptedOn}>{longDay(result.acceptedOn)}</time> · {result.unitName}
            </p>
            <h3>
              <a href={taskHref(planKey, result.number)}>{result.name}</a>
            </h3>
            {result.result && <p>{result.result}</p>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
