import { z } from 'zod';
import { day, flag, id, instant, PersonRef, pageOf, pageQuery, UnitRef, version } from '../../kernel/route.contract.ts';
import { Content, sha256 } from './content/content.contract.ts';
import {
  ATTRIBUTES,
  CHANGE_KINDS,
  DETERMINATION_OCCASIONS,
  ENDING_EFFECTS,
  FINDING_STATES,
  LACKS,
  LIFE_STATES,
  MANNERS,
  OPEN_STATES,
  PUBLIC_EVENTS,
  REVIEW_DECISIONS,
  REVIEW_GROUPS,
  VERSION_STATES,
} from './publication-words.ts';

/** Why it cannot be published (`blocks`) or what somebody should look at (`warns`), each with its place. */
export const BlockingReason = z.object({
  /** Stable, kebab-case, for programs. */
  code: z.string(),
  /** `title`, `field:documentNumber`, `block:<id>`, `attachment:<sha256>`, `relation:<type>`, `review:<step>`, `finding:<id>`, `remark:<id>`, `determination`, `term`, `state`, `together:<publicationId>`. */
  place: z.string(),
  severity: z.enum(['blocks', 'warns']),
  /** Chinese sentence that says what to do. */
  message: z.string(),
});
export type BlockingReason = z.infer<typeof BlockingReason>;

export const Determination = z.object({
  id,
  attribute: z.enum(ATTRIBUTES),
  manner: z.enum(MANNERS),
  occasion: z.enum(DETERMINATION_OCCASIONS),
  reason: z.string(),
  /** For example `cat20.1`, `art14.1`; see determinations/legal-basis.ts. */
  legalBasis: z.string(),
  legalBasisText: z.string(),
  /** To whom it is disclosed at fixed points; null when open to all. */
  audience: z.string().nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: instant,
  /** When a document kept back is looked at again (REV-4). */
  nextReviewOn: day.nullable(),
});
export type Determination = z.infer<typeof Determination>;

export const DetermineInput = z.object({
  attribute: z.enum(ATTRIBUTES),
  manner: z.enum(MANNERS).default('open'),
  legalBasis: z.string().trim().min(1, '请选择认定依据').max(40),
  reason: z.string().trim().min(2, '请说明认定理由').max(1000),
  audience: z.string().trim().max(500).nullish(),
  /** Absent: by the period of the rule. */
  nextReviewOn: day.nullish(),
});
export type DetermineInput = z.infer<typeof DetermineInput>;

export const ExplainLateInput = z.object({
  reason: z.string().trim().min(4, '请说明超过公开时限的理由').max(500),
});
export type ExplainLateInput = z.infer<typeof ExplainLateInput>;

export const StepProgress = z.object({
  code: z.string(),
  name: z.string(),
  group: z.enum(REVIEW_GROUPS),
  unit: z.enum(['owner', 'office']),
  roles: z.array(z.string()),
  /** `waiting`: a step before it is not done; `open`: can be done now. */
  state: z.enum(['waiting', 'open', 'approved', 'returned']),
  reviewer: PersonRef.nullable(),
  at: instant.nullable(),
  comment: z.string().nullable(),
  /** Who can do it, for steps that are not approved; empty with why there is nobody. */
  people: z.array(PersonRef),
  lack: z.enum(LACKS).nullable(),
  /** Whether the person who asks may do it now; if not, why in Chinese. */
  mine: z.boolean(),
  whyNot: z.string().nullable(),
});
export type StepProgress = z.infer<typeof StepProgress>;

export const Review = z.object({
  id,
  step: z.string(),
  stepName: z.string(),
  decision: z.enum(REVIEW_DECISIONS),
  contentHash: z.string(),
  comment: z.string().nullable(),
  reviewer: PersonRef,
  at: instant,
  /** Set when an edit or a new determination made it count no more. */
  voidAt: instant.nullable(),
  voidReason: z.string().nullable(),
});
export type Review = z.infer<typeof Review>;

