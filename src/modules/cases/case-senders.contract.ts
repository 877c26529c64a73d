import { z } from 'zod';
import { day, id, instant, UnitRef } from '../../kernel/route.contract.ts';
import { APPLICANT_KINDS, CASE_STATES, SATISFACTION_WORDS } from './case-words.ts';
import { SenderQuestion } from './cases.contract.ts';
import { LONGEST_WORD } from './look-up/sender-words.ts';

const filled = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

/** What senders give, are shown and may do. Empty fields count as not given. */
export const ApplicantInput = z.object({
  kind: z.enum(APPLICANT_KINDS).default('person'),
  name: filled(60),
  phone: filled(30),
  email: filled(120),
  address: filled(200),
  identityNumber: filled(30),
  contactPerson: filled(40),
  needsHelp: filled(200),
});
export type ApplicantInput = z.infer<typeof ApplicantInput>;

export const ReceiveInput = z.object({
  kind: z.string().max(40),
  title: filled(100),
  /** Longer than any form takes, so that the form itself says by how much it is too long. */
  text: z.string().trim().max(200_000),
  /** To whom; absent: the supervising office routes it. */
  unitId: id.nullish(),
  /** Of whom it complains; kinds that complain of nobody refuse it. */
  againstUnitId: id.nullish(),
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
  /** The number and secret go by mail as well. */
  isMailed: z.boolean(),
});
export type CaseReceipt = z.infer<typeof CaseReceipt>;

export const LookUpInput = z.object({ number: z.string().max(40), secret: z.string().max(40) });
export type LookUpInput = z.infer<typeof LookUpInput>;
export const AnswerInput = LookUpInput.extend({ text: z.string().trim().min(1, '请填写补充内容').max(5000) });
export type AnswerInput = z.infer<typeof AnswerInput>;
/** What the sender says unasked: 追问 or 补充. */
export const SenderWordInput = LookUpInput.extend({
  text: z.string().trim().min(1, '请填写内容').max(LONGEST_WORD, `最多 ${LONGEST_WORD} 个字`),
});
export type SenderWordInput = z.infer<typeof SenderWordInput>;
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
  /** Of whom it complains; null: of nobody, or nobody knows yet. */
  against: UnitRef.nullable(),
  receivedAt: instant,
  dueOn: day.nullable(),
  /** Why it is that day, each sentence with its basis; none while no term runs. */
  dueSentences: z.array(z.string()),
  publicationNumber: z.number().int().nullable(),
  /** In their order: 收到, 受理, 转办, 请您补充, 答复 …, each with its day. */
  progress: z.array(z.object({ at: instant, label: z.string(), text: z.string() })),
  /** What is asked now; null: nothing. */
  question: SenderQuestion.pick({ question: true, askedAt: true }).nullable(),
  /** What the sender added when he was asked, oldest first. */
  added: z.array(z.object({ question: z.string(), answer: z.string(), answeredAt: instant })),
  /** What the sender said unasked, oldest first. */
  words: z.array(z.object({ way: z.enum(['askOn', 'supplement']), text: z.string(), at: instant })),
  /** Last day on which he may ask on; null: he may not. */
  mayAskOnUntil: day.nullable(),
  /** How often he may still add something. */
  supplementsLeft: z.number().int(),
  /** Files that he sent himself. `refused`: found wrong, so that the unit cannot open it. */
  attachments: z.array(z.object({ name: z.string(), state: z.enum(['inspecting', 'received', 'refused']) })),
  replies: z.array(z.object({ ordinal: z.number().int(), text: z.string(), unit: UnitRef, sentAt: instant })),
  rejection: z.object({ label: z.string(), text: z.string() }).nullable(),
  isRepeated: z.boolean(),
  /** The form is shown once. */
  mayRate: z.boolean(),
  stars: z.number().int().nullable(),
});
export type SenderView = z.infer<typeof SenderView>;
