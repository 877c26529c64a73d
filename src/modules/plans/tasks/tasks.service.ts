import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { moveShares, refreshTaskFacts, syncShares } from '../assignments/assignments.store.ts';
import { completeDeadline, dueOf } from '../due-dates/due-dates.service.ts';
import { addEvents, changedSince } from '../events.store.ts';
import { differences } from '../history.ts';
import type { LedgerService } from '../ledger/ledger.service.ts';
import { findPlan, findPlanOf, type PlanRow } from '../plan/plans.store.ts';
import { planSubject, taskSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid, planNotFound, stale, taskNotFound } from '../plans.errors.ts';
import { demandReach } from './plan-reach.ts';
import { suggestAlike } from './task-likeness.ts';
import { expandShares, type ResolvedUnit, resolveUnit, type UnitChoice } from './task-units.ts';
import { taskLink } from './task-views.ts';
import type { LinkSuggestions, LinksEdit, TaskDetail, TaskEdit, TaskInput } from './tasks.contract.ts';
import {
  deleteTask,
  findTask,
  findTaskByNumber,
  insertTasks,
  lockTask,
  replaceTaskUnits,
  type TaskRow,
  tasksOfPlan,
  touchTask,
  unitsOfTasks,
  updateTaskLinks,
  updateTaskPriority,
  updateTaskText,
} from './tasks.store.ts';

const LABELS = {
  number: '序号',
  category: '类别',
  name: '任务名称',
  content: '任务内容',
  units_text: '责任单位',
  deadline_text: '时间节点',
  due_on: '到期日',
  content_due_on: '内容中的期限',
  requirement_text: '核验要求',
} as const;

/** Tasks of a plan: typed, edited, given to units, marked, linked (PLAN-2, PLAN-8, PLAN-11). */
export class TasksService {
  readonly #context: PlansContext;
  readonly #ledger: LedgerService;

  constructor(context: PlansContext, ledger: LedgerService) {
    this.#context = context;
    this.#ledger = ledger;
  }

