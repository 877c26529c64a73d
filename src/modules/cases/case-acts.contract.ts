import { z } from 'zod';
import { id, version, versionOrNone } from '../../kernel/route.contract.ts';
import { APPLICANT_KINDS, REJECTION_REASONS } from './case-words.ts';

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
  edit: versionOrNone,
  text: z.string().trim().max(20_000),
  /** Why personal data found in it may stand. */
  findingsReason: z.string().trim().max(500).nullish(),
});
export type DraftReplyInput = z.infer<typeof DraftReplyInput>;
export const SubmitReplyInput = z.object({ version, edit: version });
export type SubmitReplyInput = z.infer<typeof SubmitReplyInput>;
export const ReviewReplyInput = z.object({
  version,
  step: z.string().max(40),
  /** What the reviewer saw. */
  edit: version,
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
  /** Of an organisation. */
  contactPerson: z.string().nullable(),
  /** Help in reading, writing and hearing; tells of somebody's health (PIPL art 28). */
  needsHelp: z.string().nullable(),
});
export type Applicant = z.infer<typeof Applicant>;
