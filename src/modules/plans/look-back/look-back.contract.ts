import { z } from 'zod';
import { VERDICTS } from '../plan-words.ts';
import { day, id, instant, UnitRef, version } from '../route.contract.ts';
import { Allowed } from '../tasks/tasks.contract.ts';

/** PLAN-6: one task of last year's plan as it stood, verified and closed item by item. */
export const LookBackItem = z.object({
  id,
  taskId: id,
  number: z.number().int(),
  name: z.string().nullable(),
  content: z.string(),
  units: z.array(UnitRef),
  deadlineText: z.string(),
  /** As the ledger said when the look-back was opened. */
  stateThen: z.string(),
  percentThen: z.number().int(),
  evidenceThen: z.number().int(),
  verdict: z.enum(VERDICTS),
  finding: z.string().nullable(),
  /** 整改通知: number, duty and date, set with verdict `unfinished`. */
  order: z
    .object({
      number: z.string(),
      text: z.string(),
      dueOn: day,
      unitIds: z.array(id),
      rectifiedOn: day.nullable(),
      outcome: z.string().nullable(),
    })
    .nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  overdue: z.boolean(),
  version,
});
export type LookBackItem = z.infer<typeof LookBackItem>;

export const LookBack = z.object({
  id,
  planId: id,
  planTitle: z.string(),
  year: z.number().int(),
  /** Last day to verify all, from the parameters (PLAN-C4). */
  dueOn: day,
  openedAt: instant,
  counts: z.object({
    total: z.number().int(),
    pending: z.number().int(),
    verified: z.number().int(),
    unfinished: z.number().int(),
    rectified: z.number().int(),
  }),
  items: z.array(LookBackItem),
  allowed: Allowed,
});
export type LookBack = z.infer<typeof LookBack>;

export const LookBackDecision = z.discriminatedUnion('verdict', [
  z.object({ version, verdict: z.literal('verified'), finding: z.string().trim().max(2000).nullish() }),
  z.object({
    version,
    verdict: z.literal('unfinished'),
    finding: z.string().trim().min(2, '请写明未完成的情况').max(2000),
    order: z.object({
      text: z.string().trim().min(2, '请写明整改要求').max(2000),
      dueOn: day,
      unitIds: z.array(id).min(1, '请选择整改单位').max(100),
    }),
  }),
  z.object({
    version,
    verdict: z.literal('rectified'),
    outcome: z.string().trim().min(2, '请写明整改结果').max(2000),
    rectifiedOn: day,
  }),
  z.object({ version, verdict: z.literal('pending') }),
]);
export type LookBackDecision = z.infer<typeof LookBackDecision>;
export const LookBackItemParams = z.object({ id });
