import { PLAN_STATE_WORDS } from '../plan-words.ts';
import type { OpenPlan } from './open-plans.contract.ts';

/** How far a plan is as people read it: one whose tasks are all done is no longer under way, though the office has not closed it yet. */
export function planStateWords(plan: Pick<OpenPlan, 'state' | 'tasks'>): string {
  const done = plan.state === 'published' && plan.tasks.total > 0 && plan.tasks.accepted === plan.tasks.total;
  return done ? '任务已全部完成' : PLAN_STATE_WORDS[plan.state];
}
