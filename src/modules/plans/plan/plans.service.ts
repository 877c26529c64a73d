import { localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { recomputeTask } from '../due-dates/due-dates.service.ts';
import { addEvents, changedSince, eventsOf } from '../events.store.ts';
import { differences, historyOf } from '../history.ts';
import { findLookBackPlan } from '../look-back/look-back.store.ts';
import { allowedActions, draftScope, planSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid, planNotFound, stale } from '../plans.errors.ts';
import { breakdownsOf } from '../tasks/breakdowns.store.ts';
import { tasksOfPlan, unitsOfTasks } from '../tasks/tasks.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import { ownPlanTiming } from './own-plan-timing.ts';
import { listParameters } from './parameters.store.ts';
import { ownPlanRule } from './parameters.ts';
import type {
  OwnPlanTiming,
  PlanDetail,
  PlanEdit,
  PlanInput,
  PlanListQuery,
  PlanPage,
  PlanSummary,
} from './plans.contract.ts';
import {
  type CountedPlan,
  findCountedPlan,
  findPlan,
  findPlanOf,
  insertPlan,
  listPlans,
  lockPlan,
  type PlanRow,
  planCategories,
  setPlanState,
  updatePlan,
} from './plans.store.ts';

const LABELS = {
  title: '标题',
  year: '年度',
  document_number: '发文字号',
  issuer: '发文机关',
  issued_on: '成文日期',
  approval: '审批情况',
  narrative: '正文',
  parent_plan_id: '上级工作要点',
} as const;

/** Plans of city, district and unit (PLAN-1): made, edited, published, closed. */
export class PlansService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(actor: Actor, query: PlanListQuery): Promise<PlanPage> {
    const page = await listPlans(this.#db, query, draftScope(actor), todayOf(this.#context));
    const names = await unitNames(this.#context);
    return { ...page, items: page.items.map((plan) => planSummary(plan, names)) };
  }

  /** @throws AppError `plan-not-found` (404) also when it is a draft the actor may not see */
  async get(actor: Actor, id: string): Promise<PlanDetail> {
    const today = todayOf(this.#context);
    const plan = await findCountedPlan(this.#db, id, today);
    if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
    const names = await unitNames(this.#context);
    const parent = plan.parent_plan_id ? await findCountedPlan(this.#db, plan.parent_plan_id, today) : undefined;
    const previous = await findPlanOf(this.#db, {
      level: plan.level,
      unitId: plan.unit_id,
      year: plan.year - 1,
      states: ['published', 'closed'],
    });
    const staff = can(actor, 'read', { kind: 'lookBack' });
    return {
      ...planSummary(plan, names),
      approval: plan.approval,
      narrative: plan.narrative,
      parent: parent && can(actor, 'read', planSubject(parent)) ? planSummary(parent, names) : null,
      timing: parent ? await this.#timing(plan, parent) : null,
      previousPlanId: previous?.id ?? null,
      lookBackPlanId: previous && (await findLookBackPlan(this.#db, previous.id)) ? previous.id : null,
      categories: (await planCategories(this.#db, id)).map((row) => ({ name: row.name, taskCount: row.task_count })),
      originalFile: plan.original,
      history: staff ? historyOf(await eventsOf(this.#db, { planId: id }), names) : [],
      allowed: allowedActions(actor, planSubject(plan), ['edit', 'publish', 'export', 'lookBack']),
    };
  }

  create(actor: Actor, input: PlanInput): Promise<PlanDetail> {
    return this.#writing(actor, async (change) => {
      demand(actor, 'create', planSubject({ level: input.level, unit_id: input.unitId, state: 'draft' }));
      await this.#checkParent(change, input.level, input.parentPlanId);
      const plan = await insertPlan(change.tx, { ...input, original: null }, change.at);
      await recordPlan(change, plan, 'create', `新建《${plan.title}》。`);
      return plan.id;
    });
  }

  /** @throws AppError `stale` (409) naming the fields another editor changed */
  async edit(actor: Actor, id: string, { version, ...edit }: PlanEdit): Promise<PlanDetail> {
    const workdays = await this.#context.calendar.current();
    return this.#writing(actor, async (change) => {
      const plan = await this.#lock(change, id, 'edit', version);
      if (edit.parentPlanId !== undefined) await this.#checkParent(change, plan.level, edit.parentPlanId, id);
      const edited = await updatePlan(change.tx, plan, edit, change.at);
      await recordPlan(change, edited, 'edit', '修改工作要点。', differences(plan, edited, LABELS));
      if (edited.title !== plan.title || edited.issued_on !== plan.issued_on) {
        for (const task of await tasksOfPlan(change.tx, id)) {
          const why = { kind: 'recompute', text: '成文日期更改，重新计算到期日。' };
          await recomputeTask(change, edited, task, workdays, why);
        }
      }
      return id;
    });
  }

  /** Makes the plan binding and public. All obstacles are told at once. */
  publish(actor: Actor, id: string, version: number): Promise<PlanDetail> {
    return this.#writing(actor, async (change) => {
      const plan = await this.#lock(change, id, 'publish', version);
      const obstacles = await publishObstacles(change, plan);
      if (obstacles.length > 0) throw invalid('这份工作要点还不能印发公开，请先处理所列问题。', obstacles);
      const published = await setPlanState(change.tx, plan, 'published', change.at);
      await recordPlan(change, published, 'publish', `印发并公开《${plan.title}》。`);
      await change.emit('plan.published', { planId: id, level: plan.level, unitId: plan.unit_id, year: plan.year });
      return id;
    });
  }

  close(actor: Actor, id: string, version: number): Promise<PlanDetail> {
    return this.#writing(actor, async (change) => {
      const plan = await this.#lock(change, id, 'publish', version);
      if (plan.state !== 'published') throw invalid('只有执行中的工作要点才能办结归档。');
      await recordPlan(change, await setPlanState(change.tx, plan, 'closed', change.at), 'close', '办结归档。');
      await change.emit('plan.closed', { planId: id });
      return id;
    });
  }

  async #timing(plan: PlanRow, parent: PlanRow): Promise<OwnPlanTiming> {
    const rows = await listParameters(this.#db);
    const rule = ownPlanRule(rows, { level: plan.level, year: plan.year, unitId: plan.unit_id });
    const own = plan.issued_on ?? (plan.published_at ? localDateAt(plan.published_at) : null);
    const upper = { issuedOn: parent.issued_on, year: parent.year };
    const submitted = plan.unit_id
      ? (await breakdownsOf(this.#db, parent.id)).find((row) => row.unit_id === plan.unit_id)
      : undefined;
    const done = plan.state === 'draft' ? (submitted ? localDateAt(submitted.submitted_at) : null) : own;
    return ownPlanTiming(rule, upper, done, todayOf(this.#context));
  }

  /** Permission first: who may not act does not learn what stands in the row. */
  async #lock(change: Change, id: string, action: 'edit' | 'publish', version: number): Promise<PlanRow> {
    const plan = await lockPlan(change.tx, id);
    if (!plan || !can(change.actor, 'read', planSubject(plan))) throw planNotFound();
    demand(change.actor, action, planSubject(plan));
    if (plan.version === version) return plan;
    throw stale({ current: plan, ...(await changedSince(change.tx, { planId: id }, version)) });
  }

  async #checkParent(change: Change, level: string, parentPlanId: string | null, self?: string): Promise<void> {
    if (!parentPlanId) return;
    const parent = await findPlan(change.tx, parentPlanId);
    const above = { city: [] as string[], district: ['city'], unit: ['city', 'district'] }[level] ?? [];
    if (parent && parent.id !== self && above.includes(parent.level)) return;
    throw invalid('上级工作要点应是更高一级的工作要点。', [
      { field: 'parentPlanId', message: '请选择更高一级的工作要点' },
    ]);
  }

  async #writing(actor: Actor, act: (change: Change) => Promise<string>): Promise<PlanDetail> {
    return this.get(actor, await this.#context.platform.changes.run(actor, act));
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

export function planSummary(plan: CountedPlan, names: UnitNames): PlanSummary {
  return {
    id: plan.id,
    level: plan.level,
    unit: plan.unit_id ? names.ref(plan.unit_id) : null,
    year: plan.year,
    title: plan.title,
    documentNumber: plan.document_number,
    issuer: plan.issuer,
    issuedOn: plan.issued_on,
    state: plan.state,
    publishedAt: plan.published_at?.toISOString() ?? null,
    parentPlanId: plan.parent_plan_id,
    taskCount: plan.task_count,
    acceptedCount: plan.accepted_count,
    overdueCount: plan.overdue_count,
    version: plan.version,
  };
}

async function publishObstacles(change: Change, plan: PlanRow) {
  const obstacles: { field: string; message: string }[] = [];
  if (plan.state !== 'draft') obstacles.push({ field: 'state', message: '这份工作要点已经印发' });
  if (!plan.issued_on) obstacles.push({ field: 'issuedOn', message: '请填写成文日期' });
  const tasks = await tasksOfPlan(change.tx, plan.id);
  if (tasks.length === 0) obstacles.push({ field: 'tasks', message: '还没有任务，请先导入或新增任务' });
  const unresolved = new Set(
    (
      await unitsOfTasks(
        change.tx,
        tasks.map((task) => task.id),
      )
    )
      .filter((unit) => unit.unit_ids.length === 0)
      .map((unit) => unit.task_id),
  );
  for (const task of tasks) {
    // Duties of a city plan fall on units outside the register; only a plan of our own must name its owners.
    if (plan.level === 'city') break;
    if (task.share_count === 0 || unresolved.has(task.id)) {
      obstacles.push({ field: `tasks.${task.number}.units`, message: `第 ${task.number} 项：请确定责任单位` });
    }
  }
  const other = await findPlanOf(change.tx, {
    level: plan.level,
    unitId: plan.unit_id,
    year: plan.year,
    states: ['published', 'closed'],
  });
  if (other && other.id !== plan.id) {
    obstacles.push({ field: 'year', message: `${plan.year} 年已有印发的工作要点《${other.title}》` });
  }
  return obstacles;
}

export async function recordPlan(
  change: Change,
  plan: PlanRow,
  kind: string,
  text: string,
  changes: ReturnType<typeof differences> = [],
): Promise<void> {
  await addEvents(change, [{ planId: plan.id, unitId: plan.unit_id, kind, text, changes, version: plan.version }]);
  change.record({
    action: kind,
    kind: 'plan',
    subjectId: plan.id,
    unitId: plan.unit_id,
    detail: { fields: changes.map((entry) => entry.field), version: plan.version },
  });
}
