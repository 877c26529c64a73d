import { EmptyState, Fact, Facts, longDay, PageTitle, Pagination, PaneWindow, Section } from '../../../portal/index.ts';
import { PLAN_LEVEL_WORDS } from '../plan-words.ts';
import { panesOf } from './home.portal.tsx';
import { MonthStrip } from './months.portal.tsx';
import type { OpenPlanDetail } from './open-plans.contract.ts';
import { isTracked, type PlanKey, planHref } from './plan-address.ts';
import { CategoryProgress } from './plan-parts.portal.tsx';
import { planStateWords } from './plan-state.ts';
import { TaskFilterForm } from './task-filter.portal.tsx';
import { filterQuery, filterTasks, isFiltered, TASKS_PER_PAGE, type TaskFilter } from './task-filter.ts';
import { TaskTable } from './task-parts.portal.tsx';
import { countsText, StateLegend } from './task-state.portal.tsx';
import { mostTasks, UnitProgress } from './unit-progress.portal.tsx';

const UNITS_ON_PLAN = 15;

/** One plan: what it is, how far it is, and its tasks to look through. */
export function PlanBody({
  plan,
  filter,
  thisMonth,
  keyOf,
}: {
  plan: OpenPlanDetail;
  filter: TaskFilter;
  thisMonth: string;
  keyOf: KeyOf;
}) {
  const key: PlanKey = { year: plan.year, level: plan.level, unitCode: plan.unit?.code ?? null };
  const tracked = isTracked(plan.level);
  return (
    <>
      <PageTitle title={plan.title} eyebrow={`${plan.year} 年 · ${PLAN_LEVEL_WORDS[plan.level]}`} />
      <div class="wrap">
        <PlanFacts plan={plan} keyOf={keyOf} />
        {!tracked && <p class="notice">这里列出市级要点的任务，供对照本区怎样落实；市级任务的进展由市政府公布。</p>}
      </div>
      {tracked && <Progress plan={plan} planKey={key} thisMonth={thisMonth} />}
      <TaskSection plan={plan} filter={filter} planKey={key} />
      {tracked && <CategoryProgress plan={plan} address={planHref(key)} />}
      {tracked && <UnitSection plan={plan} />}
      <ChildPlans plan={plan} keyOf={keyOf} />
      <Narrative plan={plan} />
    </>
  );
}

/** Finds the address of another published plan. */
type KeyOf = (planId: string) => PlanKey | undefined;

function PlanFacts({ plan, keyOf }: { plan: OpenPlanDetail; keyOf: KeyOf }) {
  const parent = plan.parent && keyOf(plan.parent.id);
  return (
    <Facts>
      <Fact name="发文机关">{plan.issuer}</Fact>
      <Fact name="发文字号">{plan.documentNumber}</Fact>
      <Fact name="成文日期">{plan.issuedOn && longDay(plan.issuedOn)}</Fact>
      <Fact name="执行情况">{isTracked(plan.level) && planStateWords(plan)}</Fact>
      <Fact name="上级要点">{parent && <a href={planHref(parent)}>{plan.parent?.title}</a>}</Fact>
      <Fact name="下级要点">{plan.children.length > 0 && <a href="#children">{plan.children.length} 份</a>}</Fact>
    </Facts>
  );
}

