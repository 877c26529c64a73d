import { z } from 'zod';
import { PLAN_LEVELS, PLAN_STATES, TASK_STATES } from '../plan-words.ts';
import { day, id, instant, pageOf, pageQuery, UnitRef, version } from '../route.contract.ts';
import { Allowed, HistoryEntry, StateCounts } from '../tasks/tasks.contract.ts';

export const PlanSummary = z.object({
  id,
  level: z.enum(PLAN_LEVELS),
  unit: UnitRef.nullable(),
  year: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: day.nullable(),
  state: z.enum(PLAN_STATES),
  publishedAt: instant.nullable(),
  parentPlanId: id.nullable(),
  taskCount: z.number().int(),
  acceptedCount: z.number().int(),
  overdueCount: z.number().int(),
  version,
});
export type PlanSummary = z.infer<typeof PlanSummary>;

export const PLAN_SORTS = ['-year', 'year', 'title', 'issuedOn', '-issuedOn'] as const;
export const PlanListQuery = z.object({
  year: z.coerce.number().int().optional(),
  level: z.enum(PLAN_LEVELS).optional(),
  unitId: id.optional(),
  state: z.enum(PLAN_STATES).optional(),
  q: z.string().max(100).optional(),
  ...pageQuery,
  sort: z.enum(PLAN_SORTS).default('-year'),
});
export type PlanListQuery = z.infer<typeof PlanListQuery>;
export const PlanPage = pageOf(PlanSummary);
export type PlanPage = z.infer<typeof PlanPage>;

/** PLAN-1: the narrative in its printed sections. */
export const NarrativeSection = z.object({ heading: z.string().max(300), text: z.string().max(20_000) });
export type NarrativeSection = z.infer<typeof NarrativeSection>;

export const PlanInput = z.object({
  level: z.enum(PLAN_LEVELS),
  /** Owner; null for a plan of the city. */
  unitId: id.nullable(),
  year: z.number().int().min(2000).max(2100),
  title: z.string().trim().min(1, '请填写标题').max(300),
  documentNumber: z.string().trim().max(100).nullable(),
  issuer: z.string().trim().max(200).nullable(),
  issuedOn: day.nullable(),
  approval: z.string().trim().max(500).nullable(),
  narrative: z.array(NarrativeSection).max(200),
  parentPlanId: id.nullable(),
});
export type PlanInput = z.infer<typeof PlanInput>;
export const PlanEdit = PlanInput.omit({ level: true, unitId: true }).partial().extend({ version });
export type PlanEdit = z.infer<typeof PlanEdit>;

/** Whether a plan or breakdown came within the days after the upper plan's issue (PLAN-C1, X-04). */
export const OwnPlanTiming = z.object({
  rule: z.string(),
  dueOn: day.nullable(),
  doneOn: day.nullable(),
  /** Positive: days late; null: no rule or nothing to compare yet. */
  lateDays: z.number().int().nullable(),
  state: z.enum(['inTime', 'late', 'waiting', 'overdue', 'unknown']),
});
export type OwnPlanTiming = z.infer<typeof OwnPlanTiming>;

export const PlanDetail = PlanSummary.extend({
  approval: z.string().nullable(),
  narrative: z.array(NarrativeSection),
  parent: PlanSummary.nullable(),
  timing: OwnPlanTiming.nullable(),
  previousPlanId: id.nullable(),
  lookBackPlanId: id.nullable(),
  categories: z.array(z.object({ name: z.string(), taskCount: z.number().int() })),
  originalFile: z.object({ name: z.string(), hash: z.string(), mediaType: z.string() }).nullable(),
  history: z.array(HistoryEntry),
  allowed: Allowed,
});
export type PlanDetail = z.infer<typeof PlanDetail>;