export const Remark = z.object({
  id,
  /** Like the place of a blocking reason: `title`, `field:…`, `block:…`, `attachment:…`; `whole` for the whole. */
  place: z.string(),
  text: z.string(),
  by: PersonRef,
  at: instant,
  resolvedAt: instant.nullable(),
  resolvedBy: PersonRef.nullable(),
  resolution: z.string().nullable(),
});
export type Remark = z.infer<typeof Remark>;

const place = z
  .string()
  .regex(/^(whole|title|(field|block|attachment):[\w-]{1,80})$/, '意见须标在标题、要素、段落或附件上');

export const RemarkInput = z.object({ place, text: z.string().trim().min(1, '请填写意见').max(2000) });
export type RemarkInput = z.infer<typeof RemarkInput>;
export const ResolveInput = z.object({ resolution: z.string().trim().min(1, '请说明如何处理').max(1000) });

export const ReviewInput = z.object({
  step: z.string().max(40),
  decision: z.enum(REVIEW_DECISIONS),
  /** What the reviewer saw; when it changed meanwhile the review is refused. */
  contentHash: sha256,
  comment: z.string().trim().max(2000).nullish(),
  remarks: z.array(RemarkInput).max(100).default([]),
});
export type ReviewInput = z.infer<typeof ReviewInput>;

export const Finding = z.object({
  id,
  /** `title`, `field:…`, `block:…` (text or table) or `attachment:<sha256>`. */
  place: z.string(),
  /** `identityNumber`, `phone`, `bankCard`, `email`, `address`, `name`, `licencePlate`, `hiddenData` … */
  type: z.string(),
  /** UTF-16 offsets in the place's text; in an attachment, in its extracted text. */
  start: z.number().int(),
  end: z.number().int(),
  /** The words found; only for those who may decide on findings, others see the mask. */
  text: z.string(),
  masked: z.string(),
  certainty: z.enum(['sure', 'likely']),
  why: z.string(),
  state: z.enum(FINDING_STATES),
  reason: z.string().nullable(),
  decidedBy: PersonRef.nullable(),
  decidedAt: instant.nullable(),
});
export type Finding = z.infer<typeof Finding>;

export const OverrideInput = z.object({ reason: z.string().trim().min(4, '请说明可以公开的理由').max(1000) });
export const MaskInput = z.object({ edit: version, findingIds: z.array(id).min(1).max(1000) });
export type MaskInput = z.infer<typeof MaskInput>;

export const Attachment = z.object({
  sha256,
  name: z.string(),
  mediaType: z.string(),
  size: z.number().int(),
  /** Hidden data (metadata, tracked changes, hidden sheets …) and problems that the inspection found, in Chinese. */
  hiddenData: z.array(z.object({ kind: z.string(), where: z.string(), message: z.string(), removable: z.boolean() })),
  problems: z.array(z.string()),
  inspectedAt: instant.nullable(),
});
export type Attachment = z.infer<typeof Attachment>;

export const VersionSummary = z.object({
  id,
  /** Counts the forms that were public; null before. */
  ordinal: z.number().int().nullable(),
  state: z.enum(VERSION_STATES),
  contentHash: z.string(),
  edit: z.number().int(),
  changeKind: z.enum(CHANGE_KINDS),
  changeNote: z.string().nullable(),
  releaseNote: z.string().nullable(),
  scheduledFor: instant.nullable(),
  drafter: PersonRef.nullable(),
  createdAt: instant,
  updatedAt: instant,
  publishedAt: instant.nullable(),
});
export type VersionSummary = z.infer<typeof VersionSummary>;

export const Version = VersionSummary.extend({ content: Content });
export type Version = z.infer<typeof Version>;

