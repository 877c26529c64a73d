import { type LocalDate, monthOf, yearOf } from '../../../kernel/local-date.ts';
import { auditPosition } from '../../../platform/audit/audit.store.ts';
import { collectCounts } from '../ledger/ledger.store.ts';
import { planTasks, unitLines } from '../plan/plan-figures.store.ts';
import { byCategory, byMonth, countStates, meanPercent } from '../plan/plan-figures.ts';
import type { PlanRow } from '../plan/plans.store.ts';
import { type PlansContext, todayOf, unitNames } from '../plans.context.ts';
import { NO_SHARES } from '../tasks/task-state.ts';
import { findTask } from '../tasks/tasks.store.ts';
import type { UnitNames } from '../unit-directory.ts';
import type {
  OpenComing,
  OpenPlan,
  OpenPlanDetail,
  OpenPlans,
  OpenTask,
  OpenTaskDetail,
  OpenTaskLink,
  OpenUnitPage,
  OpenUnitProgress,
} from './open-plans.contract.ts';
import {
  acceptedReports,
  type OpenTaskRow,
  openCounts,
  openShares,
  openTasks,
  publishedPlans,
  recentAcceptances,
} from './open-plans.store.ts';
import { groupOf, openCountsOf, openPlan, openTask, openUnit } from './open-plans.ts';

const RECENT = 10;

/** What the public sees of plans; needs no actor because it can say nothing that is not public. */
export class OpenPlansService implements OpenPlans {
  readonly #context: PlansContext;

  constructor(context: PlansContext) {
    this.#context = context;
  }

