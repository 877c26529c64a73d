import { addDays, type LocalDate, lastDayOfMonth, localDate, localDateAt } from '../../../kernel/local-date.ts';
import { type Actor, can, demand } from '../../../kernel/permissions.ts';
import { dayReason } from '../../../kernel/workday-explanation.ts';
import { addEvents, nameOf, personIdOf } from '../events.store.ts';
import { collectCounts } from '../ledger/ledger.store.ts';
import { assignmentSubject, planSubject } from '../plan-subjects.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { invalid, planNotFound } from '../plans.errors.ts';
import { addBreakdown, breakdownsOf } from '../tasks/breakdowns.store.ts';
import { NO_SHARES } from '../tasks/task-state.ts';
import { unitsOfTasks } from '../tasks/tasks.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import { ownPlanTiming } from './own-plan-timing.ts';
import { listParameters } from './parameters.store.ts';
import { ownPlanRule } from './parameters.ts';
import { metricCounts, type PlanTask, planTasks, taskIdsOfUnit, unitLines } from './plan-figures.store.ts';
import { byCategory, byMonth, countStates, meanPercent } from './plan-figures.ts';
import type {
  CalendarQuery,
  PlanCalendar,
  PlanOverview,
  PlanTimeline,
  Subplans,
  TimelineItem,
} from './plans.contract.ts';
import { planSummary } from './plans.service.ts';
import { childPlans, findPlan, lockPlan, type PlanRow } from './plans.store.ts';

const UNITS_SHOWN = 4;

