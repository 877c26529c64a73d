import { z } from 'zod';
import { REQUEST_RESULTS } from '../request-words.ts';

const words = (most: number) => z.string().trim().max(most);

/** One piece of information that was asked for, and what is decided of it. */
export const DecisionItem = z.object({
  name: words(200).min(1, '请填写信息名称'),
  documentNumber: words(60).nullable().default(null),
  /** `supplied`: handed over now; `alreadyPublic`: told where to find it; `withheld`: with a result of its own. */
  treatment: z.enum(['supplied', 'alreadyPublic', 'withheld']),
  /** Why it is withheld: one of the eight grounds of 不予公开; null when it is open. */
  ground: z
    .enum([
      'stateSecret',
      'forbiddenByLaw',
      'threeSecurities',
      'thirdParty',
      'internalAffairs',
      'processInformation',
      'enforcementFile',
      'administrativeQuery',
    ])
    .nullable()
    .default(null),
  /** Address or place where it is public, or how and when it is handed over. */
  where: words(500).default(''),
});
export type DecisionItem = z.infer<typeof DecisionItem>;

/**
 * A decision on a request as people fill it in (regulation arts 35 to 39); what a result demands stands in results/. Of the letter the
 * words follow from it and the template until somebody writes them himself.
 */
export const DecisionContent = z.object({
  result: z.enum(REQUEST_RESULTS),
  /** Distinguishes what one row of the statutory table holds together. */
  because: z
    .enum(['supplied', 'alreadyPublic', 'doesNotExist', 'otherAgency', 'withdrawn'])
    .nullable()
    .default(null),
  items: z.array(DecisionItem).max(50).default([]),
  /** Facts and reasons; every refusal has them (FOI-C3). */
  reasons: words(4000).default(''),
  /** Which article of which law forbids it, when the regulation points to another law (art 14). */
  otherLaw: words(300).default(''),
  /** Where and how was searched, when nothing was found. */
  searched: words(1000).default(''),
  /** Whom to ask instead, with a way to reach him, as far as known (art 36 (5)). */
  agency: words(300).default(''),
  /** Procedure to use instead: petitions, queries with rules of their own, publications (arts 36 (7), 39). */
  otherWay: words(500).default(''),
  /** Number of the earlier reply to the same matter (art 36 (6)). */
  earlierReply: words(100).default(''),
  /** Public interest for which a third party's objection was overruled (art 32). */
  publicInterest: words(1000).default(''),
});
export type DecisionContent = z.infer<typeof DecisionContent>;
