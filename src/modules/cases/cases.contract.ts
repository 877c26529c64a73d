import { z } from 'zod';
import { day, flag, id, instant, PersonRef, pageOf, pageQuery, UnitRef, version } from '../../kernel/route.contract.ts';
import {
  APPLICANT_FIELDS,
  APPLICANT_KINDS,
  CASE_CHANNELS,
  CASE_EVENTS,
  CASE_STATES,
  HOLDING_WAYS,
  REJECTION_REASONS,
  REPLY_STATES,
  URGENCIES,
  WARNING_STAGES,
} from './case-words.ts';

/** A case as a row of a list; nothing of the applicant but the masked name. */
export const CaseListItem = z.object({
  id,
  version,
  /** Cannot be guessed, for example LY7KQ3M9XW2PA. */
  number: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  channel: z.enum(CASE_CHANNELS),
  state: z.enum(CASE_STATES),
  /** As its kind says it. */
  stateLabel: z.string(),
  title: z.string(),
  /** The unit that must answer now. */
  unit: UnitRef,
  /** Who does it there; null: nobody yet. */
  person: PersonRef.nullable(),
  isSimple: z.boolean(),
  receivedAt: instant,
  /** Day that counts as receipt. */
  receivedOn: day,
  /** Null while the clock stands still. */
  dueOn: day.nullable(),
  /** Earliest due day of this case and those merged into it, which its reply answers too. */
  urgentOn: day.nullable(),
  urgency: z.enum(URGENCIES),
  /** Working days from today to `urgentOn`, negative when late; null when answered or standing still. */
  workdaysLeft: z.number().int().nullable(),
  /** A year whose holiday notice is missing lies in the term: the day may still change. */
  isProvisional: z.boolean(),
  answeredOn: day.nullable(),
  /** Null until answered, and again once reopened. */
  isOnTime: z.boolean().nullable(),
  /** 张**; null: anonymous. */
  applicant: z.string().nullable(),
  /** Number of the public document on whose page it was asked. */
  publicationNumber: z.number().int().nullable(),
  /** Another system's own number; see `clock given`. */
  external: z.object({ system: z.string(), number: z.string() }).nullable(),
  /** How many repeated cases were merged into it. */
  mergedCount: z.number().int(),
  /** 1 to 5; null: not rated. */
  satisfaction: z.number().int().nullable(),
});
export type CaseListItem = z.infer<typeof CaseListItem>;

/** Why it is this day. */
export const CaseDue = z.object({
  on: day.nullable(),
  state: z.enum(['running', 'paused', 'stopped', 'answered']),
  /** The whole way in Chinese sentences, each with its basis. */
  sentences: z.array(z.string()),
  /** Each day from the start of the count to the due day; `number` null: passed over. */
  days: z.array(z.object({ date: day, number: z.number().int().nullable(), reason: z.string() })),
  /** Years whose notice is missing; empty: final. */
  awaitingYears: z.array(z.number().int()),
});
export type CaseDue = z.infer<typeof CaseDue>;

export const CaseAttachment = z.object({
  id,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  from: z.enum(['sender', 'staff']),
  /** Chinese sentences; a file with problems is not handed out. */
  problems: z.array(z.string()),
  /** Chinese sentences that whoever opens it reads first. */
  warnings: z.array(z.string()),
  /** Null: not looked at yet, and not handed out until then. */
  inspectedAt: instant.nullable(),
});
export type CaseAttachment = z.infer<typeof CaseAttachment>;

export const CaseHolding = z.object({
  unit: UnitRef,
  person: PersonRef.nullable(),
  way: z.enum(HOLDING_WAYS),
  reason: z.string().nullable(),
  from: instant,
  /** Null: holds it now. */
  to: instant.nullable(),
  workdays: z.number().int(),
  /** Of working days, 9:00 to 17:00. */
  workHours: z.number(),
});
export type CaseHolding = z.infer<typeof CaseHolding>;

export const CaseHistoryEntry = z.object({
  at: instant,
  by: z.string(),
  event: z.enum([...CASE_EVENTS, 'receive', 'import', 'openApplicant', 'recompute', 'edit', 'recuse', 'liftRecusal']),
  /** Chinese sentence. */
  text: z.string(),
});
export type CaseHistoryEntry = z.infer<typeof CaseHistoryEntry>;

export const CaseNote = z.object({ id, text: z.string(), by: PersonRef.nullable(), at: instant });
export type CaseNote = z.infer<typeof CaseNote>;

