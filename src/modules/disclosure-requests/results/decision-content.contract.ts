import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../../kernel/local-date.ts';
import { type Opinion, REQUEST_RESULTS } from '../request-words.ts';

const Day = z.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value), '日期请按“年-月-日”填写。');
const Line = z.string().trim().max(300, '最多 300 字');
const Text = z.string().trim().max(5000, '最多 5000 字');

/** A file that holds what is supplied; its bytes never change. */
export const DecidedFile = z.object({ id: z.uuid(), name: z.string().max(300), size: z.number().int().min(0) });
export type DecidedFile = z.infer<typeof DecidedFile>;

/** One piece of information that the decision supplies or points to. */
export const DecidedItem = z.object({
  name: Line,
  documentNumber: Line.optional(),
  /** Address of the page or name of the gazette where it is public. */
  place: z.string().trim().max(1000).optional(),
  /** Of what is supplied: the files that hold it. */
  files: z.array(DecidedFile).max(20).optional(),
});
export type DecidedItem = z.infer<typeof DecidedItem>;

/** Classes of articles 14 to 16. */
export const Ground = z.enum([
  'stateSecret',
  'forbiddenByLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
]);

/**
 * What a decision says, as drafted. Everything may be missing in a draft; missing-of.ts says what must not be missing when it is submitted.
 * Facts that other records hold (correction, fee, consultation) are put in by the caller, never typed.
 */
export const DecisionContent = z.object({
  result: z.enum(REQUEST_RESULTS),
  /** Cited as printed: 《政府信息公开条例》第十四条. */
  articles: z.array(Line).max(20).default([]),
  reasons: Text.default(''),
  /** Of what is open: supplied with the letter, or public already. */
  way: z.enum(['supplied', 'alreadyPublic']).optional(),
  items: z.array(DecidedItem).max(200).default([]),
  /** How and when the items reach the applicant: 随本告知书以纸质件邮寄. */
  supply: Line.optional(),
  /** The applicant wanted it by the portal, but it cannot be had there: it reaches him as `supply` says (art 40). */
  isSuppliedElsewhere: z.boolean().optional(),
  /** Of a partial disclosure: what is kept back, and on which grounds. */
  refusedPart: Text.optional(),
  grounds: z.array(Ground).max(7).default([]),
  forbiddingLaw: Line.optional(),
  /** Procedure and place of an administrative query. */
  specialProcedure: Text.optional(),
  because: z.enum(['doesNotExist', 'otherAgency']).optional(),
  /** Where and how it was searched for. */
  search: Text.optional(),
  rightAgency: z.object({ name: Line, contact: Line.optional() }).optional(),
  /** The right agency cannot be determined (art 36(5) asks for it only where it can). */
  isRightAgencyUnknown: z.boolean().default(false),
  /** Number and day of the reply that already answered the same request. */
  earlierReply: z.object({ number: Line, on: Day }).optional(),
  /** Channel for petitions, or where to buy or borrow a publication. */
  channel: Text.optional(),
  /** Why something becomes public against a third party's objection (art 32). */
  publicInterest: Text.optional(),
  /** The applicant took his request back on that day. */
  withdrawnOn: Day.optional(),
  /** When the applicant was asked for reasons of quantity and what he said; null: nothing. */
  explanation: z.object({ askedOn: Day, answer: Text.nullable() }).optional(),
});
export type DecisionContent = z.infer<typeof DecisionContent>;
export type DecisionContentInput = z.input<typeof DecisionContent>;

/** What the records of the case say; days of Asia/Shanghai. */
export interface DecisionFacts {
  readonly decidedOn: LocalDate;
  /** The applicant reads and has everything on the portal. */
  readonly wantsOnline?: boolean;
  /** The notice of correction. `correctedOn` null: nothing came. */
  readonly correction: {
    readonly noticedOn: LocalDate;
    readonly until: LocalDate;
    readonly correctedOn: LocalDate | null;
  } | null;
  readonly fee: {
    readonly noticedOn: LocalDate;
    readonly until: LocalDate;
    readonly yuan: number;
    readonly paidOn: LocalDate | null;
  } | null;
  /** Written consultations of third parties; `answer` null: no answer yet. */
  readonly thirdParties: readonly {
    readonly askedOn: LocalDate;
    readonly until: LocalDate;
    readonly answer: Opinion | null;
  }[];
}
