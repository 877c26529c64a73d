import { z } from 'zod';
import {
  ADDRESS_STATES,
  ASSIGNMENT_STATES,
  DEADLINE_KINDS,
  EVIDENCE_KINDS,
  TASK_STATES,
  UNIT_ROLES,
} from '../plan-words.ts';
import { day, flag, id, instant, PersonRef, pageOf, pageQuery, UnitRef, version } from '../route.contract.ts';
import { Allowed, DueExplanation, HistoryEntry, LedgerFilter } from '../tasks/tasks.contract.ts';

export const SectionRef = z.object({ id, name: z.string() });

/** One unit's share of one task. */
export const AssignmentRow = z.object({
  id,
  taskId: id,
  planId: id,
  planTitle: z.string(),
  taskNumber: z.number().int(),
  category: z.string().nullable(),
  taskName: z.string().nullable(),
  content: z.string(),
  deadlineText: z.string(),
  deadlineKind: z.enum(DEADLINE_KINDS),
  priority: z.boolean(),
  unit: UnitRef,
  role: z.enum(UNIT_ROLES),
  viaGroup: z.string().nullable(),
  section: SectionRef.nullable(),
  person: PersonRef.nullable(),
  /** The unit's own earlier date (PLAN-3). */
  ownDueOn: day.nullable(),
  /** Day of the current milestone by the plan; lateness is judged by it. The unit's own earlier date only reminds its people. */
  dueOn: day.nullable(),
  dueProvisional: z.boolean(),
  /** 0-based milestone that is due next, of `milestoneCount`. */
  milestone: z.number().int(),
  milestoneCount: z.number().int(),
  storedState: z.enum(ASSIGNMENT_STATES),
  state: z.enum(TASK_STATES),
  /** Whole days past the due day, 0 when not late. */
  lateDays: z.number().int(),
  percent: z.number().int(),
  lastText: z.string().nullable(),
  lastReportAt: instant.nullable(),
  evidenceCount: z.number().int(),
  brokenEvidenceCount: z.number().int(),
  /** What the person who asks may do with it now. */
  allowed: Allowed,
  version,
});
export type AssignmentRow = z.infer<typeof AssignmentRow>;

export const ASSIGNMENT_SORTS = [
  'dueOn',
  '-dueOn',
  'number',
  '-number',
  'unit',
  '-unit',
  'percent',
  '-percent',
  '-lastReportAt',
] as const;
export const AssignmentQuery = LedgerFilter.extend({
  taskId: id.optional(),
  sectionId: id.optional(),
  personId: id.optional(),
  /** Shares that still lack a section or date (PLAN-C5). */
  unsplit: flag.optional(),
  ...pageQuery,
  sort: z.enum(ASSIGNMENT_SORTS).default('dueOn'),
});
export type AssignmentQuery = z.infer<typeof AssignmentQuery>;
export const AssignmentPage = pageOf(AssignmentRow);
export type AssignmentPage = z.infer<typeof AssignmentPage>;

export const Evidence = z.object({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  title: z.string(),
  /** kind record: which record of the platform, e.g. `meeting:uuid`. */
  recordRef: z.string().nullable(),
  address: z.string().nullable(),
  addressState: z.enum(ADDRESS_STATES).nullable(),
  addressNote: z.string().nullable(),
  checkedAt: instant.nullable(),
  file: z.object({ name: z.string(), size: z.number().int(), mediaType: z.string(), url: z.string() }).nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

export const Report = z.object({
  id,
  /** progress 进展: goes on; completion 完成: asks the office to accept. */
  kind: z.enum(['progress', 'completion']),
  milestone: z.number().int(),
  text: z.string(),
  percent: z.number().int(),
  by: z.string(),
  at: instant,
  decision: z.enum(['accepted', 'returned']).nullable(),
  decisionReason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  evidence: z.array(Evidence),
});
export type Report = z.infer<typeof Report>;

export const AssignmentDetail = AssignmentRow.extend({
  due: DueExplanation,
  reports: z.array(Report),
  history: z.array(HistoryEntry),
  allowed: Allowed,
});
export type AssignmentDetail = z.infer<typeof AssignmentDetail>;

export const EvidenceInput = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('record'),
    title: z.string().trim().min(1).max(300),
    recordRef: z.string().trim().min(1).max(200),
  }),
  z.object({ kind: z.literal('file'), title: z.string().trim().max(300).default(''), uploadId: id }),
  z.object({
    kind: z.literal('address'),
    title: z.string().trim().max(300).default(''),
    address: z
      .string()
      .trim()
      .max(2000)
      .regex(/^https?:\/\/\S+$/i, '网址须以 http:// 或 https:// 开头'),
  }),
]);
export type EvidenceInput = z.infer<typeof EvidenceInput>;

export const ReportInput = z.object({
  /** Made once per opened form: the same form sent twice is one report. */
  formId: id,
  version,
  kind: z.enum(['progress', 'completion']),
  text: z.string().trim().min(1, '请填写进展情况').max(4000),
  percent: z.number().int().min(0).max(100),
  evidence: z.array(EvidenceInput).max(20),
});
export type ReportInput = z.infer<typeof ReportInput>;

export const AcceptInput = z.object({ version, comment: z.string().trim().max(1000).nullish() });
export const ReturnInput = z.object({
  version,
  reason: z.string().trim().min(2, '请说明退回的理由').max(1000),
  redoBy: day.nullish(),
});
export type ReturnInput = z.infer<typeof ReturnInput>;
export const ReopenInput = z.object({ version, reason: z.string().trim().min(2, '请说明重新办理的理由').max(1000) });
export const WithdrawInput = z.object({ version });
/** PLAN-3: to a section, a person and an earlier date. */
export const SplitInput = z.object({
  version,
  sectionId: id.nullish(),
  personId: id.nullish(),
  ownDueOn: day.nullish(),
});
export type SplitInput = z.infer<typeof SplitInput>;

/** Answer of `POST /api/evidence-files`: the id goes into a report. */
export const Upload = z.object({ id, name: z.string(), size: z.number().int(), mediaType: z.string() });
export type Upload = z.infer<typeof Upload>;

/** Differences found in an XLSX of progress; nothing is stored until the rows are applied. */
export const ProgressImport = z.object({
  planId: id,
  fileName: z.string(),
  rows: z.array(
    z.object({
      assignmentId: id,
      version,
      taskNumber: z.number().int(),
      unitName: z.string(),
      cell: z.string(),
      changes: z.array(
        z.object({
          field: z.enum(['percent', 'text', 'completion']),
          label: z.string(),
          from: z.string(),
          to: z.string(),
        }),
      ),
      percent: z.number().int(),
      text: z.string(),
      completion: z.boolean(),
    }),
  ),
  unchanged: z.number().int(),
  errors: z.array(z.object({ cell: z.string(), message: z.string() })),
});
export type ProgressImport = z.infer<typeof ProgressImport>;
export const ProgressApply = z.object({
  formId: id,
  rows: z
    .array(
      z.object({
        assignmentId: id,
        version,
        percent: z.number().int().min(0).max(100),
        text: z.string().trim().min(1).max(4000),
        completion: z.boolean(),
      }),
    )
    .min(1)
    .max(2000),
});
export type ProgressApply = z.infer<typeof ProgressApply>;