function TaskSection({ plan, filter, planKey }: { plan: OpenPlanDetail; filter: TaskFilter; planKey: PlanKey }) {
  const address = planHref(planKey);
  const found = filterTasks(plan.taskList, filter);
  const page = Math.min(filter.page ?? 1, Math.max(1, Math.ceil(found.length / TASKS_PER_PAGE)));
  const shown = found.slice((page - 1) * TASKS_PER_PAGE, page * TASKS_PER_PAGE);
  return (
    <Section
      id="tasks"
      title="任务清单"
      more={
        <span class="downloads">
          下载全部任务：<a href={`${address}/tasks.csv`}>CSV 表格</a> <a href={`${address}/tasks.json`}>JSON 数据</a>
        </span>
      }
    >
      <TaskFilterForm plan={plan} filter={filter} address={address} />
      {found.length === 0 ? (
        <EmptyState title="没有符合条件的任务">
          <p>
            请减少条件，或<a href={`${address}#tasks`}>查看全部任务</a>。
          </p>
        </EmptyState>
      ) : (
        <TaskTable
          tasks={shown}
          plan={planKey}
          tracked={isTracked(plan.level)}
          caption={captionOf(found.length, page, isFiltered(filter) ? '符合条件' : '')}
        />
      )}
      <Pagination
        page={page}
        pageSize={TASKS_PER_PAGE}
        total={found.length}
        href={(number) => `${address}${filterQuery({ ...filter, page: number })}#tasks`}
      />
    </Section>
  );
}

function captionOf(total: number, page: number, condition: string): string {
  const first = (page - 1) * TASKS_PER_PAGE + 1;
  const last = Math.min(total, page * TASKS_PER_PAGE);
  return `${condition}共 ${total} 项任务${total > TASKS_PER_PAGE ? `，本页为第 ${first} 至 ${last} 项` : ''}`;
}

function Progress({ plan, planKey, thisMonth }: { plan: OpenPlanDetail; planKey: PlanKey; thisMonth: string }) {
  const address = planHref(planKey);
  return (
    <>
      <Section id="progress" title="办到了哪一步">
        <div class="progress-grid">
          <div>
            <p class="progress-sum">
              <strong>{plan.tasks.accepted}</strong> / {plan.tasks.total} 项已完成
            </p>
            <StateLegend counts={plan.tasks} href={(state) => `${address}${filterQuery({ state })}#tasks`} />
          </div>
          <PaneWindow
            panes={panesOf(plan.taskList, planKey)}
            label={`进展图：共 ${plan.tasks.total} 项任务，${countsText(plan.tasks)}。`}
          />
        </div>
      </Section>
      <Section id="months" title="时间节点" tint>
        <MonthStrip plan={plan} thisMonth={thisMonth} href={(month) => `${address}${filterQuery({ month })}#tasks`} />
      </Section>
    </>
  );
}

/** The district's plan has a page of its own for all units; other plans have few. */
function UnitSection({ plan }: { plan: OpenPlanDetail }) {
  const shown = plan.level === 'district' ? mostTasks(plan.byUnit, UNITS_ON_PLAN) : plan.byUnit;
  if (shown.length === 0) return null;
  const more = plan.byUnit.length - shown.length;
  return (
    <Section
      id="units"
      title="各单位进展"
      more={more > 0 && <a href={`/units?year=${plan.year}`}>全部 {plan.byUnit.length} 个单位</a>}
    >
      <UnitProgress
        units={shown}
        caption={more > 0 ? `承担任务最多的 ${shown.length} 个单位` : `${shown.length} 个单位承担任务的进展`}
      />
    </Section>
  );
}

/** Plans that carry this one out: the district's of the city's, the units' of the district's. */
function ChildPlans({ plan, keyOf }: { plan: OpenPlanDetail; keyOf: KeyOf }) {
  if (plan.children.length === 0) return null;
  return (
    <Section id="children" title="落实本要点的要点">
      <ul class="links">
        {plan.children.map((child) => {
          const key = keyOf(child.id);
          return (
            key && (
              <li key={child.id}>
                <a href={planHref(key)}>{child.title}</a>
              </li>
            )
          );
        })}
      </ul>
    </Section>
  );
}

function Narrative({ plan }: { plan: OpenPlanDetail }) {
  if (plan.narrative.length === 0) return null;
  return (
    <Section id="narrative" title="要点正文" tint>
      <div class="narrative">
        {plan.narrative.map((part) => (
          <div key={part.heading}>
            {part.heading && <h3>{part.heading}</h3>}
            {part.text.split('\n').map((paragraph) => paragraph.trim() && <p key={paragraph}>{paragraph}</p>)}
          </div>
        ))}
      </div>
    </Section>
  );
}