/** Somebody's personal data in the words of a reply, to be masked or let stand with a reason before it is sent. */
export const ReplyFinding = z.object({
  type: z.string(),
  typeLabel: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  masked: z.string(),
  certainty: z.enum(['sure', 'likely']),
  why: z.string(),
});
export type ReplyFinding = z.infer<typeof ReplyFinding>;

export const ReplyStep = z.object({
  code: z.string(),
  name: z.string(),
  unit: z.enum(['holder', 'office']),
  roles: z.array(z.string()),
  /** `waiting`: the step before it is not done. */
  state: z.enum(['waiting', 'open', 'approved', 'returned']),
  by: PersonRef.nullable(),
  at: instant.nullable(),
  comment: z.string().nullable(),
  /** Whether the person who asks may do it now; if not, why in Chinese. */
  mine: z.boolean(),
  whyNot: z.string().nullable(),
});
export type ReplyStep = z.infer<typeof ReplyStep>;

export const CaseReply = z.object({
  id,
  state: z.enum(REPLY_STATES),
  /** Counts the replies that were sent: 2 and more are corrections or additions. */
  ordinal: z.number().int().nullable(),
  text: z.string(),
  /** Counts saves; give it back when saving, submitting or reviewing. */
  edit: z.number().int(),
  drafter: PersonRef.nullable(),
  unit: UnitRef,
  updatedAt: instant,
  sentAt: instant.nullable(),
  /** Of the words as they stand; all to be answered before submitting. */
  findings: z.array(ReplyFinding),
  /** Why they may stand; null: not said. */
  findingsReason: z.string().nullable(),
  steps: z.array(ReplyStep),
});
export type CaseReply = z.infer<typeof CaseReply>;

