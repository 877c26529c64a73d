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
  SATISFACTION_WORDS,
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
  /** Null until answered. */
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
  event: z.enum([...CASE_EVENTS, 'receive', 'import', 'openApplicant', 'recompute', 'edit']),
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
  /** Sent ones in their order, then the one that is worked on. */
  replies: z.array(CaseReply),
  mergedInto: z.object({ id, number: z.string(), title: z.string(), state: z.enum(CASE_STATES) }).nullable(),
  merged: z.array(z.object({ id, number: z.string(), title: z.string(), receivedAt: instant, dueOn: day.nullable() })),
  rejection: z.object({ reason: z.enum(REJECTION_REASONS), text: z.string() }).nullable(),
  rating: z.object({ stars: z.number().int(), comment: z.string().nullable(), at: instant }).nullable(),
  followUps: z.array(z.object({ at: instant, by: z.string(), isSolved: z.boolean(), text: z.string() })),
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

// What people do with a case. `version` is the one they saw; when another was first the answer is `stale` (409) with `current`.

const reason = z.string().trim().min(4, '请说明理由').max(500);
const words = (most: number, message: string) => z.string().trim().min(1, message).max(most);

export const VersionInput = z.object({ version });
export type VersionInput = z.infer<typeof VersionInput>;
export const AssignInput = z.object({
  version,
  /** Another unit than the one that has it: the supervising office alone. */
  unitId: id,
  personId: id.nullable(),
});
export type AssignInput = z.infer<typeof AssignInput>;
export const TransferInput = z.object({ version, unitId: id, reason });
export type TransferInput = z.infer<typeof TransferInput>;
export const CaseReasonInput = z.object({ version, reason });
export type CaseReasonInput = z.infer<typeof CaseReasonInput>;
export const ClassifyInput = z.object({ version, isSimple: z.boolean() });
export type ClassifyInput = z.infer<typeof ClassifyInput>;
export const NoteInput = z.object({ text: words(2000, '请填写备注') });
export type NoteInput = z.infer<typeof NoteInput>;
export const AskSenderInput = z.object({ version, question: words(1000, '请写明需要补充什么') });
export type AskSenderInput = z.infer<typeof AskSenderInput>;
export const MergeInput = z.object({ version, intoId: id });
export type MergeInput = z.infer<typeof MergeInput>;
export const RejectInput = z.object({
  version,
  reason: z.enum(REJECTION_REASONS),
  /** The sender reads it: why, and where to go. */
  text: z.string().trim().min(10, '请向来信人说明理由和可以办理的途径').max(1000),
});
export type RejectInput = z.infer<typeof RejectInput>;
export const FollowUpInput = z.object({ isSolved: z.boolean(), text: words(1000, '请填写回访情况') });
export type FollowUpInput = z.infer<typeof FollowUpInput>;

export const DraftReplyInput = z.object({
  /** Of the draft; 0 for the first save. */
  edit: z.number().int().min(0),
  text: z.string().trim().max(20_000),
  /** Why personal data found in it may stand. */
  findingsReason: z.string().trim().max(500).nullish(),
});
export type DraftReplyInput = z.infer<typeof DraftReplyInput>;
export const SubmitReplyInput = z.object({ version, edit: z.number().int().min(1) });
export type SubmitReplyInput = z.infer<typeof SubmitReplyInput>;
export const ReviewReplyInput = z.object({
  version,
  step: z.string().max(40),
  /** What the reviewer saw. */
  edit: z.number().int().min(1),
  decision: z.enum(['approved', 'returned']),
  comment: z.string().trim().max(1000).nullish(),
});
export type ReviewReplyInput = z.infer<typeof ReviewReplyInput>;

export const OpenApplicantInput = z.object({ reason: z.string().trim().min(2, '请说明查看的理由').max(200) });
export type OpenApplicantInput = z.infer<typeof OpenApplicantInput>;
/** The only answer that ever holds an applicant's data. */
export const Applicant = z.object({
  kind: z.enum(APPLICANT_KINDS),
  name: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  address: z.string().nullable(),
  identityNumber: z.string().nullable(),
});
export type Applicant = z.infer<typeof Applicant>;

// What senders do.

const filled = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

/** Empty fields count as not given. */
export const ApplicantInput = z.object({
  kind: z.enum(APPLICANT_KINDS).default('person'),
  name: filled(60),
  phone: filled(30),
  email: filled(120),
  address: filled(200),
  identityNumber: filled(30),
});
export type ApplicantInput = z.infer<typeof ApplicantInput>;

export const ReceiveInput = z.object({
  kind: z.string().max(40),
  title: filled(100),
  text: z.string().trim().max(10_000),
  /** To whom; absent: the supervising office routes it. */
  unitId: id.nullish(),
  publicationNumber: z.number().int().min(1).nullish(),
  fields: z.record(z.string().max(40), z.string().max(4000)).default({}),
  applicant: ApplicantInput.nullish(),
  mayPublish: z.boolean().default(false),
});
export type ReceiveInput = z.input<typeof ReceiveInput>;

/** Shown once, right after handing in; the secret is stored nowhere. */
export const CaseReceipt = z.object({
  id,
  number: z.string(),
  /** 查询码. */
  secret: z.string(),
  state: z.enum(CASE_STATES),
  unit: UnitRef,
  receivedOn: day,
  dueOn: day.nullable(),
  /** The same words came within the hour: both get one answer, each by his own number. */
  isRepeated: z.boolean(),
  /** The number and secret go by mail as well. */
  isMailed: z.boolean(),
});
export type CaseReceipt = z.infer<typeof CaseReceipt>;

export const LookUpInput = z.object({ number: z.string().max(40), secret: z.string().max(40) });
export type LookUpInput = z.infer<typeof LookUpInput>;
export const AnswerInput = LookUpInput.extend({ text: words(5000, '请填写补充内容') });
export type AnswerInput = z.infer<typeof AnswerInput>;
export const RateInput = LookUpInput.extend({
  stars: z.coerce.number({ error: '请选择一项评价。' }).int().min(1).max(SATISFACTION_WORDS.length),
  comment: filled(500),
});
export type RateInput = z.input<typeof RateInput>;

/** What the sender sees by number and secret: the way it went, without names of staff. */
export const SenderView = z.object({
  number: z.string(),
  kind: z.string(),
  kindLabel: z.string(),
  title: z.string(),
  text: z.string(),
  state: z.enum(CASE_STATES),
  stateLabel: z.string(),
  unit: UnitRef,
  receivedAt: instant,
  dueOn: day.nullable(),
  publicationNumber: z.number().int().nullable(),
  /** In their order: 收到, 受理, 转办, 请您补充, 答复 …, each with its day. */
  progress: z.array(z.object({ at: instant, label: z.string(), text: z.string() })),
  /** What is asked now; null: nothing. */
  question: SenderQuestion.pick({ question: true, askedAt: true }).nullable(),
  replies: z.array(z.object({ ordinal: z.number().int(), text: z.string(), unit: UnitRef, sentAt: instant })),
  rejection: z.object({ label: z.string(), text: z.string() }).nullable(),
  isRepeated: z.boolean(),
  /** The form is shown once. */
  mayRate: z.boolean(),
  stars: z.number().int().nullable(),
});
export type SenderView = z.infer<typeof SenderView>;

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
