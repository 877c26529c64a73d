import { z } from 'zod';
import { DEADLINE_KINDS, TASK_STATES, UNIT_ROLES } from '../plan-words.ts';
import { day, flag, id, instant, pageOf, pageQuery, UnitRef, version } from '../route.contract.ts';

/** PLAN-4, as the reader gives it and people edit it. */
export const Deadline = z.object({
  kind: z.enum(DEADLINE_KINDS),
  from: day.nullable(),
  to: day.nullable(),
  periods: z
    .array(z.object({ from: day.nullable(), to: day }))
    .max(24)
    .optional(),
  /** kind `relative`: what it counts from and how far; absent base date: not yet happened. */
  relative: z
    .object({
      base: z.enum(['planIssued', 'event']),
      /** Chinese name of the event, e.g. 新规出台. */
      event: z.string().max(200).nullable(),
      /** Day the event happened; null: not yet known. */
      baseOn: day.nullable(),
      amount: z.number().int().min(1).max(400),
      unit: z.enum(['days', 'workdays', 'months']),
    })
    .optional(),
  note: z.string().max(500).nullable(),
});
export type Deadline = z.infer<typeof Deadline>;

/** Why a task is due on its day; shown step by step. */
export const DueExplanation = z.object({
  /** Chinese sentences, in order. */
  steps: z.array(z.string()),
  /** Where the duty stands: plan and task, or the office's decision. */
  basis: z.string(),
  /** True while a year's holiday notice that the date needs is not imported. */
  provisional: z.boolean(),
  milestones: z.array(z.object({ from: day.nullable(), dueOn: day.nullable(), label: z.string() })),
  /** Each day counted or skipped, for limits in working days. */
  days: z.array(z.object({ date: day, counted: z.boolean(), reason: z.string() })).optional(),
});
export type DueExplanation = z.infer<typeof DueExplanation>;

export const StateCounts = z.object({
  notStarted: z.number().int(),
  inProgress: z.number().int(),
  reported: z.number().int(),
  returned: z.number().int(),
  accepted: z.number().int(),
  overdue: z.number().int(),
});
export type StateCounts = z.infer<typeof StateCounts>;

/** A unit or group as the plan names it. */
export const TaskUnit = z.object({
  name: z.string(),
  role: z.enum(UNIT_ROLES),
  unit: UnitRef.nullable(),
  groupId: id.nullable(),
  isGroup: z.boolean(),
  /** How many units it stands for; 0: still to be resolved by the office. */
  expandsTo: z.number().int(),
});
export type TaskUnit = z.infer<typeof TaskUnit>;

export const ShareSummary = z.object({
  assignmentId: id,
  unit: UnitRef,
  role: z.enum(UNIT_ROLES),
  viaGroup: z.string().nullable(),
  state: z.enum(TASK_STATES),
  percent: z.number().int(),
  dueOn: day.nullable(),
  version,
});
export type ShareSummary = z.infer<typeof ShareSummary>;

export const LedgerRow = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  planYear: z.number().int(),
  number: z.number().int(),
  category: z.string().nullable(),
  name: z.string().nullable(),
  content: z.string(),
  unitsText: z.string(),
  deadlineText: z.string(),
  deadlineKind: z.enum(DEADLINE_KINDS),
  /** Next milestone not yet past, else the last one. */
  dueOn: day.nullable(),
  dueProvisional: z.boolean(),
  priority: z.boolean(),
  state: z.enum(TASK_STATES),
  /** Mean of the units' percentages, 0 to 100. */
  percent: z.number().int(),
  unitCount: z.number().int(),
  unitStates: StateCounts,
  /** Lead and responsible units first; at most eight, the rest is in the task itself. */
  units: z.array(ShareSummary),
  evidenceCount: z.number().int(),
  lastReportAt: instant.nullable(),
  version,
});
export type LedgerRow = z.infer<typeof LedgerRow>;

export const LEDGER_SORTS = [
  'number',
  '-number',
  'dueOn',
  '-dueOn',
  'percent',
  '-percent',
  'lastReportAt',
  '-lastReportAt',
] as const;

/** `mine`: tasks in which a unit of mine has a share. `unitId`: tasks of that unit; state then means that unit's state. */
export const LedgerFilter = z.object({
  planId: id.optional(),
  year: z.coerce.number().int().optional(),
  unitId: id.optional(),
  role: z.enum(UNIT_ROLES).optional(),
  state: z.enum(TASK_STATES).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  kind: z.enum(DEADLINE_KINDS).optional(),
  priority: flag.optional(),
  category: z.string().max(200).optional(),
  /** Words in number, name, content or units. */
  q: z.string().max(100).optional(),
  mine: flag.optional(),
  /** Not yet accepted: what is still to be done. */
  unfinished: flag.optional(),
});
export type LedgerFilter = z.infer<typeof LedgerFilter>;
export const LedgerQuery = LedgerFilter.extend({ ...pageQuery, sort: z.enum(LEDGER_SORTS).default('number') });
export type LedgerQuery = z.infer<typeof LedgerQuery>;
export const LedgerPage = pageOf(LedgerRow);
export type LedgerPage = z.infer<typeof LedgerPage>;