export const PublicationSummary = z.object({
  id,
  kind: z.string(),
  kindName: z.string(),
  unit: UnitRef,
  /** Permanent address `/documents/<number>`; null until first public. */
  number: z.number().int().nullable(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  life: z.enum(LIFE_STATES),
  /** State of the open version; null when nobody works on it. */
  open: z.enum(OPEN_STATES).nullable(),
  attribute: z.enum(ATTRIBUTES).nullable(),
  manner: z.enum(MANNERS).nullable(),
  nextReviewOn: day.nullable(),
  /** By when the law wants it public, while it is not (Regulations art. 26); null when no term runs. */
  term: z.object({ dueOn: day, workdaysLeft: z.number().int(), isOver: z.boolean() }).nullable(),
  /** When somebody said why its term was not kept. */
  lateReasonAt: instant.nullable(),
  openFindings: z.number().int(),
  scheduledFor: instant.nullable(),
  publishedAt: instant.nullable(),
  updatedAt: instant,
  drafter: PersonRef.nullable(),
});
export type PublicationSummary = z.infer<typeof PublicationSummary>;

/** Buttons that work now for the person who asks: action → true, or the Chinese reason why not. */
export const Allowed = z.record(z.string(), z.union([z.literal(true), z.string()]));

export const PublicationDetail = PublicationSummary.extend({
  version: z.number().int(),
  endReason: z.string().nullable(),
  endedAt: instant.nullable(),
  mergedInto: z.object({ id, number: z.number().int(), title: z.string() }).nullable(),
  archivedOn: day.nullable(),
  /** Why the term of publishing was not kept; the newest first. */
  lateReasons: z.array(z.object({ dueOn: day, reason: z.string(), by: z.string(), at: instant })),
  /** The version on which people work. */
  draft: Version.nullable(),
  /** The form that is, or was last, public. */
  current: Version.nullable(),
  determination: Determination.nullable(),
  /** Where it was shown to the people it concerns (REV-9). */
  targeted: z.array(
    z.object({
      place: z.string(),
      audience: z.string(),
      fromOn: day,
      toOn: day.nullable(),
      note: z.string().nullable(),
      by: z.string(),
      at: instant,
    }),
  ),
  steps: z.array(StepProgress),
  reviews: z.array(Review),
  remarks: z.array(Remark),
  findings: z.array(Finding),
  attachments: z.array(Attachment),
  reasons: z.array(BlockingReason),
  /** Publications that become public together with this one. */
  together: z.array(z.object({ id, title: z.string(), kind: z.string(), open: z.enum(OPEN_STATES).nullable() })),
  /** Titles of the publications that relations point to. */
  related: z.array(z.object({ id, number: z.number().int().nullable(), title: z.string(), kind: z.string() })),
  /** What the person who asks typed and did not save; null when there is none. */
  autosave: z.object({ edit: z.number().int(), content: Content, at: instant }).nullable(),
  editors: z.array(PersonRef),
  allowed: Allowed,
});
export type PublicationDetail = z.infer<typeof PublicationDetail>;

/** Another public thing that an end of this one touches. */
export const AffectedEntry = z.object({
  number: z.number().int(),
  title: z.string(),
  kind: z.string(),
  label: z.string(),
  effect: z.enum(ENDING_EFFECTS),
});
export type AffectedEntry = z.infer<typeof AffectedEntry>;

export const CreateInput = z.object({ kind: z.string().max(40), unitId: id, content: Content });
export type CreateInput = z.infer<typeof CreateInput>;

const edit = version;
export const EditInput = z.object({
  /** The `edit` the editor saw; when somebody else saved meanwhile the answer is `stale` (409) with both contents. */
  edit,
  content: Content,
  changeKind: z.enum(CHANGE_KINDS).optional(),
  changeNote: z.string().trim().max(500).nullish(),
  /** 预期管理说明 (REV-10). */
  releaseNote: z.string().trim().max(1000).nullish(),
});
export type EditInput = z.infer<typeof EditInput>;
export const AutosaveInput = z.object({ edit, content: Content });
export type AutosaveInput = z.infer<typeof AutosaveInput>;
export const VersionInput = z.object({ edit });
export const HashInput = z.object({ contentHash: sha256 });
export const ScheduleInput = z.object({
  contentHash: sha256,
  /** ISO 8601 with offset, for example 2026-03-31T09:00:00+08:00. */
  at: z.iso.datetime({ offset: true }),
  releaseNote: z.string().trim().max(1000).nullish(),
});
export type ScheduleInput = z.infer<typeof ScheduleInput>;
const reason = z.string().trim().min(4, '请说明理由，公众会看到').max(500);
export const EndInput = z.object({ version, reason });
export type EndInput = z.infer<typeof EndInput>;
export const MergeInput = EndInput.extend({ intoNumber: z.number().int().min(1) });
export type MergeInput = z.infer<typeof MergeInput>;
export const ReasonInput = z.object({ reason: z.string().trim().min(2, '请说明理由').max(1000) });
export const ArchiveInput = z.object({ version, archivedOn: day.nullable() });

export const PUBLICATION_SORTS = [
  'updatedAt',
  '-updatedAt',
  'title',
  '-publishedAt',
  'nextReviewOn',
  'scheduledFor',
  'formedOn',
] as const;
export const PublicationQuery = z.object({
  ...pageQuery,
  sort: z.enum(PUBLICATION_SORTS).default('-updatedAt'),
  kind: z.string().max(40).optional(),
  unitId: id.optional(),
  open: z.enum([...OPEN_STATES, 'none']).optional(),
  life: z.enum(LIFE_STATES).optional(),
  /** `none`: no determination yet (REV-3). */
  attribute: z.enum([...ATTRIBUTES, 'none']).optional(),
  manner: z.enum(MANNERS).optional(),
  /** Kept back and due to be looked at again (REV-4). */
  reviewDue: flag.optional(),
  /** `due`: the term of publishing ends within five working days or is over; `over`: is over; `late`: said why it was not kept. */
  term: z.enum(['due', 'over', 'late']).optional(),
  converted: flag.optional(),
  /** Waits for a review that the person who asks may do. */
  waitingForMe: flag.optional(),
  mine: flag.optional(),
  archived: flag.optional(),
  /** Formed on or after, formed on or before. */
  formedFrom: day.optional(),
  formedTo: day.optional(),
  /** Words of title or document number. */
  text: z.string().trim().max(100).optional(),
});
export type PublicationQuery = z.infer<typeof PublicationQuery>;
export const PublicationPage = pageOf(PublicationSummary);
export type PublicationPage = z.infer<typeof PublicationPage>;

export const HistoryEntry = z.object({
  at: instant,
  by: z.string(),
  kind: z.string(),
  text: z.string(),
  versionId: id.nullable(),
});
export type HistoryEntry = z.infer<typeof HistoryEntry>;

/** What a version changes against another, block by block. */
export const DifferencePart = z.object({
  place: z.string(),
  label: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'moved']),
  /** Runs of text in order; `same` stands on both sides. */
  runs: z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  /** Each run is one choice of a list; `choicesFrom`: address of the list whose labels stand for the values. */
  list: z.object({ choicesFrom: z.string().nullable() }).optional(),
});
export const Difference = z.object({
  from: VersionSummary.nullable(),
  to: VersionSummary,
  parts: z.array(DifferencePart),
});
export type Difference = z.infer<typeof Difference>;

export const PublicEventEntry = z.object({
  number: z.number().int(),
  ordinal: z.number().int().nullable(),
  what: z.enum(PUBLIC_EVENTS),
  at: instant,
  changeKind: z.enum(CHANGE_KINDS).nullable(),
  note: z.string().nullable(),
});
export type PublicEventEntry = z.infer<typeof PublicEventEntry>;
