import { ShareColumn } from '../../../portal/index.ts';
import type { OpenPlanDetail } from './open-plans.contract.ts';

/**
 * The twelve months of the plan's year: how many milestones fall due, how many are met. Every figure of the picture is
 * written under its column, so the list is its own table.
 */
export function MonthStrip({
  plan,
  thisMonth,
  href,
}: {
  plan: OpenPlanDetail;
  /** YYYY-MM of today. */
  thisMonth: string;
  href: (month: string) => string;
}) {
  const months = monthsOf(plan);
  const highest = Math.max(...months.map((month) => month.due));
  return (
    <ol class="months">
      {months.map(({ month, due, accepted, overdue }) => (
        <li key={month} class={month === thisMonth ? 'month month-now' : 'month'}>
          <ShareColumn
            highest={highest}
            shares={[
              { tone: 'done', value: accepted },
              { tone: 'late', value: overdue },
              { tone: 'active', value: Math.max(0, due - accepted - overdue) },
            ]}
          />
          <h3 class="month-name">
            {due > 0 ? <a href={href(month)}>{nameOf(month)}</a> : nameOf(month)}
            {!month.startsWith(`${plan.year}-`) && <span class="month-mark">{month.slice(0, 4)}年</span>}
            {month === thisMonth && <span class="month-mark">本月</span>}
          </h3>
          <p class="month-figures">
            {due === 0 ? '无节点' : `${due} 项`}
            {accepted > 0 && <span class="met">完成 {accepted}</span>}
            {overdue > 0 && <span class="missed">逾期 {overdue}</span>}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Months without a milestone stay as empty columns; those of the next year follow when the plan reaches there. */
function monthsOf(plan: OpenPlanDetail): OpenPlanDetail['months'] {
  const known = new Map(plan.months.map((month) => [month.month, month]));
  for (let number = 1; number <= 12; number += 1) {
    const month = `${plan.year}-${String(number).padStart(2, '0')}`;
    if (!known.has(month)) known.set(month, { month, due: 0, accepted: 0, overdue: 0 });
  }
  return [...known.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

function nameOf(month: string): string {
  return `${Number(month.slice(5))}月`;
}
