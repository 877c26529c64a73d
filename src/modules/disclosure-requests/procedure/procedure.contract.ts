import { z } from 'zod';
import { day, id, version } from '../../../kernel/route.contract.ts';
import { APPLICANT_CATEGORIES, CONSULTED, CONTACT_TOPICS, OPINIONS } from '../request-words.ts';

const words = (least: number, message: string, most = 1000) => z.string().trim().min(least, message).max(most);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

// Steps of the procedure; `version` is that of the case as the person saw it.

export const ConfirmReceiptInput = z.object({
  version,
  /** Day on which both sides confirmed it, or on which a letter was signed for. */
  on: day,
  how: words(2, '请写明怎样与申请人确认，例如“电话确认”', 200),
});
export type ConfirmReceiptInput = z.infer<typeof ConfirmReceiptInput>;

export const IdentityInput = z.object({
  version,
  evidence: words(2, '请写明核对了什么证明，例如“居民身份证复印件”', 200),
  category: z.enum(APPLICANT_CATEGORIES),
});
export type IdentityInput = z.infer<typeof IdentityInput>;

export const AskCorrectionInput = z.object({
  version,
  /** Everything that is to be corrected; it can be asked once (regulation art 30). */
  text: words(10, '请一次性写明需要补正的事项和理由'),
  until: day,
});
export type AskCorrectionInput = z.infer<typeof AskCorrectionInput>;

export const TakeCorrectionInput = z.object({ version, on: day, text: words(2, '请写明申请人补正了什么', 5000) });
export type TakeCorrectionInput = z.infer<typeof TakeCorrectionInput>;

export const ConsultInput = z.object({
  version,
  whom: z.enum(CONSULTED),
  name: words(2, '请填写被征求意见的第三方或机关', 100),
  asked: words(4, '请写明征求什么意见'),
  /** When they got the letter; absent: not known yet, their term runs from today until it is. */
  receivedOn: day.nullish(),
});
export type ConsultInput = z.infer<typeof ConsultInput>;

export const EndConsultationInput = z.object({
  version,
  consultationId: id,
  opinion: z.enum(OPINIONS),
  text: optional(2000),
  on: day,
  /** Of an objection: whether its reason holds (art 32). */
  isReasonable: z.boolean().nullish(),
});
export type EndConsultationInput = z.infer<typeof EndConsultationInput>;

export const ProposeExtensionInput = z.object({
  version,
  workdays: z.number().int().min(1, '请填写延长的工作日数').max(20, '最多延长 20 个工作日'),
  reason: words(4, '请说明为什么需要延期'),
});
export type ProposeExtensionInput = z.infer<typeof ProposeExtensionInput>;

export const DecideExtensionInput = z.object({
  version,
  extensionId: id,
  decision: z.enum(['approved', 'refused']),
  remark: optional(500),
});
export type DecideExtensionInput = z.infer<typeof DecideExtensionInput>;

export const DelayInput = z.object({
  version,
  until: day,
  /** The applicant's reasons, why they hold, and why the term cannot be kept (art 35). */
  reason: words(10, '请写明申请人说明的理由、为什么认为合理和为什么不能按期答复'),
});
export type DelayInput = z.infer<typeof DelayInput>;

export const NoticeFeeInput = z.object({
  version,
  way: z.enum(['item', 'volume']),
  /** Items or pages of this request. */
  quantity: z.number().int().min(1, '请填写数量').max(100_000),
  /** By item: of the same applicant earlier in the same calendar month. */
  earlierItems: z.number().int().min(0).max(100_000).default(0),
});
export type NoticeFeeInput = z.infer<typeof NoticeFeeInput>;

export const TakeFeeInput = z.object({ version, on: day });
export type TakeFeeInput = z.infer<typeof TakeFeeInput>;

export const ContactInput = z.object({ topic: z.enum(CONTACT_TOPICS), text: words(2, '请写明沟通的内容', 2000) });
export type ContactInput = z.infer<typeof ContactInput>;

export const ConferInput = z.object({
  heldOn: day,
  attendees: words(2, '请填写参加会商的单位和人员', 500),
  legalAdviser: optional(100),
  opinion: words(4, '请写明会商意见', 4000),
});
export type ConferInput = z.infer<typeof ConferInput>;

/** Field of business for the analysis of hot spots (FOI-10), and what makes the request look like an abuse (FOI-13). */
export const SortInput = z.object({ topic: optional(40), abuseReason: optional(500) });
export type SortInput = z.infer<typeof SortInput>;