/** Everything the charts of one plan need. */
export const PlanOverview = z.object({
  planId: id,
  today: day,
  tasks: StateCounts.extend({ total: z.number().int() }),
  shares: StateCounts.extend({ total: z.number().int() }),
  percent: z.number().int(),
  byUnit: z.array(
    StateCounts.extend({
      unit: UnitRef,
      total: z.number().int(),
      percent: z.number().int(),
      /** Shares that name a section and a date (PLAN-C5). */
      split: z.number().int(),
      dueIn30Days: z.number().int(),
    }),
  ),
  byCategory: z.array(StateCounts.extend({ category: z.string(), total: z.number().int(), percent: z.number().int() })),
  byMonth: z.array(
    z.object({ month: z.string(), due: z.number().int(), accepted: z.number().int(), overdue: z.number().int() }),
  ),
  priority: StateCounts.extend({ total: z.number().int() }),
  /** PLAN-C2, C3, C5: counts behind the shares, so that a figure always shows what it is made of. */
  metrics: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      met: z.number().int(),
      total: z.number().int(),
      /** 0 to 100, null when there is nothing to count. */
      percent: z.number().nullable(),
    }),
  ),
});
export type PlanOverview = z.infer<typeof PlanOverview>;

/** One milestone on the time axis. */
export const TimelineItem = z.object({
  taskId: id,
  number: z.number().int(),
  name: z.string().nullable(),
  content: z.string(),
  from: day.nullable(),
  dueOn: day,
  label: z.string(),
  provisional: z.boolean(),
  priority: z.boolean(),
  state: z.enum(TASK_STATES),
  percent: z.number().int(),
  units: z.array(z.string()),
  unitCount: z.number().int(),
});
export type TimelineItem = z.infer<typeof TimelineItem>;
export const PlanTimeline = z.object({
  months: z.array(z.object({ month: z.string(), items: z.array(TimelineItem) })),
  /** 全年, 实时 and not yet dated tasks. */
  undated: z.array(TimelineItem.omit({ dueOn: true })),
});
export type PlanTimeline = z.infer<typeof PlanTimeline>;
export const CalendarQuery = z.object({
  /** YYYY-MM */
  month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请按“年-月”填写，例如 2026-03'),
  unitId: id.optional(),
});
export type CalendarQuery = z.infer<typeof CalendarQuery>;
export const PlanCalendar = z.object({
  month: z.string(),
  days: z.array(
    z.object({
      date: day,
      workday: z.boolean(),
      note: z.string().nullable(),
      provisional: z.boolean(),
      items: z.array(TimelineItem),
    }),
  ),
});
export type PlanCalendar = z.infer<typeof PlanCalendar>;

/** PLAN-3, PLAN-C1: who has sent a breakdown or an own plan, and whether in time. */
export const Subplans = z.object({
  rule: z.string(),
  items: z.array(
    z.object({
      unit: UnitRef,
      plan: PlanSummary.nullable(),
      breakdownSubmittedAt: instant.nullable(),
      shareCount: z.number().int(),
      splitCount: z.number().int(),
      timing: OwnPlanTiming,
    }),
  ),
});
export type Subplans = z.infer<typeof Subplans>;

/** IX-10: limits and quotas are data, scoped level × year × unit; the most specific wins. */
export const PARAMETER_KEYS = [
  'ownPlanDays',
  'ownPlanDate',
  'ownPlanAct',
  'reminderWorkdaysBefore',
  'overdueEveryDays',
  'lookBackDate',
  'priorityWeight',
] as const;
export const Parameter = z.object({
  key: z.enum(PARAMETER_KEYS),
  level: z.enum(PLAN_LEVELS).nullable(),
  year: z.number().int().nullable(),
  unitId: id.nullable(),
  /** Numbers, a list `7,3,1`, or a day of the year `06-30`, as text; checked per key. */
  value: z.string().max(100),
  /** Where the figure stands. */
  basis: z.string().max(300),
});
export type Parameter = z.infer<typeof Parameter>;
export const ParameterList = z.object({
  items: z.array(Parameter.extend({ id: id.nullable(), label: z.string() })),
});
export const ParameterInput = Parameter;
