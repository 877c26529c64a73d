import type { LocalDate } from '../../../kernel/local-date.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import type { Change } from '../../../platform/change/change.ts';
import { moveShares, refreshTaskFacts } from '../assignments/assignments.store.ts';
import { addEvents } from '../events.store.ts';
import { findPlan, type PlanRow } from '../plan/plans.store.ts';
import type { PlansContext } from '../plans.context.ts';
import type { Deadline } from '../tasks/tasks.contract.ts';
import { lockTask, type TaskRow, tasksCountingDays, updateTaskDue } from '../tasks/tasks.store.ts';
import { type Due, dueDate } from './due-date.ts';
import { readRelativeLimit } from './relative-deadline.ts';

export interface DeadlineOf {
  readonly number: number;
  readonly deadline: Deadline;
  readonly deadlineText: string;
  readonly contentDueOn: LocalDate | null;
}

export function dueOf(plan: Pick<PlanRow, 'title' | 'issued_on'>, task: DeadlineOf, workdays: WorkdayCalendar): Due {
  return dueDate({
    deadline: task.deadline,
    deadlineText: task.deadlineText,
    planTitle: plan.title,
    planIssuedOn: plan.issued_on,
    taskNumber: task.number,
    contentDueOn: task.contentDueOn,
    workdays,
  });
}

/** A relative deadline without its parts gets them from its wording; what cannot be read stays a doubt for the office. */
export function completeDeadline(deadline: Deadline, deadlineText: string): Deadline {
  if (deadline.kind !== 'relative' || deadline.relative) return deadline;
  const limit = readRelativeLimit(deadlineText);
  return limit ? { ...deadline, relative: { ...limit, baseOn: null } } : deadline;
}

/** The day has moved: keeps old and new in the history, gives every share its new day. @returns the task as it is now */
export async function moveTaskDue(
  change: Change,
  task: TaskRow,
  deadline: Deadline,
  due: Due,
  why: { kind: string; text: string },
): Promise<TaskRow> {
  const moved = await updateTaskDue(change.tx, task, deadline, due, change.at);
  await moveShares(change.tx, task.id, due.explanation.milestones);
  await refreshTaskFacts(change.tx, [task.id]);
  await addEvents(change, [
    {
      planId: task.plan_id,
      taskId: task.id,
      kind: why.kind,
      text: why.text,
      version: moved.version,
      changes: [{ field: 'dueOn', label: '到期日', from: milestoneDays(task.due), to: milestoneDays(due.explanation) }],
    },
  ]);
  change.record({
    action: why.kind,
    kind: 'task',
    subjectId: task.id,
    detail: { from: task.due_on, to: due.dueOn, provisional: due.explanation.provisional },
  });
  return moved;
}

function milestoneDays(due: Due['explanation']): string {
  return due.milestones.map((milestone) => milestone.dueOn).join('、') || '无';
}

/**
 * A year's holiday notice came in or was corrected: every date that rests on working days is reckoned again. Each task in its own
 * transaction, so safe to run twice and safe to stop.
 * @returns how many tasks got another day or are no longer provisional
 */
export async function recomputeDueDates(context: PlansContext): Promise<number> {
  const workdays = await context.calendar.current();
  let moved = 0;
  for (const { id } of await tasksCountingDays(context.platform.database.kysely)) {
    const changed = await context.platform.changes.run({ type: 'system' }, async (change) => {
      const task = await lockTask(change.tx, id);
      const plan = task && (await findPlan(change.tx, task.plan_id));
      if (!task || !plan) return false;
      return recomputeTask(change, plan, task, workdays, {
        kind: 'recompute',
        text: '放假安排更新，重新计算到期日。',
      });
    });
    if (changed) moved += 1;
  }
  return moved;
}

/** @returns whether the day, its milestones or its being provisional changed */
export async function recomputeTask(
  change: Change,
  plan: PlanRow,
  task: TaskRow,
  workdays: WorkdayCalendar,
  why: { kind: string; text: string },
): Promise<boolean> {
  const due = dueOf(
    plan,
    {
      number: task.number,
      deadline: task.deadline,
      deadlineText: task.deadline_text,
      contentDueOn: task.content_due_on,
    },
    workdays,
  );
  const same =
    due.dueOn === task.due_on &&
    due.explanation.provisional === task.due_provisional &&
    milestoneDays(due.explanation) === milestoneDays(task.due);
  if (same) return false;
  await moveTaskDue(change, task, task.deadline, due, why);
  return true;
}
