import type { LocalDate } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import { eventsOf } from '../events.store.ts';
import { historyOf } from '../history.ts';
import { actionItemsOfTask } from '../meetings/meetings.store.ts';
import { findPlan } from '../plan/plans.store.ts';
import { allowedActions, draftScope, planSubject, taskSubject, unitsOf } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { taskNotFound } from '../plans.errors.ts';
import { NO_SHARES, taskState } from '../tasks/task-state.ts';
import { ledgerRow, shareSummaries, taskLink } from '../tasks/task-views.ts';
import type { LedgerPage, LedgerQuery, TaskDetail, TaskLink } from '../tasks/tasks.contract.ts';
import { findTask, type TaskRow, tasksLinkedTo, unitsOfTasks } from '../tasks/tasks.store.ts';
import { firstShares, ledgerPage, shareCounts, type Viewer } from './ledger.store.ts';

const SHARES_IN_LIST = 8;

/** The ledger as people look at it (PLAN-5): a page of tasks, one task whole. */
export class LedgerService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: LedgerQuery): Promise<LedgerPage> {
    const viewer = viewerOf(actor, todayOf(this.#context));
    const [{ items, total }, names] = [await ledgerPage(this.#db, query, viewer), await unitNames(this.#context)];
    const ids = items.map((task) => task.id);
    const shares = Map.groupBy(await firstShares(this.#db, ids, viewer.today, SHARES_IN_LIST), (line) => line.task_id);
    const counts = await shareCounts(this.#db, ids, viewer.today);
    return {
      items: items.map((task) => ledgerRow(task, shares.get(task.id) ?? [], counts.get(task.id), names)),
      total,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  /** @throws AppError `task-not-found` (404) also when its plan is a draft the actor may not see */
  async get(actor: Actor, id: string): Promise<TaskDetail> {
    const today = todayOf(this.#context);
    const task = await findTask(this.#db, id);
    const plan = task && (await findPlan(this.#db, task.plan_id));
    if (!task || !plan || !can(actor, 'read', planSubject(plan))) throw taskNotFound();
    const names = await unitNames(this.#context);
    const lines = await firstShares(this.#db, [id], today, 1000);
    const counts = (await shareCounts(this.#db, [id], today)).get(id) ?? { ...NO_SHARES };
    return {
      id,
      planId: plan.id,
      planTitle: plan.title,
      planYear: plan.year,
      planState: plan.state,
      number: task.number,
      category: task.category,
      name: task.name,
      content: task.content,
      unitsText: task.units_text,
      units: (await unitsOfTasks(this.#db, [id])).map((unit) => ({
        name: unit.name,
        role: unit.role,
        unit: unit.unit_id ? names.ref(unit.unit_id) : null,
        groupId: unit.group_id,
        isGroup: unit.is_group,
        expandsTo: unit.unit_ids.length,
      })),
      deadlineText: task.deadline_text,
      deadline: task.deadline,
      contentDueOn: task.content_due_on,
      dueOn: task.due_on,
      due: task.due,
      priority: task.priority,
      priorityNote: task.priority_note,
      requirementText: task.requirement_text,
      state: taskState(counts, task.due_on, today),
      percent: task.percent,
      unitStates: counts,
      shares: shareSummaries(lines, names),
      ...(await this.#links(actor, task, today)),
      actionItems: await actionItemsOfTask(this.#db, id),
      history: historyOf(await eventsOf(this.#db, { taskId: id }, 300), names),
      allowed: allowedActions(actor, taskSubject(plan), ['edit', 'assign', 'link', 'markPriority', 'remind']),
      version: task.version,
    };
  }

  async #links(actor: Actor, task: TaskRow, today: LocalDate) {
    const linked = async (row: TaskRow | undefined): Promise<TaskLink | null> => {
      const plan = row && (await findPlan(this.#db, row.plan_id));
      if (!row || !plan || !can(actor, 'read', planSubject(plan))) return null;
      return taskLink(row, plan.title, (await shareCounts(this.#db, [row.id], today)).get(row.id), today);
    };
    const find = async (id: string | null) => linked(id ? await findTask(this.#db, id) : undefined);
    const children: TaskLink[] = [];
    for (const child of await tasksLinkedTo(this.#db, task.id)) {
      const link = await linked(child);
      if (link) children.push(link);
    }
    return { parent: await find(task.parent_task_id), previous: await find(task.previous_task_id), children };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

export function viewerOf(actor: Actor, today: LocalDate): Viewer {
  return { drafts: draftScope(actor), units: unitsOf(actor), today };
}