export const TaskLink = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  number: z.number().int(),
  name: z.string().nullable(),
  content: z.string(),
  state: z.enum(TASK_STATES),
});
export type TaskLink = z.infer<typeof TaskLink>;

export const HistoryEntry = z.object({
  id: z.number().int(),
  at: instant,
  by: z.string(),
  /** create edit assign split progress report accept return reopen remind recompute link publish … */
  kind: z.string(),
  unitName: z.string().nullable(),
  /** Chinese sentence, ready to show. */
  text: z.string(),
  /** Old and new values where something changed. */
  changes: z.array(z.object({ field: z.string(), label: z.string(), from: z.string(), to: z.string() })),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What the asker may do with this very row: buttons are shown from it, the server decides again. */
export const Allowed = z.array(z.string());

export const TaskDetail = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  planYear: z.number().int(),
  planState: z.string(),
  number: z.number().int(),
  category: z.string().nullable(),
  name: z.string().nullable(),
  content: z.string(),
  unitsText: z.string(),
  units: z.array(TaskUnit),
  deadlineText: z.string(),
  deadline: Deadline,
  /** Stricter day named in the content, kept beside the deadline cell. */
  contentDueOn: day.nullable(),
  dueOn: day.nullable(),
  due: DueExplanation,
  priority: z.boolean(),
  priorityNote: z.string().nullable(),
  /** Requirement or metric that proves it (PLAN-11). */
  requirementText: z.string().nullable(),
  state: z.enum(TASK_STATES),
  percent: z.number().int(),
  unitStates: StateCounts,
  shares: z.array(ShareSummary),
  parent: TaskLink.nullable(),
  previous: TaskLink.nullable(),
  children: z.array(TaskLink),
  actionItems: z.array(z.object({ id, meetingId: id, text: z.string(), done: z.boolean(), dueOn: day.nullable() })),
  history: z.array(HistoryEntry),
  allowed: Allowed,
  version,
});
export type TaskDetail = z.infer<typeof TaskDetail>;

export const TaskUnitInput = z
  .object({
    name: z.string().trim().min(1).max(200),
    role: z.enum(UNIT_ROLES),
    unitId: id.nullish(),
    groupId: id.nullish(),
  })
  .describe('unitId、groupId 都为空时按名称在单位登记册中查找');
export type TaskUnitInput = z.infer<typeof TaskUnitInput>;

export const TaskInput = z.object({
  number: z.number().int().min(1).max(9999),
  category: z.string().trim().max(200).nullable(),
  name: z.string().trim().max(300).nullable(),
  content: z.string().trim().min(1, '请填写任务内容').max(8000),
  unitsText: z.string().trim().max(2000),
  units: z.array(TaskUnitInput).max(200),
  deadlineText: z.string().trim().max(200),
  deadline: Deadline,
  contentDueOn: day.nullable(),
  requirementText: z.string().trim().max(1000).nullable(),
});
export type TaskInput = z.infer<typeof TaskInput>;
export const TaskEdit = TaskInput.partial().extend({ version });
export type TaskEdit = z.infer<typeof TaskEdit>;

export const PriorityEdit = z.object({ version, priority: z.boolean(), note: z.string().trim().max(500).nullable() });
export const LinksEdit = z.object({ version, parentTaskId: id.nullish(), previousTaskId: id.nullish() });
export type LinksEdit = z.infer<typeof LinksEdit>;
export const LinkSuggestions = z.object({
  parents: z.array(z.object({ task: TaskLink, score: z.number() })),
  previous: z.array(z.object({ task: TaskLink, score: z.number() })),
});
export type LinkSuggestions = z.infer<typeof LinkSuggestions>;

/** One act on many rows; every row succeeds or fails on its own. */
export const BulkInput = z.discriminatedUnion('action', [
  z.object({
    action: z.literal('assign'),
    taskIds: z.array(id).min(1).max(500),
    units: z.array(TaskUnitInput).min(1).max(100),
  }),
  z.object({
    action: z.literal('markPriority'),
    taskIds: z.array(id).min(1).max(500),
    priority: z.boolean(),
    note: z.string().max(500).nullish(),
  }),
  z.object({
    action: z.literal('setDate'),
    taskIds: z.array(id).min(1).max(500),
    dueOn: day,
    reason: z.string().trim().min(1).max(500),
  }),
  z.object({
    action: z.literal('remind'),
    assignmentIds: z.array(id).min(1).max(1000),
    text: z.string().trim().max(500).nullish(),
  }),
  z.object({
    action: z.literal('accept'),
    assignmentIds: z.array(id).min(1).max(1000),
    comment: z.string().max(1000).nullish(),
  }),
  z.object({
    action: z.literal('split'),
    assignmentIds: z.array(id).min(1).max(500),
    sectionId: id.nullish(),
    personId: id.nullish(),
    ownDueOn: day.nullish(),
  }),
]);
export type BulkInput = z.infer<typeof BulkInput>;
export const BulkResult = z.object({
  done: z.number().int(),
  failed: z.number().int(),
  items: z.array(z.object({ id, ok: z.boolean(), code: z.string().nullable(), message: z.string().nullable() })),
});
export type BulkResult = z.infer<typeof BulkResult>;