/** What the sender was asked to add, and what he added. */
export const SenderQuestion = z.object({
  id,
  question: z.string(),
  askedAt: instant,
  askedBy: z.string(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
});
export type SenderQuestion = z.infer<typeof SenderQuestion>;

export const DueChange = z.object({ at: instant, from: day.nullable(), to: day.nullable(), why: z.string() });
export type DueChange = z.infer<typeof DueChange>;

export const CaseWarning = z.object({ stage: z.enum(WARNING_STAGES), dueOn: day, at: instant });
export type CaseWarning = z.infer<typeof CaseWarning>;

/** Acts that work now for the person who asks: event → true, or the Chinese reason why not; what is absent has no sense now. */
export const CaseAllowed = z.record(z.string(), z.union([z.literal(true), z.string()]));

/** A case as the officer's page shows it. */
export const CaseView = CaseListItem.extend({
  text: z.string(),
  /** Of whom it complains; its people do not see the case. */
  against: UnitRef.nullable(),
  /** Further fields of the kind, with their labels. */
  fields: z.array(z.object({ code: z.string(), label: z.string(), value: z.string() })),
  attachments: z.array(CaseAttachment),
  /** What is sealed, never its content: see `applicant`. Null: anonymous. */
  sealed: z.object({ kind: z.enum(APPLICANT_KINDS), has: z.array(z.enum(APPLICANT_FIELDS)) }).nullable(),
  /** The sender agrees that the matter is published with masked names. */
  mayPublish: z.boolean(),
  isSelectable: z.boolean(),
  hasSimple: z.boolean(),
  due: CaseDue,
  dueHistory: z.array(DueChange),
  warnings: z.array(CaseWarning),
  holdings: z.array(CaseHolding),
  notes: z.array(CaseNote),
  questions: z.array(SenderQuestion),
  /** What the sender said unasked: 追问 after a reply, 补充 while it is worked on. */
  senderWords: z.array(z.object({ id, way: z.enum(['askOn', 'supplement']), text: z.string(), at: instant })),
  /** Sent ones in their order, then the one that is worked on. */
  replies: z.array(CaseReply),
  mergedInto: z.object({ id, number: z.string(), title: z.string(), state: z.enum(CASE_STATES) }).nullable(),
  merged: z.array(z.object({ id, number: z.string(), title: z.string(), receivedAt: instant, dueOn: day.nullable() })),
  rejection: z.object({ reason: z.enum(REJECTION_REASONS), text: z.string() }).nullable(),
  rating: z.object({ stars: z.number().int(), comment: z.string().nullable(), at: instant }).nullable(),
  followUps: z.array(z.object({ at: instant, by: z.string(), isSolved: z.boolean(), text: z.string() })),
  /** Who stands aside (回避), for those alone who decide it. */
  recusals: z.array(z.object({ id, person: PersonRef, reason: z.string(), by: z.string(), at: instant })),
  mayRecuse: z.boolean(),
  history: z.array(CaseHistoryEntry),
  allowed: CaseAllowed,
});
export type CaseView = z.infer<typeof CaseView>;

export const CASE_SORTS = ['urgentOn', '-urgentOn', 'receivedAt', '-receivedAt', '-answeredAt'] as const;
export const CaseQuery = z.object({
  ...pageQuery,
  sort: z.enum(CASE_SORTS).default('urgentOn'),
  kind: z.string().max(40).optional(),
  state: z.enum(CASE_STATES).optional(),
  /** `true`: somebody still owes an answer; `false`: nobody does. */
  open: flag.optional(),
  /** Without what waits to be checked. */
  admitted: flag.optional(),
  unitId: id.optional(),
  personId: id.optional(),
  /** Assigned to the person who asks. */
  mine: flag.optional(),
  /** Nobody in the unit does it yet. */
  unassigned: flag.optional(),
  urgency: z.enum(['late', 'today', 'soon', 'later']).optional(),
  channel: z.enum(CASE_CHANNELS).optional(),
  /** Waits for a review that the person who asks may do. */
  waitingForMe: flag.optional(),
  isOnTime: flag.optional(),
  isSimple: flag.optional(),
  /** `satisfied`: 4 or 5 of those rated. */
  satisfaction: z.enum(['satisfied', 'unsatisfied', 'none']).optional(),
  publicationNumber: z.coerce.number().int().min(1).optional(),
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  answeredFrom: day.optional(),
  answeredTo: day.optional(),
  /** A number (ours or the other system's), or words of the title. */
  text: z.string().trim().max(100).optional(),
});
export type CaseQuery = z.infer<typeof CaseQuery>;
/** `total` is counted up to 10,000; beyond that `isCapped`. */
export const CasePage = pageOf(CaseListItem).extend({ isCapped: z.boolean() });
export type CasePage = z.infer<typeof CasePage>;

// Figures: each with the query that lists the cases behind it.

export const CaseLoad = z.object({
  unit: UnitRef,
  person: PersonRef.nullable(),
  open: z.number().int(),
  dueThisWeek: z.number().int(),
  late: z.number().int(),
});
export type CaseLoad = z.infer<typeof CaseLoad>;
export const LoadQuery = z.object({ unitId: id.optional() });
export type LoadQuery = z.infer<typeof LoadQuery>;

export const CaseFigure = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  unit: UnitRef,
  received: z.number().int(),
  open: z.number().int(),
  lateOpen: z.number().int(),
  answered: z.number().int(),
  onTime: z.number().int(),
  /** Of answered ones, working hours from receipt to the first reply; null: none. */
  averageWorkHours: z.number().nullable(),
  rated: z.number().int(),
  satisfied: z.number().int(),
});
export type CaseFigure = z.infer<typeof CaseFigure>;
/** Cases received in these days. */
export const FiguresQuery = z.object({
  from: day,
  to: day,
  kind: z.string().max(40).optional(),
  unitId: id.optional(),
});
export type FiguresQuery = z.infer<typeof FiguresQuery>;

/** Kinds as the workbench and the portal need them. */
export const CaseKindView = z.object({
  code: z.string(),
  label: z.string(),
  channels: z.array(z.enum(CASE_CHANNELS)),
  hasSimple: z.boolean(),
  isSelectable: z.boolean(),
  title: z.enum(['required', 'optional', 'none']),
  /** It complains of a unit, and the supervising office holds it. */
  isAgainstUnit: z.boolean(),
  mayBeAnonymous: z.boolean(),
  applicant: z.array(z.object({ field: z.enum(APPLICANT_FIELDS), required: z.boolean() })),
  fields: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      required: z.boolean(),
      maxLength: z.number().int(),
      help: z.string().nullable(),
      choices: z.array(z.object({ value: z.string(), label: z.string() })),
    }),
  ),
  maxFiles: z.number().int(),
  /** 5个工作日, 1个工作日 … of today. */
  term: z.string(),
  simpleTerm: z.string().nullable(),
});
export type CaseKindView = z.infer<typeof CaseKindView>;
