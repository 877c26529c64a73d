import { z } from 'zod';
import { DEADLINE_KINDS, OPEN_TASK_STATES, PLAN_LEVELS, PLAN_STATES, UNIT_GROUPS, UNIT_ROLES } from '../plan-words.ts';
import { day, id, instant } from '../route.contract.ts';
import { StateCounts } from '../tasks/tasks.contract.ts';

/**
 * What everybody may see: published plans only; no persons, no drafts, no reports that were not accepted, no reasons of a return.
 * A returned share is counted as in progress. The portal and the open API read this alone.
 */
export const OpenStateCounts = StateCounts.omit({ returned: true });
export type OpenStateCounts = z.infer<typeof OpenStateCounts>;

export const OpenUnit = z.object({ code: z.string(), name: z.string(), shortName: z.string() });
export type OpenUnit = z.infer<typeof OpenUnit>;

export const OpenPlan = z.object({
  id,
  level: z.enum(PLAN_LEVELS),
  unit: OpenUnit.nullable(),
  year: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedOn: day.nullable(),
  state: z.enum(PLAN_STATES),
  publishedAt: instant,
  updatedAt: instant,
  /** By task. */
  tasks: OpenStateCounts.extend({ total: z.number().int() }),
  percent: z.number().int(),
});
export type OpenPlan = z.infer<typeof OpenPlan>;
export const OpenPlanList = z.object({ items: z.array(OpenPlan) });

export const OpenTask = z.object({
  id,
  number: z.number().int(),
  category: z.string().nullable(),
  name: z.string().nullable(),
  content: z.string(),
  unitsText: z.string(),
  units: z.array(
    z.object({ unit: OpenUnit, role: z.enum(UNIT_ROLES), state: z.enum(OPEN_TASK_STATES), percent: z.number().int() }),
  ),
  deadlineText: z.string(),
  deadlineKind: z.enum(DEADLINE_KINDS),
  dueOn: day.nullable(),
  dueProvisional: z.boolean(),
  milestones: z.array(z.object({ from: day.nullable(), dueOn: day.nullable(), label: z.string() })),
  priority: z.boolean(),
  state: z.enum(OPEN_TASK_STATES),
  percent: z.number().int(),
  acceptedOn: day.nullable(),
});
export type OpenTask = z.infer<typeof OpenTask>;

export const OpenUnitProgress = OpenStateCounts.extend({
  unit: OpenUnit,
  group: z.enum(UNIT_GROUPS),
  total: z.number().int(),
  percent: z.number().int(),
});
export type OpenUnitProgress = z.infer<typeof OpenUnitProgress>;

export const OpenPlanDetail = OpenPlan.extend({
  narrative: z.array(z.object({ heading: z.string(), text: z.string() })),
  parent: z.object({ id, title: z.string(), year: z.number().int() }).nullable(),
  children: z.array(z.object({ id, title: z.string(), unit: OpenUnit.nullable() })),
  taskList: z.array(OpenTask),
  byUnit: z.array(OpenUnitProgress),
  byCategory: z.array(
    OpenStateCounts.extend({ category: z.string(), total: z.number().int(), percent: z.number().int() }),
  ),
  /** Every month of the plan's year that has milestones, `YYYY-MM`. */
  months: z.array(
    z.object({ month: z.string(), due: z.number().int(), accepted: z.number().int(), overdue: z.number().int() }),
  ),
});
export type OpenPlanDetail = z.infer<typeof OpenPlanDetail>;

/** A result that the office accepted: acceptance is what makes the text public. */
export const OpenReport = z.object({
  unit: OpenUnit,
  acceptedOn: day,
  text: z.string(),
  percent: z.number().int(),
  /** Evidence of kind address whose page was found reachable; files and records stay inside. */
  evidence: z.array(z.object({ title: z.string(), address: z.string() })),
});
export type OpenReport = z.infer<typeof OpenReport>;

/** A task of another published plan. */
export const OpenTaskLink = z.object({
  planTitle: z.string(),
  year: z.number().int(),
  level: z.enum(PLAN_LEVELS),
  unitCode: z.string().nullable(),
  number: z.number().int(),
  name: z.string(),
});
export type OpenTaskLink = z.infer<typeof OpenTaskLink>;

export const OpenTaskDetail = OpenTask.extend({
  plan: z.object({
    id,
    title: z.string(),
    year: z.number().int(),
    level: z.enum(PLAN_LEVELS),
    unit: OpenUnit.nullable(),
    issuer: z.string().nullable(),
    publishedAt: instant,
  }),
  dueSteps: z.array(z.string()),
  dueBasis: z.string(),
  /** Oldest first. */
  reports: z.array(OpenReport),
  parent: OpenTaskLink.nullable(),
  previous: OpenTaskLink.nullable(),
  neighbours: z.object({ before: z.number().int().nullable(), after: z.number().int().nullable() }),
});
export type OpenTaskDetail = z.infer<typeof OpenTaskDetail>;

export const OpenUnitPage = z.object({
  unit: OpenUnit,
  year: z.number().int().nullable(),
  years: z.array(z.number().int()),
  progress: OpenStateCounts.extend({ total: z.number().int(), percent: z.number().int() }),
  tasks: z.array(
    OpenTask.extend({ planId: id, planTitle: z.string(), planYear: z.number().int(), role: z.enum(UNIT_ROLES) }),
  ),
});
export type OpenUnitPage = z.infer<typeof OpenUnitPage>;

/** What the coming months bring: for the home page. */
export const OpenComing = z.object({
  today: day,
  months: z.array(
    z.object({
      month: z.string(),
      items: z.array(
        z.object({
          planId: id,
          planYear: z.number().int(),
          taskId: id,
          number: z.number().int(),
          name: z.string(),
          label: z.string(),
          dueOn: day,
          units: z.array(z.string()),
          priority: z.boolean(),
          state: z.enum(OPEN_TASK_STATES),
        }),
      ),
    }),
  ),
  recentlyAccepted: z.array(
    z.object({
      planYear: z.number().int(),
      number: z.number().int(),
      name: z.string(),
      unitName: z.string(),
      acceptedOn: day,
      /** Text of the accepted report. */
      result: z.string().nullable(),
    }),
  ),
});
export type OpenComing = z.infer<typeof OpenComing>;

/** What `plansModule(…).open` offers to portal pages; times are the clock's. */
export interface OpenPlans {
  list(): Promise<OpenPlan[]>;
  /** The district's plan of the year when several levels are published; null: nothing published. */
  ofYear(year: number): Promise<OpenPlanDetail | null>;
  /** Newest published year of the district. */
  newestYear(): Promise<number | null>;
  byId(planId: string): Promise<OpenPlanDetail | null>;
  task(planId: string, number: number): Promise<OpenTaskDetail | null>;
  unit(code: string, year?: number): Promise<OpenUnitPage | null>;
  units(year?: number): Promise<OpenUnitProgress[]>;
  /** @param months how many calendar months, the current one included */
  coming(months: number): Promise<OpenComing>;
  /**
   * Changes whenever anything that the others return may have changed; one cheap query, asked every second. The number of the
   * newest audit entry serves: every change writes one, under a lock, so it never skips a change that commits later.
   */
  dataVersion(): Promise<string>;
}
export const OpenPlanParams = z.object({ id });
export const OpenTaskParams = z.object({ id, number: z.coerce.number().int() });
export const OpenUnitParams = z.object({ code: z.string().max(64) });
export const OpenYearQuery = z.object({ year: z.coerce.number().int().optional() });
export const OpenComingQuery = z.object({ months: z.coerce.number().int().min(1).max(12).default(3) });
