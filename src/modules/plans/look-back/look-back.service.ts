import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import type { Change } from '../../../platform/change/change.ts';
import { assignmentsOfTasks } from '../assignments/assignments.store.ts';
import { addEvents, nameOf } from '../events.store.ts';
import { listParameters } from '../plan/parameters.store.ts';
import { parameter } from '../plan/parameters.ts';
import { planTasks } from '../plan/plan-figures.store.ts';
import { findPlan, lockPlan, type PlanRow } from '../plan/plans.store.ts';
import { allowedActions, planSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid, notFound, planNotFound, stale } from '../plans.errors.ts';
import { tasksOfPlan } from '../tasks/tasks.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import type { LookBack, LookBackDecision, LookBackItem } from './look-back.contract.ts';
import {
  countOrders,
  findLookBack,
  findLookBackPlan,
  insertLookBack,
  insertLookBackItems,
  type LookBackItemRow,
  lockLookBackItem,
  lookBackItems,
  updateLookBackItem,
} from './look-back.store.ts';
import { nextVerdict } from './look-back.ts';

/** 回头看 (PLAN-6): last year's tasks as they stand, verified and closed one by one; what is unfinished gets an order to rectify. */
export class LookBackService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  /** Copies the tasks of that plan as they stand now; opened once. */
  async open(actor: Actor, planId: string): Promise<LookBack> {
    const parameters = await listParameters(this.#db);
    await this.#context.platform.changes.run(actor, async (change) => {
      const plan = await lockPlan(change.tx, planId);
      if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
      demand(actor, 'lookBack', planSubject(plan));
      if (plan.state === 'draft') throw invalid('草稿不能开展回头看，请选择已印发的工作要点。');
      const { value } = parameter('lookBackDate', parameters, {
        level: plan.level,
        year: plan.year + 1,
        unitId: plan.unit_id,
      });
      const opened = await insertLookBack(
        change.tx,
        planId,
        `${plan.year + 1}-${value || '06-30'}` as LocalDate,
        change.at,
      );
      if (!opened) return;
      await this.#copyTasks(change, opened.id, plan);
      await addEvents(change, [{ planId, kind: 'lookBack', text: '开展回头看，逐项核查核销。' }]);
      change.record({ action: 'lookBack', kind: 'plan', subjectId: planId, unitId: plan.unit_id });
    });
    return this.get(actor, planId);
  }

  async get(actor: Actor, planId: string): Promise<LookBack> {
    const plan = await findPlan(this.#db, planId);
    if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
    const opened = await findLookBackPlan(this.#db, planId);
    if (!opened) throw new AppError('look-back-missing', 404, '这份工作要点还没有开展回头看。');
    const names = await unitNames(this.#context);
    const today = todayOf(this.#context);
    const items = (await lookBackItems(this.#db, opened.id)).map((row) => itemView(row, names, today));
    const count = (verdict: LookBackItem['verdict']) => items.filter((item) => item.verdict === verdict).length;
    return {
      id: opened.id,
      planId,
      planTitle: plan.title,
      year: plan.year,
      dueOn: opened.due_on,
      openedAt: opened.opened_at.toISOString(),
      counts: {
        total: items.length,
        pending: count('pending'),
        verified: count('verified'),
        unfinished: count('unfinished'),
        rectified: count('rectified'),
      },
      items,
      allowed: allowedActions(actor, planSubject(plan), ['lookBack']),
    };
  }

  async decide(actor: Actor, itemId: string, decision: LookBackDecision): Promise<LookBackItem> {
    const row = await this.#context.platform.changes.run(actor, async (change) => {
      const item = await lockLookBackItem(change.tx, itemId);
      const lookBack = item && (await findLookBack(change.tx, item.look_back_id));
      const plan = lookBack && (await findPlan(change.tx, lookBack.plan_id));
      if (!item || !lookBack || !plan) throw notFound('项核查任务');
      demand(actor, 'lookBack', planSubject(plan));
      if (item.version !== decision.version) {
        throw stale({
          current: { verdict: item.verdict, version: item.version },
          changed: ['verdict'],
          labels: ['核查结论'],
          by: item.decided_by_name ?? undefined,
          at: item.decided_at ?? undefined,
        });
      }
      nextVerdict(item.verdict, decision.verdict);
      const today = localDateAt(change.at);
      const decided = await updateLookBackItem(change.tx, item, {
        ...(await fieldsOf(decision, today, plan, () => countOrders(change.tx, lookBack.id))),
        verdict: decision.verdict,
        decided_by_name: nameOf(actor),
        decided_at: change.at,
      });
      await tellTask(change, plan, decided, decision);
      change.record({ action: 'lookBack', kind: 'lookBack', subjectId: itemId, detail: { verdict: decision.verdict } });
      return decided;
    });
    return itemView(row, await unitNames(this.#context), todayOf(this.#context));
  }

  async #copyTasks(change: Change, lookBackId: string, plan: PlanRow): Promise<void> {
    const states = new Map(
      (await planTasks(change.tx, plan.id, localDateAt(change.at))).map((task) => [task.id, task.state]),
    );
    const tasks = await tasksOfPlan(change.tx, plan.id);
    const shares = Map.groupBy(
      await assignmentsOfTasks(
        change.tx,
        tasks.map((task) => task.id),
      ),
      (share) => share.task_id,
    );
    await insertLookBackItems(
      change.tx,
      lookBackId,
      tasks.map((task) => ({
        taskId: task.id,
        snapshot: {
          number: task.number,
          name: task.name,
          content: task.content,
          unitIds: (shares.get(task.id) ?? []).map((share) => share.unit_id),
          deadlineText: task.deadline_text,
          state: states.get(task.id) ?? 'notStarted',
          percent: task.percent,
          evidence: task.evidence_count,
        },
      })),
    );
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

async function fieldsOf(
  decision: LookBackDecision,
  today: LocalDate,
  plan: PlanRow,
  ordersSoFar: () => Promise<number>,
): Promise<Partial<LookBackItemRow>> {
  switch (decision.verdict) {
    case 'verified':
      return { finding: decision.finding ?? null };
    case 'unfinished':
      if (decision.order.dueOn < today)
        throw invalid('整改期限不能早于今天。', [{ field: 'order.dueOn', message: '请选择今天或以后的日期' }]);
      return {
        finding: decision.finding,
        order_number: `〔${plan.year + 1}〕回头看整改${(await ordersSoFar()) + 1}号`,
        order_text: decision.order.text,
        order_due_on: decision.order.dueOn,
        order_unit_ids: [...decision.order.unitIds],
      };
    case 'rectified':
      if (decision.rectifiedOn > today)
        throw invalid('整改完成日不能晚于今天。', [{ field: 'rectifiedOn', message: '请核对日期' }]);
      return { outcome: decision.outcome, rectified_on: decision.rectifiedOn };
    case 'pending':
      return {
        finding: null,
        order_number: null,
        order_text: null,
        order_due_on: null,
        order_unit_ids: null,
        rectified_on: null,
        outcome: null,
      };
  }
}

async function tellTask(
  change: Change,
  plan: PlanRow,
  item: LookBackItemRow,
  decision: LookBackDecision,
): Promise<void> {
  const texts = {
    verified: '回头看：核查属实，予以核销。',
    unfinished: `回头看：未完成，责令整改（${item.order_number}）。`,
    rectified: '回头看：整改完成。',
    pending: '回头看：撤销核查结论。',
  };
  await addEvents(change, [{ planId: plan.id, taskId: item.task_id, kind: 'lookBack', text: texts[decision.verdict] }]);
}

function itemView(row: LookBackItemRow, names: UnitNames, today: LocalDate): LookBackItem {
  const { snapshot } = row;
  return {
    id: row.id,
    taskId: row.task_id,
    number: snapshot.number,
    name: snapshot.name,
    content: snapshot.content,
    units: snapshot.unitIds.map((unitId) => names.ref(unitId)),
    deadlineText: snapshot.deadlineText,
    stateThen: snapshot.state,
    percentThen: snapshot.percent,
    evidenceThen: snapshot.evidence,
    verdict: row.verdict,
    finding: row.finding,
    order:
      row.order_number && row.order_due_on
        ? {
            number: row.order_number,
            text: row.order_text ?? '',
            dueOn: row.order_due_on,
            unitIds: row.order_unit_ids ?? [],
            rectifiedOn: row.rectified_on,
            outcome: row.outcome,
          }
        : null,
    decidedBy: row.decided_by_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    overdue: row.verdict === 'unfinished' && row.order_due_on !== null && row.order_due_on < today,
    version: row.version,
  };
}