  async add(actor: Actor, planId: string, input: TaskInput): Promise<TaskDetail> {
    const workdays = await this.#context.calendar.current();
    const units = await this.resolve(input.units);
    const names = await unitNames(this.#context);
    const id = await this.#context.platform.changes.run(actor, async (change) => {
      const plan = await findPlan(change.tx, planId);
      if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
      demand(actor, 'edit', taskSubject(plan));
      demandReach({ level: plan.level, unitId: plan.unit_id }, expandShares(units), names);
      await refuseTakenNumber(change, planId, input.number);
      const deadline = completeDeadline(input.deadline, input.deadlineText);
      const due = dueOf(plan, { ...input, deadline }, workdays);
      const [task] = await insertTasks(change.tx, planId, [{ input: { ...input, deadline }, due }], change.at);
      if (!task) throw taskNotFound();
      await replaceTaskUnits(change.tx, [{ taskId: task.id, units }]);
      await syncShares(change.tx, { id: task.id, planId }, expandShares(units), due.explanation.milestones);
      await refreshTaskFacts(change.tx, [task.id]);
      await this.#record(change, task, 'create', `新增第 ${task.number} 项任务。`);
      return task.id;
    });
    return this.#ledger.get(actor, id);
  }

  /** @throws AppError `stale` (409) naming the fields another editor changed; nothing typed is lost */
  async edit(actor: Actor, id: string, { version, ...edit }: TaskEdit): Promise<TaskDetail> {
    const workdays = await this.#context.calendar.current();
    const units = edit.units ? await this.resolve(edit.units) : undefined;
    const names = await unitNames(this.#context);
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task, plan } = await this.#lock(change, id, 'edit', version);
      const input = merged(task, edit);
      if (input.number !== task.number) await refuseTakenNumber(change, plan.id, input.number);
      const due = dueOf(plan, input, workdays);
      const edited = await updateTaskText(change.tx, task, input, due, change.at);
      const changes = differences(task, edited, LABELS);
      if (units) {
        demandReach({ level: plan.level, unitId: plan.unit_id }, expandShares(units), names);
        await replaceTaskUnits(change.tx, [{ taskId: id, units }]);
        await syncShares(change.tx, { id, planId: plan.id }, expandShares(units), due.explanation.milestones);
      }
      await moveShares(change.tx, id, due.explanation.milestones);
      await refreshTaskFacts(change.tx, [id]);
      await this.#record(change, edited, 'edit', `修改第 ${edited.number} 项任务。`, changes);
    });
    return this.#ledger.get(actor, id);
  }

  /** Adds units to a task beside those it has; a unit it already has takes the new role. */
  async assign(actor: Actor, id: string, choices: readonly UnitChoice[], version?: number): Promise<void> {
    const units = await this.resolve(choices);
    const names = await unitNames(this.#context);
    const unknown = units.filter((unit) => unit.unitIds.length === 0);
    if (unknown.length > 0) {
      throw invalid(`登记册中没有找到“${unknown.map((unit) => unit.name).join('、')}”，请从单位列表中选择。`);
    }
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task, plan } = await this.#lock(change, id, 'assign', version);
      const known = (await unitsOfTasks(change.tx, [id])).map(resolved);
      const kept = known.filter((old) => !units.some((unit) => unit.unitId !== null && unit.unitId === old.unitId));
      const all = [...kept, ...units];
      demandReach({ level: plan.level, unitId: plan.unit_id }, expandShares(all), names);
      await replaceTaskUnits(change.tx, [{ taskId: id, units: all }]);
      const done = await syncShares(change.tx, { id, planId: plan.id }, expandShares(all), task.due.milestones);
      await refreshTaskFacts(change.tx, [id]);
      const touched = await touchTask(change.tx, task, change.at);
      const added = done.added.map((unitId) => names.ref(unitId).shortName).join('、');
      await this.#record(change, touched, 'assign', added ? `交办给${added}。` : '调整责任单位的分工。', [
        { field: 'units', label: '责任单位', from: namesOf(known), to: namesOf(all) },
      ]);
      await change.emit('task.assigned', { taskId: id, unitIds: done.added });
    });
  }

  async markPriority(
    actor: Actor,
    id: string,
    priority: boolean,
    note: string | null,
    version?: number,
  ): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task } = await this.#lock(change, id, 'markPriority', version);
      if (task.priority === priority && task.priority_note === note) return;
      const marked = await updateTaskPriority(change.tx, task, priority, note, change.at);
      const text = priority ? '列为重点专项。' : '不再列为重点专项。';
      const changes = differences(task, marked, { priority: '重点专项', priority_note: '专项说明' });
      await this.#record(change, marked, 'markPriority', text, changes);
    });
  }

  /** The office sets another last day for the whole task, with its reason; the printed cell stays. */
  async setDate(
    actor: Actor,
    id: string,
    dueOn: import('../../../kernel/local-date.ts').LocalDate,
    reason: string,
  ): Promise<void> {
    const workdays = await this.#context.calendar.current();
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task, plan } = await this.#lock(change, id, 'edit');
      const input = {
        ...merged(task, {}),
        deadline: { kind: 'date', from: null, to: dueOn, note: `经主管部门调整：${reason}` } as const,
      };
      const edited = await updateTaskText(change.tx, task, input, dueOf(plan, input, workdays), change.at);
      await moveShares(change.tx, id, edited.due.milestones);
      await refreshTaskFacts(change.tx, [id]);
      const changes = differences(task, edited, { due_on: '到期日' });
      await this.#record(change, edited, 'setDate', `到期日调整为 ${dueOn}：${reason}`, changes);
    });
  }

  async link(actor: Actor, id: string, edit: LinksEdit): Promise<TaskDetail> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task, plan } = await this.#lock(change, id, 'link', edit.version);
      const parentTaskId = edit.parentTaskId === undefined ? task.parent_task_id : edit.parentTaskId;
      const previousTaskId = edit.previousTaskId === undefined ? task.previous_task_id : edit.previousTaskId;
      await checkLink(
        change,
        parentTaskId,
        (other) => other.id !== plan.id && other.year === plan.year,
        '上级任务应在同一年度的上级工作要点中。',
      );
      await checkLink(change, previousTaskId, (other) => other.year < plan.year, '上年任务应在往年的工作要点中。');
      const linked = await updateTaskLinks(change.tx, task, { parentTaskId, previousTaskId }, change.at);
      await this.#record(
        change,
        linked,
        'link',
        '更改任务关联。',
        differences(task, linked, { parent_task_id: '上级任务', previous_task_id: '上年任务' }),
      );
    });
    return this.#ledger.get(actor, id);
  }

  /** Tasks of the upper plan and of last year's plan that say nearly the same (PLAN-11). */
  async suggestLinks(actor: Actor, id: string): Promise<LinkSuggestions> {
    const task = await findTask(this.#db, id);
    const plan = task && (await findPlan(this.#db, task.plan_id));
    if (!task || !plan || !can(actor, 'read', planSubject(plan))) throw taskNotFound();
    const before = await findPlanOf(this.#db, {
      level: plan.level,
      unitId: plan.unit_id,
      year: plan.year - 1,
      states: ['published', 'closed'],
    });
    const upper = plan.parent_plan_id ? await findPlan(this.#db, plan.parent_plan_id) : undefined;
    const alike = async (other: PlanRow | undefined) => {
      if (!other || !can(actor, 'read', planSubject(other))) return [];
      const found = suggestAlike(task, await tasksOfPlan(this.#db, other.id));
      return found.map(({ task: like, score }) => ({
        task: taskLink(like, other.title, undefined, todayOf(this.#context)),
        score,
      }));
    };
    return { parents: await alike(upper), previous: await alike(before) };
  }

  /** Only a draft may lose a task; a published plan keeps what it said. */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.#context.platform.changes.run(actor, async (change) => {
      const { task, plan } = await this.#lock(change, id, 'edit');
      if (plan.state !== 'draft') throw invalid('工作要点已经印发，任务不能删除；如不再执行，请在任务中说明。');
      await deleteTask(change.tx, id);
      await addEvents(change, [{ planId: plan.id, kind: 'remove', text: `删除第 ${task.number} 项任务。` }]);
      change.record({ action: 'remove', kind: 'task', subjectId: id, detail: { number: task.number } });
    });
  }

  async resolve(choices: readonly UnitChoice[]): Promise<ResolvedUnit[]> {
    const matches = await this.#context.directory.match(choices.map((choice) => choice.name));
    return choices.map((choice) => resolveUnit(choice, matches.get(choice.name)));
  }

  /** Permission first: who may not act does not learn what stands in the row. */
  async #lock(
    change: Change,
    id: string,
    action: 'edit' | 'assign' | 'markPriority' | 'link',
    version?: number,
  ): Promise<{ task: TaskRow; plan: PlanRow }> {
    const task = await lockTask(change.tx, id);
    const plan = task && (await findPlan(change.tx, task.plan_id));
    if (!task || !plan || !can(change.actor, 'read', planSubject(plan))) throw taskNotFound();
    demand(change.actor, action, taskSubject(plan));
    if (version !== undefined && task.version !== version) {
      throw stale({
        current: { ...merged(task, {}), version: task.version },
        ...(await changedSince(change.tx, { taskId: id }, version)),
      });
    }
    return { task, plan };
  }

  async #record(
    change: Change,
    task: TaskRow,
    kind: string,
    text: string,
    changes: ReturnType<typeof differences> = [],
  ) {
    await addEvents(change, [{ planId: task.plan_id, taskId: task.id, kind, text, changes, version: task.version }]);
    change.record({
      action: kind,
      kind: 'task',
      subjectId: task.id,
      detail: { fields: changes.map((entry) => entry.field), version: task.version },
    });
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function merged(task: TaskRow, edit: Omit<TaskEdit, 'version'>): Omit<TaskInput, 'units'> {
  const deadlineText = edit.deadlineText ?? task.deadline_text;
  return {
    number: edit.number ?? task.number,
    category: edit.category === undefined ? task.category : edit.category,
    name: edit.name === undefined ? task.name : edit.name,
    content: edit.content ?? task.content,
    unitsText: edit.unitsText ?? task.units_text,
    deadlineText,
    deadline: completeDeadline(edit.deadline ?? task.deadline, deadlineText),
    contentDueOn: edit.contentDueOn === undefined ? task.content_due_on : edit.contentDueOn,
    requirementText: edit.requirementText === undefined ? task.requirement_text : edit.requirementText,
  };
}

async function refuseTakenNumber(change: Change, planId: string, number: number): Promise<void> {
  if (!(await findTaskByNumber(change.tx, planId, number))) return;
  throw invalid(`序号 ${number} 已被另一项任务使用，请换一个序号。`, [{ field: 'number', message: '序号重复' }]);
}

async function checkLink(
  change: Change,
  taskId: string | null,
  fits: (plan: PlanRow) => boolean,
  message: string,
): Promise<void> {
  if (!taskId) return;
  const other = await findTask(change.tx, taskId);
  const plan = other && (await findPlan(change.tx, other.plan_id));
  if (!plan || !fits(plan)) throw invalid(message);
}

function resolved(row: Awaited<ReturnType<typeof unitsOfTasks>>[number]): ResolvedUnit {
  return {
    name: row.name,
    role: row.role,
    unitId: row.unit_id,
    groupId: row.group_id,
    isGroup: row.is_group,
    unitIds: row.unit_ids,
  };
}

function namesOf(units: readonly ResolvedUnit[]): string {
  return units.map((unit) => unit.name).join('、') || '（空）';
}
