import { addDays, type LocalDate, lastDayOfMonth, localDateOf, monthOf, yearOf } from '../../../kernel/local-date.ts';
import { dayReason, explanationText, provisionalText } from '../../../kernel/workday-explanation.ts';
import type { WorkdayCalendar } from '../../../kernel/workdays.ts';
import { DEADLINE_KIND_WORDS } from '../plan-words.ts';
import type { Deadline, DueExplanation } from '../tasks/tasks.contract.ts';
import { milestoneLabel } from './milestone-label.ts';

export interface DueInput {
  readonly deadline: Deadline;
  /** The cell as printed, for the explanation. */
  readonly deadlineText: string;
  readonly planTitle: string;
  readonly planIssuedOn: LocalDate | null;
  readonly taskNumber: number;
  /** Stricter day that the office took from the content. */
  readonly contentDueOn: LocalDate | null;
  readonly workdays: WorkdayCalendar;
}

export interface Due {
  /** Last milestone; null: no last day (实时, 未明确, an event not yet known). */
  readonly dueOn: LocalDate | null;
  readonly explanation: DueExplanation;
}

type Milestone = DueExplanation['milestones'][number];

/** When a task is due and why (PLAN-4): its milestones in order, the reasoning step by step, and whether a holiday notice is still missing. */
export function dueDate(input: DueInput): Due {
  const reasoning = input.deadline.kind === 'relative' ? relative(input) : fixed(input);
  const milestones = stricter(reasoning, input);
  return {
    dueOn: milestones.at(-1)?.dueOn ?? null,
    explanation: {
      steps: reasoning.steps,
      basis: `《${input.planTitle}》第 ${input.taskNumber} 项，时间节点“${input.deadlineText || '（空白）'}”`,
      provisional: reasoning.provisional,
      milestones,
      ...(reasoning.days ? { days: reasoning.days } : {}),
    },
  };
}

interface Reasoning {
  readonly steps: string[];
  readonly milestones: Milestone[];
  readonly provisional: boolean;
  readonly days?: DueExplanation['days'];
}

function fixed({ deadline, workdays }: DueInput): Reasoning {
  const steps = [`时间节点按“${DEADLINE_KIND_WORDS[deadline.kind]}”理解。`];
  if (deadline.note) steps.push(`${deadline.note}。`);
  const periods = deadline.kind === 'multi' && deadline.periods?.length ? deadline.periods : undefined;
  const spans = periods ?? (deadline.to ? [{ from: deadline.from, to: deadline.to }] : []);
  const milestones = [...spans]
    .sort((a, b) => (a.to < b.to ? -1 : 1))
    .map(({ from, to }) => ({ from, dueOn: to, label: milestoneLabel(from, to) }));
  if (milestones.length === 0) {
    steps.push(
      deadline.kind === 'realtime' ? '随时完成，没有截止日。' : '没有可计算的日期，请由主管部门补充时间节点。',
    );
  }
  if (milestones.length > 1) steps.push(`共 ${milestones.length} 个节点，逐个报送、逐个核验。`);
  for (const { dueOn } of milestones) if (dueOn) steps.push(restDayHint(dueOn, workdays));
  return { steps: steps.filter((step) => step !== ''), milestones, provisional: false };
}

/** A printed day stands even on a rest day (the duty is “before” it); people are only told, so that they finish earlier. */
function restDayHint(dueOn: LocalDate, workdays: WorkdayCalendar): string {
  const day = workdays.day(dueOn);
  if (day.work) return `截止日 ${dueOn}。`;
  return `截止日 ${dueOn} 是休息日（${dayReason(day)}），请在 ${workdays.previousWorkday(dueOn)} 前办完。`;
}

function relative({ deadline, planIssuedOn, workdays }: DueInput): Reasoning {
  const limit = deadline.relative;
  if (!limit)
    return { steps: ['相对期限没有写明起算日和天数，请由主管部门补充。'], milestones: [], provisional: false };
  const base = limit.baseOn ?? (limit.base === 'planIssued' ? planIssuedOn : null);
  const event = limit.base === 'planIssued' ? '本文印发' : (limit.event ?? '起算事项');
  const length = `${limit.amount} ${{ days: '日', workdays: '个工作日', months: '个月' }[limit.unit]}`;
  if (!base) {
    return {
      steps: [`自“${event}”起 ${length}内；起算日尚未确定，确定后自动计算。`],
      milestones: [],
      provisional: false,
    };
  }
  const steps = [`自“${event}”（${base}）次日起算，${length}内。`];
  if (limit.unit === 'workdays') {
    const explanation = workdays.explain(base, limit.amount);
    steps.push(explanationText(explanation));
    const days = explanation.days.map((day) => ({ date: day.date, counted: day.work, reason: dayReason(day) }));
    return { steps, milestones: [point(explanation.due)], provisional: explanation.awaitingYears.length > 0, days };
  }
  const last = limit.unit === 'months' ? addMonths(base, limit.amount) : addDays(base, limit.amount);
  return { steps, ...rolled(last, workdays, steps) };
}

/** 期间的最后一日是法定休假日的，以休假日结束的次日为期间的最后一日（民法典第二百零三条）. */
function rolled(last: LocalDate, workdays: WorkdayCalendar, steps: string[]): Omit<Reasoning, 'steps'> {
  const due = workdays.nextWorkday(last);
  const days = workdays.days(last, due).map((day) => ({ date: day.date, counted: day.work, reason: dayReason(day) }));
  const awaiting = workdays.awaitingYears(last, due);
  steps.push(
    due === last
      ? `期间最后一日 ${last} 是工作日。`
      : `期间最后一日 ${last} 是休息日，顺延至其后第一个工作日 ${due}（民法典第二百零三条）。`,
  );
  if (awaiting.length > 0) steps.push(`${provisionalText(awaiting)}。`);
  return { milestones: [point(due)], provisional: awaiting.length > 0, days };
}

function point(dueOn: LocalDate): Milestone {
  return { from: null, dueOn, label: milestoneLabel(null, dueOn) };
}

/** cell and content are both kept; the stricter counts. */
function stricter(reasoning: Reasoning, { contentDueOn }: DueInput): Milestone[] {
  const last = reasoning.milestones.at(-1);
  if (!contentDueOn || (last?.dueOn && last.dueOn <= contentDueOn)) return reasoning.milestones;
  reasoning.steps.push(`任务内容写明 ${contentDueOn} 前完成，从严按此计算。`);
  const earlier = reasoning.milestones.filter((milestone) => milestone.dueOn && milestone.dueOn < contentDueOn);
  return [...earlier, point(contentDueOn)];
}

/** Same day of a later month; the month's last day when it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months;
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1];
  const last = lastDayOfMonth(year, month);
  const day = Math.min(Number(date.slice(8)), Number(last.slice(8)));
  return localDateOf(year, month, day);
}
