import { EmptyState, PageTitle, ShareBar } from '../../../portal/index.ts';
import { PLAN_LEVEL_WORDS } from '../plan-words.ts';
import type { OpenPlan } from './open-plans.contract.ts';
import { isTracked, planHref } from './plan-address.ts';
import { planStateWords } from './plan-state.ts';
import { countsText, Legend, sharesOf } from './task-state.portal.tsx';

const LEVEL_ORDER = ['district', 'city', 'unit'] as const;

/** All published plans, newest year first; within a year the district's own plan leads. */
export function PlanListBody({ plans }: { plans: readonly OpenPlan[] }) {
  const years = [...new Set(plans.map((plan) => plan.year))].sort((a, b) => b - a);
  return (
    <>
      <PageTitle
        title="工作要点"
        lead="每年春天，政府公布当年的政务公开工作要点，列明做什么、谁来做、什么时候完成。这里可以看到每一份要点和它的进展。"
      />
      <div class="wrap">
        {plans.length === 0 ? (
          <EmptyState title="还没有公布工作要点">
            <p>要点公布后会出现在这里。</p>
          </EmptyState>
        ) : (
          <Legend />
        )}
        {years.map((year) => (
          <section key={year} class="plan-year" aria-labelledby={`year-${year}`}>
            <h2 id={`year-${year}`}>{year} 年</h2>
            <ul class="plan-cards">
              {LEVEL_ORDER.flatMap((level) => plans.filter((plan) => plan.year === year && plan.level === level)).map(
                (plan) => (
                  <PlanCard key={plan.id} plan={plan} />
                ),
              )}
            </ul>
          </section>
        ))}
      </div>
    </>
  );
}

function PlanCard({ plan }: { plan: OpenPlan }) {
  const href = planHref({ year: plan.year, level: plan.level, unitCode: plan.unit?.code ?? null });
  return (
    <li class="card">
      <p class="eyebrow">
        {plan.level === 'unit' ? (plan.unit?.name ?? '单位') : PLAN_LEVEL_WORDS[plan.level]}
        {isTracked(plan.level) && ` · ${planStateWords(plan)}`}
      </p>
      <h3>
        <a href={href}>{plan.title}</a>
      </h3>
      {plan.documentNumber && <p class="card-note">{plan.documentNumber}</p>}
      {isTracked(plan.level) ? (
        <>
          <ShareBar shares={sharesOf(plan.tasks)} />
          <p class="card-note">
            {plan.tasks.total} 项任务{plan.tasks.total > 0 && `：${countsText(plan.tasks)}`}
          </p>
        </>
      ) : (
        <p class="card-note">{plan.tasks.total} 项任务，进展由市政府公布</p>
      )}
    </li>
  );
}
