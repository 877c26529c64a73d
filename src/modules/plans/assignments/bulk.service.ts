import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { addEvents } from '../events.store.ts';
import { findPlan } from '../plan/plans.store.ts';
import { planSubject, taskSubject } from '../plan-subjects.ts';
import type { PlansContext } from '../plans.context.ts';
import { assignmentNotFound, invalid } from '../plans.errors.ts';
import { addReminder } from '../reminders/reminders.store.ts';
import type { BulkInput, BulkResult } from '../tasks/tasks.contract.ts';
import type { TasksService } from '../tasks/tasks.service.ts';
import { findTask } from '../tasks/tasks.store.ts';
import type { AssignmentsService } from './assignments.service.ts';
import { findAssignment } from './assignments.store.ts';

/** One act on many rows: each in its own transaction, so that one refusal undoes nothing else. */
export class BulkService {
  readonly #context: PlansContext;
  readonly #tasks: TasksService;
  readonly #assignments: AssignmentsService;

  constructor(context: PlansContext, tasks: TasksService, assignments: AssignmentsService) {
    this.#context = context;
    this.#tasks = tasks;
    this.#assignments = assignments;
  }

  run(actor: Actor, input: BulkInput): Promise<BulkResult> {
    switch (input.action) {
      case 'assign':
        return eachOf(input.taskIds, (id) => this.#tasks.assign(actor, id, input.units));
      case 'markPriority':
        return eachOf(input.taskIds, (id) => this.#tasks.markPriority(actor, id, input.priority, input.note ?? null));
      case 'setDate':
        return eachOf(input.taskIds, (id) => this.#tasks.setDate(actor, id, input.dueOn, input.reason));
      case 'remind':
        return eachOf(input.assignmentIds, (id) => this.#remind(actor, id, input.text ?? null));
      case 'accept':
        return eachOf(input.assignmentIds, (id) =>
          this.#assignments.acceptShare(actor, id, null, input.comment ?? null),
        );
      case 'split':
        return eachOf(input.assignmentIds, async (id) => {
          const share = await findAssignment(this.#context.platform.database.kysely, id);
          if (!share) throw assignmentNotFound();
          const { sectionId, personId, ownDueOn } = input;
          return this.#assignments.splitShare(actor, id, { version: share.version, sectionId, personId, ownDueOn });
        });
    }
  }

  /** 督办: a reminder by hand, once a day for each share. */
  async #remind(actor: Actor, id: string, text: string | null): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const share = await findAssignment(change.tx, id);
      const task = share && (await findTask(change.tx, share.task_id));
      const plan = task && (await findPlan(change.tx, task.plan_id));
      if (!share || !task || !plan || !can(actor, 'read', planSubject(plan))) throw assignmentNotFound();
      demand(actor, 'remind', taskSubject(plan));
      if (share.state === 'accepted') throw invalid('这项任务已经办结，无需提醒。');
      const said = text ?? `请抓紧办理第 ${task.number} 项任务。`;
      const forDay = localDateAt(change.at);
      if (!(await addReminder(change.tx, { share, kind: 'manual', forDay, text: said, at: change.at }))) {
        throw invalid('今天已经提醒过这个单位，明天再提醒。');
      }
      await addEvents(change, [
        {
          planId: plan.id,
          taskId: task.id,
          assignmentId: id,
          unitId: share.unit_id,
          kind: 'remind',
          text: `提醒：${said}`,
        },
      ]);
      change.record({ action: 'remind', kind: 'assignment', subjectId: id, unitId: share.unit_id });
    });
  }
}

export async function eachOf(ids: readonly string[], act: (id: string) => Promise<unknown>): Promise<BulkResult> {
  const items: BulkResult['items'] = [];
  for (const id of new Set(ids)) {
    try {
      await act(id);
      items.push({ id, ok: true, code: null, message: null });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const detail = error.reasons.map((reason) => reason.message).join('；');
      items.push({
        id,
        ok: false,
        code: error.code,
        message: detail ? `${error.message}（${detail}）` : error.message,
      });
    }
  }
  const done = items.filter((item) => item.ok).length;
  return { done, failed: items.length - done, items };
}
