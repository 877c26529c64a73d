import { z } from 'zod';
import { day, id, pageOf, pageQuery, routes, UnitRef } from '../../../kernel/route.contract.ts';
import { PublicChoice } from '../registers/records.contract.ts';

/** How the questions about one document stand in a year (ITP-7, ITP-C6). */
export const DocumentStanding = z.object({
  number: z.number().int(),
  /** Null when it is public no more. */
  publicationId: id.nullable(),
  title: z.string(),
  unit: UnitRef,
  times: z.number().int(),
  openTimes: z.number().int(),
  open: z.array(z.object({ id, question: z.string(), times: z.number().int() })),
  triggeredOn: day.nullable(),
  followedUp: z.boolean(),
  /** The trigger is reached and nothing answers. */
  isDue: z.boolean(),
  answeredBy: z.array(PublicChoice),
  /** Later interpretations of the document that may be named as the answer. */
  followUps: z.array(PublicChoice),
  canAnswer: z.boolean(),
});
export type DocumentStanding = z.infer<typeof DocumentStanding>;

const year = z.coerce.number().int().min(2000).max(2200);
const positive = z.number().int().positive();
const base = '/api/interpretation-questions';

export const questionRoutes = routes({
  standings: {
    method: 'GET',
    url: base,
    summary: '集中咨询的文件',
    access: { kind: 'interpretationRecord', action: 'read' },
    query: z.object({ year, due: z.enum(['true']).optional(), ...pageQuery }),
    response: pageOf(DocumentStanding).extend({ trigger: z.number().int(), dueCount: z.number().int() }),
  },
  answer: {
    method: 'POST',
    url: `${base}/answers`,
    summary: '登记再解读回应了哪些问题',
    access: { kind: 'interpretationRecord', action: 'answer' },
    body: z.object({ document: positive, interpretation: positive }),
    response: z.object({ answered: z.number().int() }),
  },
});
