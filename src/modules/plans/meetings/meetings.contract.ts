import { z } from 'zod';
import { day, id, instant, pageOf, pageQuery, UnitRef, version } from '../route.contract.ts';
import { Allowed } from '../tasks/tasks.contract.ts';
import { ISSUE_STATES, KEY_FIELD_STATES, MEETING_KINDS } from './meeting-words.ts';

export * from './meeting-words.ts';

export const ActionItem = z.object({
  id,
  text: z.string(),
  taskId: id.nullable(),
  taskLabel: z.string().nullable(),
  unit: UnitRef.nullable(),
  dueOn: day.nullable(),
  done: z.boolean(),
  doneAt: instant.nullable(),
  doneNote: z.string().nullable(),
  overdue: z.boolean(),
  version,
});
export type ActionItem = z.infer<typeof ActionItem>;

export const Meeting = z.object({
  id,
  planId: id.nullable(),
  kind: z.enum(MEETING_KINDS),
  title: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  chairedBy: z.string().nullable(),
  agenda: z.string(),
  minutes: z.string(),
  units: z.array(UnitRef),
  actionItems: z.array(ActionItem),
  allowed: Allowed,
  version,
});
export type Meeting = z.infer<typeof Meeting>;
export const MeetingQuery = z.object({
  planId: id.optional(),
  kind: z.enum(MEETING_KINDS).optional(),
  ...pageQuery,
  sort: z.enum(['heldOn', '-heldOn']).default('-heldOn'),
});
export const MeetingPage = pageOf(Meeting);

export const ActionItemInput = z.object({
  id: id.nullish(),
  text: z.string().trim().min(1).max(1000),
  taskId: id.nullish(),
  unitId: id.nullish(),
  dueOn: day.nullish(),
});
export const MeetingInput = z.object({
  planId: id.nullable(),
  kind: z.enum(MEETING_KINDS),
  title: z.string().trim().min(1, '请填写会议名称').max(300),
  heldOn: day,
  place: z.string().trim().max(200).nullable(),
  chairedBy: z.string().trim().max(100).nullable(),
  agenda: z.string().trim().max(10_000),
  minutes: z.string().trim().max(50_000),
  unitIds: z.array(id).max(200),
  actionItems: z.array(ActionItemInput).max(100),
});
export type MeetingInput = z.infer<typeof MeetingInput>;
export const MeetingEdit = MeetingInput.extend({ version });
export type MeetingEdit = z.infer<typeof MeetingEdit>;
export const ActionItemDone = z.object({ version, done: z.boolean(), note: z.string().trim().max(1000).nullish() });

export const Issue = z.object({
  id,
  planId: id.nullable(),
  taskId: id.nullable(),
  taskLabel: z.string().nullable(),
  raisedBy: UnitRef.nullable(),
  raisedOn: day,
  title: z.string(),
  question: z.string(),
  state: z.enum(ISSUE_STATES),
  decision: z.string().nullable(),
  decidedOn: day.nullable(),
  outcome: z.string().nullable(),
  settledOn: day.nullable(),
  /** By when the decision is to be carried out. */
  dueOn: day.nullable(),
  allowed: Allowed,
  version,
});
export type Issue = z.infer<typeof Issue>;
export const IssueQuery = z.object({
  planId: id.optional(),
  state: z.enum(ISSUE_STATES).optional(),
  ...pageQuery,
  sort: z.enum(['raisedOn', '-raisedOn']).default('-raisedOn'),
});
export const IssuePage = pageOf(Issue);
export const IssueInput = z.object({
  planId: id.nullable(),
  taskId: id.nullable(),
  unitId: id.nullable(),
  raisedOn: day,
  title: z.string().trim().min(1, '请填写议题').max(300),
  question: z.string().trim().min(1, '请说明问题').max(10_000),
});
export type IssueInput = z.infer<typeof IssueInput>;
export const IssueEdit = IssueInput.extend({ version });
export const IssueDecide = z.object({
  version,
  decision: z.string().trim().min(1).max(10_000),
  decidedOn: day,
  dueOn: day.nullish(),
  outcome: z.string().trim().max(10_000).nullish(),
  settledOn: day.nullish(),
});
export type IssueDecide = z.infer<typeof IssueDecide>;

export const KeyField = z.object({
  id,
  year: z.number().int(),
  unit: UnitRef,
  name: z.string(),
  content: z.string(),
  requirement: z.string(),
  origin: z.enum(['declared', 'assigned']),
  state: z.enum(KEY_FIELD_STATES),
  reason: z.string().nullable(),
  taskId: id.nullable(),
  allowed: Allowed,
  version,
});
export type KeyField = z.infer<typeof KeyField>;
export const KeyFieldQuery = z.object({
  year: z.coerce.number().int().optional(),
  unitId: id.optional(),
  state: z.enum(KEY_FIELD_STATES).optional(),
  ...pageQuery,
  sort: z.enum(['unit', '-year']).default('-year'),
});
export const KeyFieldPage = pageOf(KeyField).extend({
  /** Units with no key field in any plan of the year and none declared. */
  missing: z.array(UnitRef),
});
export const KeyFieldInput = z.object({
  year: z.number().int().min(2000).max(2100),
  unitId: id,
  name: z.string().trim().min(1, '请填写领域名称').max(200),
  content: z.string().trim().min(1, '请填写公开内容').max(5000),
  requirement: z.string().trim().max(5000),
  taskId: id.nullable(),
});
export type KeyFieldInput = z.infer<typeof KeyFieldInput>;
export const KeyFieldEdit = KeyFieldInput.extend({ version });
export const KeyFieldDecide = z.object({
  version,
  confirm: z.boolean(),
  reason: z.string().trim().max(1000).nullish(),
});