/** One plan as pictures: figures, time axis, month, and who has broken it down (PLAN-C1..C5). */
export class PlanViewsService {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async overview(actor: Actor, planId: string): Promise<PlanOverview> {
    await this.#plan(actor, planId);
    const today = todayOf(this.#context);
    const names = await unitNames(this.#context);
    const tasks = await planTasks(this.#db, planId, today);
    const lines = await unitLines(this.#db, planId, today, addDays(today, 30));
    const whole = collectCounts(lines, () => '').get('') ?? { ...NO_SHARES };
    const metrics = await metricCounts(this.#db, planId, today);
    return {
      planId,
      today,
      tasks: countStates(tasks),
      shares: { ...whole, total: lines.reduce((sum, line) => sum + line.count, 0) },
      percent: meanPercent(tasks),
      byUnit: byUnit(lines, names),
      byCategory: byCategory(tasks),
      byMonth: byMonth(tasks, today),
      priority: countStates(tasks.filter((task) => task.priority)),
      metrics: [
        metric('PLAN-C2', '按期完成率', metrics.in_time, metrics.dated),
        metric('PLAN-C3', '办结任务佐证率', metrics.proved, metrics.accepted),
        metric('PLAN-C5', '任务分解率', metrics.split, metrics.shares),
      ],
    };
  }

  async timeline(actor: Actor, planId: string): Promise<PlanTimeline> {
    await this.#plan(actor, planId);
    const { dated, undated } = await this.#items(planId);
    const months = Map.groupBy(dated, (item) => item.dueOn.slice(0, 7));
    return {
      months: [...months].sort(([a], [b]) => (a < b ? -1 : 1)).map(([month, items]) => ({ month, items })),
      undated,
    };
  }

  async calendar(actor: Actor, planId: string, query: CalendarQuery): Promise<PlanCalendar> {
    await this.#plan(actor, planId);
    const workdays = await this.#context.calendar.current();
    const [year, month] = query.month.split('-').map(Number);
    const first = localDate(`${query.month}-01`);
    const { dated } = await this.#items(planId, query.unitId);
    const byDay = Map.groupBy(dated, (item) => item.dueOn);
    return {
      month: query.month,
      days: workdays.days(first, lastDayOfMonth(year ?? 0, month ?? 1)).map((day) => ({
        date: day.date,
        workday: day.work,
        note: day.reason === 'weekday' || day.reason === 'weekend' ? null : dayReason(day),
        provisional: day.awaitingYear !== null,
        items: byDay.get(day.date) ?? [],
      })),
    };
  }

  /** Units of the plan with their own plan or breakdown and whether it came in time (PLAN-C1). */
  async subplans(actor: Actor, planId: string): Promise<Subplans> {
    const plan = await this.#plan(actor, planId);
    const today = todayOf(this.#context);
    const names = await unitNames(this.#context);
    const parameters = await listParameters(this.#db);
    const children = await childPlans(this.#db, planId, today);
    const sent = new Map((await breakdownsOf(this.#db, planId)).map((row) => [row.unit_id, row]));
    const lines = await unitLines(this.#db, planId, today, today);
    const unitIds = new Set([
      ...lines.map((line) => line.unit_id),
      ...children.flatMap((child) => child.unit_id ?? []),
    ]);
    const items = [...unitIds]
      .sort((a, b) => names.compare(a, b))
      .map((unitId) => {
        const own = children.find((child) => child.unit_id === unitId && can(actor, 'read', planSubject(child)));
        const submitted = sent.get(unitId);
        const of = lines.filter((line) => line.unit_id === unitId);
        const rule = ownPlanRule(parameters, { level: 'unit', year: plan.year, unitId });
        return {
          unit: names.ref(unitId),
          plan: own ? planSummary(own, names) : null,
          breakdownSubmittedAt: submitted?.submitted_at.toISOString() ?? null,
          shareCount: of.reduce((sum, line) => sum + line.count, 0),
          splitCount: of.reduce((sum, line) => sum + line.split, 0),
          timing: ownPlanTiming(
            rule,
            { issuedOn: plan.issued_on, year: plan.year },
            doneOn(
              rule.act,
              children.find((child) => child.unit_id === unitId && child.state !== 'draft'),
              submitted?.submitted_at,
            ),
            today,
          ),
        };
      });
    const rule = ownPlanTiming(
      ownPlanRule(parameters, { level: 'unit', year: plan.year, unitId: null }),
      { issuedOn: plan.issued_on, year: plan.year },
      null,
      today,
    ).rule;
    return { rule, items };
  }

  /** PLAN-3: the unit sends its breakdown to the office; every share must name its section. */
  async submitBreakdown(actor: Actor, planId: string, unitId: string): Promise<Subplans> {
    await this.#plan(actor, planId);
    await this.#context.platform.changes.run(actor, async (change) => {
      const plan = await lockPlan(change.tx, planId);
      if (!plan) throw planNotFound();
      demand(actor, 'assign', assignmentSubject(plan, { state: 'open', unit_id: unitId }));
      const lines = (await unitLines(change.tx, planId, localDateAt(change.at), localDateAt(change.at))).filter(
        (line) => line.unit_id === unitId,
      );
      const count = lines.reduce((sum, line) => sum + line.count, 0);
      const open = lines
        .filter((line) => line.state !== 'accepted')
        .reduce((sum, line) => sum + line.count - line.split, 0);
      if (count === 0) throw invalid('这份工作要点中没有本单位的任务，无需报送分解。');
      if (open > 0) throw invalid(`还有 ${open} 项任务没有确定责任科室，全部分解后再报送。`);
      const row = {
        plan_id: planId,
        unit_id: unitId,
        submitted_at: change.at,
        by_person: personIdOf(actor),
        by_name: nameOf(actor),
        share_count: count,
      };
      if (!(await addBreakdown(change.tx, row))) return;
      await addEvents(change, [{ planId, unitId, kind: 'breakdown', text: `报送任务分解，共 ${count} 项。` }]);
      change.record({ action: 'submitBreakdown', kind: 'plan', subjectId: planId, unitId, detail: { shares: count } });
    });
    return this.subplans(actor, planId);
  }

  async #items(planId: string, unitId?: string) {
    const today = todayOf(this.#context);
    const mine = unitId ? await taskIdsOfUnit(this.#db, planId, unitId) : null;
    const tasks = (await planTasks(this.#db, planId, today)).filter((task) => mine?.has(task.id) ?? true);
    const ids = tasks.map((task) => task.id);
    const named = Map.groupBy(await unitsOfTasks(this.#db, ids), (unit) => unit.task_id);
    const dated: TimelineItem[] = [];
    const undated: PlanTimeline['undated'] = [];
    for (const task of tasks) {
      const units = (named.get(task.id) ?? []).slice(0, UNITS_SHOWN).map((unit) => unit.name);
      const days = task.milestones.filter((milestone) => milestone.dueOn !== null);
      // 全年 ends on the last day of December by form only; on a time axis it would hide what is really due then.
      if (days.length === 0 || task.deadline_kind === 'year') undated.push(undatedItem(task, units));
      else
        for (const [index, milestone] of days.entries()) {
          dated.push({
            ...undatedItem(task, units),
            ...milestone,
            dueOn: milestone.dueOn as LocalDate,
            state: milestoneState(task, index),
          });
        }
    }
    return {
      dated: dated.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number)),
      undated,
    };
  }

  async #plan(actor: Actor, planId: string): Promise<PlanRow> {
    const plan = await findPlan(this.#db, planId);
    if (!plan || !can(actor, 'read', planSubject(plan))) throw planNotFound();
    return plan;
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }
}

function undatedItem(task: PlanTask, units: string[]): PlanTimeline['undated'][number] {
  const [first] = task.milestones;
  return {
    taskId: task.id,
    number: task.number,
    name: task.name,
    content: task.content,
    from: first?.from ?? null,
    label: first?.label ?? (task.deadline_kind === 'realtime' ? '实时' : '未明确'),
    provisional: task.due_provisional,
    priority: task.priority,
    state: task.state,
    percent: task.percent,
    units,
    unitCount: task.share_count,
  };
}

/** A milestone that all units have behind them is done, whatever waits at later ones. */
function milestoneState(task: PlanTask, index: number) {
  return index < task.doneMilestones ? 'accepted' : task.state;
}

function byUnit(lines: Awaited<ReturnType<typeof unitLines>>, names: UnitNames): PlanOverview['byUnit'] {
  const counts = collectCounts(lines, (line) => line.unit_id);
  return [...counts]
    .sort(([a], [b]) => names.compare(a, b))
    .map(([unitId, states]) => {
      const of = lines.filter((line) => line.unit_id === unitId);
      const sum = (value: (line: (typeof of)[number]) => number) => of.reduce((total, line) => total + value(line), 0);
      const total = sum((line) => line.count);
      return {
        unit: names.ref(unitId),
        ...states,
        total,
        percent: Math.round(sum((line) => Number(line.percent_sum)) / total),
        split: sum((line) => line.split),
        dueIn30Days: sum((line) => line.due_soon),
      };
    });
}

function metric(code: string, name: string, met: number, total: number): PlanOverview['metrics'][number] {
  return { code, name, met, total, percent: total === 0 ? null : Math.round((met / total) * 1000) / 10 };
}

function doneOn(act: 'publish' | 'submit', own: PlanRow | undefined, submittedAt: Date | undefined): LocalDate | null {
  const published = own ? (own.issued_on ?? (own.published_at ? localDateAt(own.published_at) : null)) : null;
  const submitted = act === 'submit' && submittedAt ? localDateAt(submittedAt) : null;
  return [published, submitted].filter((day) => day !== null).sort()[0] ?? null;
}