  async list(): Promise<OpenPlan[]> {
    const plans = await publishedPlans(this.#db);
    const names = await unitNames(this.#context);
    const ids = plans.map((plan) => plan.id);
    const lines = Map.groupBy(await openCounts(this.#db, ids, this.#today), (line) => line.plan_id);
    return plans.map((plan) => {
      const of = lines.get(plan.id) ?? [];
      const counts = collectCounts(of, () => '').get('') ?? { ...NO_SHARES };
      const total = of.reduce((sum, line) => sum + line.count, 0);
      const percent = total === 0 ? 0 : Math.floor(of.reduce((sum, line) => sum + Number(line.percent_sum), 0) / total);
      const updated = of.map((line) => line.updated_at).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
      return openPlan(plan, { ...counts, total }, percent, updated, names);
    });
  }

  async ofYear(year: number): Promise<OpenPlanDetail | null> {
    const plan = (await publishedPlans(this.#db)).find((row) => row.year === year && row.level === 'district');
    return plan ? this.byId(plan.id) : null;
  }

  async newestYear(): Promise<number | null> {
    return (await publishedPlans(this.#db)).find((row) => row.level === 'district')?.year ?? null;
  }

  async byId(planId: string): Promise<OpenPlanDetail | null> {
    const plans = await publishedPlans(this.#db);
    const plan = plans.find((row) => row.id === planId);
    if (!plan) return null;
    const [names, today] = [await unitNames(this.#context), this.#today];
    const rows = await openTasks(this.#db, { planId }, today);
    const counted = await planTasks(this.#db, planId, today);
    const updated = rows.map((row) => row.updated_at).sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
    const parent = plans.find((row) => row.id === plan.parent_plan_id);
    return {
      ...openPlan(plan, countStates(counted), meanPercent(counted), updated, names),
      narrative: plan.narrative,
      parent: parent ? { id: parent.id, title: parent.title, year: parent.year } : null,
      children: plans
        .filter((row) => row.parent_plan_id === planId)
        .map((row) => ({ id: row.id, title: row.title, unit: row.unit_id ? openUnit(row.unit_id, names) : null })),
      taskList: await this.#tasks(rows, names),
      byUnit: await this.#byUnit(planId, names),
      byCategory: byCategory(counted).map(({ category, total, percent, ...counts }) => ({
        category,
        total,
        percent,
        ...openCountsOf(counts),
      })),
      months: byMonth(counted, today),
    };
  }

  async task(planId: string, number: number): Promise<OpenTaskDetail | null> {
    const plans = await publishedPlans(this.#db);
    const plan = plans.find((row) => row.id === planId);
    const [row] = plan ? await openTasks(this.#db, { planId, number }, this.#today) : [];
    if (!plan || !row) return null;
    const names = await unitNames(this.#context);
    const [task] = await this.#tasks([row], names);
    if (!task) return null;
    const numbers = (await planTasks(this.#db, planId, this.#today)).map((other) => other.number);
    const at = numbers.indexOf(number);
    const reports = await acceptedReports(this.#db, row.id);
    return {
      ...task,
      plan: {
        id: plan.id,
        title: plan.title,
        year: plan.year,
        level: plan.level,
        unit: plan.unit_id ? openUnit(plan.unit_id, names) : null,
        issuer: plan.issuer,
        publishedAt: (plan.published_at ?? plan.created_at).toISOString(),
      },
      dueSteps: row.due.steps,
      dueBasis: row.due.basis,
      reports: reports
        .filter((report) => report.accepted_on !== null)
        .map((report) => ({
          unit: openUnit(report.unit_id, names),
          acceptedOn: report.accepted_on as LocalDate,
          text: report.text,
          percent: report.percent,
          evidence: report.evidence ?? [],
        })),
      parent: await this.#link(row.parent_task_id, plans, names),
      previous: await this.#link(row.previous_task_id, plans, names),
      neighbours: { before: numbers[at - 1] ?? null, after: numbers[at + 1] ?? null },
    };
  }

  async unit(code: string, year?: number): Promise<OpenUnitPage | null> {
    const names = await unitNames(this.#context);
    const unit = names.all.find((other) => other.code === code);
    if (!unit) return null;
    const plans = new Map((await publishedPlans(this.#db)).map((plan) => [plan.id, plan]));
    const all = await openTasks(this.#db, { unitId: unit.id }, this.#today);
    const years = [...new Set(all.map((row) => plans.get(row.plan_id)?.year ?? 0))].sort((a, b) => b - a);
    const shown = year ?? years[0] ?? null;
    const rows = all.filter((row) => plans.get(row.plan_id)?.year === shown);
    const tasks = await this.#tasks(rows, names);
    const own = tasks.map((task) => task.units.find((share) => share.unit.code === code));
    const counts = countStates(own.map((share) => ({ state: share?.state ?? 'notStarted' })));
    const { total, ...states } = counts;
    return {
      unit: openUnit(unit.id, names),
      year: shown,
      years,
      progress: {
        ...openCountsOf(states),
        total,
        percent: meanPercent(own.map((share) => ({ percent: share?.percent ?? 0 }))),
      },
      tasks: tasks.map((task, index) => {
        const plan = plans.get(rows[index]?.plan_id ?? '');
        return {
          ...task,
          planId: plan?.id ?? '',
          planTitle: plan?.title ?? '',
          planYear: plan?.year ?? 0,
          role: own[index]?.role ?? 'responsible',
        };
      }),
    };
  }

  async units(year?: number): Promise<OpenUnitProgress[]> {
    const wanted = year ?? (await this.newestYear());
    const plan = (await publishedPlans(this.#db)).find((row) => row.level === 'district' && row.year === wanted);
    return plan ? this.#byUnit(plan.id, await unitNames(this.#context)) : [];
  }

  async coming(months: number): Promise<OpenComing> {
    const [today, names] = [this.#today, await unitNames(this.#context)];
    const wanted = monthsFrom(today, months);
    const byMonthName = new Map(wanted.map((month) => [month, [] as OpenComing['months'][number]['items']]));
    const plans = (await publishedPlans(this.#db)).filter(
      (plan) => plan.level === 'district' && plan.state === 'published',
    );
    for (const plan of plans) {
      const rows = await openTasks(this.#db, { planId: plan.id }, today);
      for (const task of await this.#tasks(rows, names)) {
        for (const { dueOn, label } of task.milestones) {
          if (!dueOn || dueOn < today || task.state === 'accepted') continue;
          byMonthName.get(dueOn.slice(0, 7))?.push({
            planId: plan.id,
            planYear: plan.year,
            taskId: task.id,
            number: task.number,
            name: shortName(task),
            label,
            dueOn,
            units: task.units.filter((share) => share.role !== 'support').map((share) => share.unit.shortName),
            priority: task.priority,
            state: task.state,
          });
        }
      }
    }
    const recent = await recentAcceptances(this.#db, RECENT);
    return {
      today,
      months: wanted.map((month) => ({
        month,
        items: (byMonthName.get(month) ?? []).sort((a, b) =>
          a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.number - b.number,
        ),
      })),
      recentlyAccepted: recent.map((row) => ({
        planYear: row.plan_year,
        number: row.number,
        name: shortName(row),
        unitName: names.ref(row.unit_id).shortName,
        acceptedOn: row.accepted_on,
        result: row.result,
      })),
    };
  }

  /** Overdue begins with a new day, without any change. */
  async dataVersion(): Promise<string> {
    return `${await auditPosition(this.#db)}-${this.#today}`;
  }

  async #tasks(rows: readonly OpenTaskRow[], names: UnitNames): Promise<OpenTask[]> {
    const ids = rows.map((row) => row.id);
    const shares = Map.groupBy(await openShares(this.#db, ids, this.#today), (share) => share.task_id);
    return rows.map((row) => openTask(row, shares.get(row.id) ?? [], names));
  }

  async #byUnit(planId: string, names: UnitNames): Promise<OpenUnitProgress[]> {
    const lines = await unitLines(this.#db, planId, this.#today, this.#today);
    const counts = collectCounts(lines, (line) => line.unit_id);
    return [...counts]
      .sort(([a], [b]) => names.compare(a, b))
      .map(([unitId, states]) => {
        const of = lines.filter((line) => line.unit_id === unitId);
        const total = of.reduce((sum, line) => sum + line.count, 0);
        const percent = Math.floor(of.reduce((sum, line) => sum + Number(line.percent_sum), 0) / total);
        const group = groupOf(unitId, names);
        return { unit: openUnit(unitId, names), group, ...openCountsOf(states), total, percent };
      });
  }

  async #link(id: string | null, plans: readonly PlanRow[], names: UnitNames): Promise<OpenTaskLink | null> {
    const task = id ? await findTask(this.#db, id) : undefined;
    const plan = plans.find((row) => row.id === task?.plan_id);
    if (!task || !plan) return null;
    return {
      planTitle: plan.title,
      year: plan.year,
      level: plan.level,
      unitCode: plan.unit_id ? names.ref(plan.unit_id).code : null,
      number: task.number,
      name: shortName(task),
    };
  }

  get #db() {
    return this.#context.platform.database.kysely;
  }

  get #today(): LocalDate {
    return todayOf(this.#context);
  }
}

function shortName(task: { name: string | null; content: string }): string {
  return task.name ?? (task.content.length > 40 ? `${task.content.slice(0, 40)}…` : task.content);
}

function monthsFrom(today: LocalDate, count: number): string[] {
  const start = yearOf(today) * 12 + monthOf(today) - 1;
  return Array.from({ length: count }, (_, step) => {
    const index = start + step;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
  });
}
