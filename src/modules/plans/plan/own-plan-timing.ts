import { addDays, daysBetween, type LocalDate } from '../../../kernel/local-date.ts';
import type { OwnPlanTiming } from './plans.contract.ts';

export interface OwnPlanRule {
  /** Calendar days after the upper plan's issue; null: only the fixed date counts. */
  readonly days: number | null;
  /** `MM-DD` of the plan's year, e.g. 04-30; used when there are no days. */
  readonly fixedDate: string | null;
  readonly act: 'publish' | 'submit';
}

/**
 * PLAN-C1, X-04: whether a lower plan or breakdown came in time after the upper plan's issue. Calendar days as the plans print them, not
 * rolled over rest days: a plan of 2022-03-30 under one of 2022-02-23 is five days late.
 * @param doneOn day the own plan was issued or the breakdown submitted
 */
export function ownPlanTiming(
  rule: OwnPlanRule,
  upper: { readonly issuedOn: LocalDate | null; readonly year: number },
  doneOn: LocalDate | null,
  today: LocalDate,
): OwnPlanTiming {
  const act = rule.act === 'publish' ? '公开本单位工作要点' : '报送任务分解或本单位工作要点';
  const dueOn = dueDay(rule, upper);
  const text =
    rule.days !== null
      ? `上级工作要点印发后 ${rule.days} 日内${act}`
      : rule.fixedDate !== null
        ? `${Number(rule.fixedDate.slice(0, 2))} 月 ${Number(rule.fixedDate.slice(3))} 日前${act}`
        : `未规定${act}的期限`;
  if (!dueOn) return { rule: text, dueOn, doneOn, lateDays: null, state: 'unknown' };
  const measured = doneOn ?? today;
  const late = Math.max(0, daysBetween(dueOn, measured));
  if (doneOn) return { rule: text, dueOn, doneOn, lateDays: late, state: late > 0 ? 'late' : 'inTime' };
  return { rule: text, dueOn, doneOn, lateDays: late, state: late > 0 ? 'overdue' : 'waiting' };
}

function dueDay(rule: OwnPlanRule, upper: { issuedOn: LocalDate | null; year: number }): LocalDate | null {
  if (rule.days !== null) return upper.issuedOn ? addDays(upper.issuedOn, rule.days) : null;
  return rule.fixedDate ? (`${upper.year}-${rule.fixedDate}` as LocalDate) : null;
}
