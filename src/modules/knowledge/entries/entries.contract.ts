import { z } from 'zod';
import { day, flag, id, pageOf, pageQuery, routes, UnitRef } from '../../../kernel/route.contract.ts';
import { CARE_REASON_CODES, TARGET_CODES } from '../knowledge-words.ts';

export const PolicyRef = z.object({ number: z.number().int(), title: z.string() });

/** A public entry as those see it who care for it. */
export const EntryView = z.object({
  publicationId: id,
  number: z.number().int(),
  question: z.string(),
  unit: UnitRef,
  topic: z.string(),
  wordings: z.array(z.string()),
  policies: z.array(PolicyRef),
  publishedOn: day,
  reviewMonths: z.number().int(),
  reviewOn: day,
  lastReviewOn: day.nullable(),
  lastReviewBy: z.string().nullable(),
  reasons: z.array(z.enum(CARE_REASON_CODES)),
  /** To whom its present words were handed. */
  deliveredTo: z.array(z.enum(TARGET_CODES)),
  /** Whether the person who asks may say that it is still right. */
  mayConfirm: z.boolean(),
});
export type EntryView = z.infer<typeof EntryView>;

export const EntryQuery = z.object({
  ...pageQuery,
  unitId: id.optional(),
  topic: z.string().max(40).optional(),
  q: z.string().trim().max(60).optional(),
  /** `true`: those alone that have to be looked at. */
  care: flag.optional(),
  /** Those of the units in which the person may say that they are right. */
  mine: flag.optional(),
});
export type EntryQuery = z.infer<typeof EntryQuery>;

export const EntryInput = z.object({
  unitId: id,
  question: z.string().trim().min(4, '请写出问题，至少4个字').max(200, '问题不超过200个字'),
  wordings: z.array(z.string().trim().min(2).max(200)).max(20, '其他问法不超过20条').default([]),
  answer: z.string().trim().min(4, '请写出答案').max(20_000),
  topic: z.string().trim().min(1, '请选择主题分类').max(60),
  policyNumber: z.number().int().positive().nullable().default(null),
  basis: z.string().trim().max(1000).default(''),
  reviewMonths: z.number().int().min(1).max(36).nullable().default(null),
  /** From which questions, or from whose report, it comes. */
  clusterId: id.nullable().default(null),
  gapId: id.nullable().default(null),
});
export type EntryInput = z.input<typeof EntryInput>;

export const ChosenPolicy = z.object({
  number: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  unitId: id,
  topic: z.string().nullable(),
});
export type ChosenPolicy = z.infer<typeof ChosenPolicy>;

const read = { kind: 'knowledgeEntry', action: 'read' } as const;
const confirm = { kind: 'knowledgeEntry', action: 'confirm' } as const;
const params = z.object({ publicationId: id });

export const entryRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/knowledge/entries',
    summary: '常见问题条目及复核情况',
    access: read,
    query: EntryQuery,
    response: pageOf(EntryView).extend({ toCare: z.number().int() }),
  },
  create: {
    method: 'POST',
    url: '/api/knowledge/entries',
    summary: '起草常见问题条目（登记为待认定、待审核的公开信息）',
    access: { kind: 'knowledgeEntry', action: 'create' },
    body: EntryInput,
    response: z.object({ publicationId: id }),
  },
  confirm: {
    method: 'POST',
    url: '/api/knowledge/entries/:publicationId/reviews',
    summary: '复核无误',
    access: confirm,
    params,
    body: z.object({ note: z.string().trim().max(300).nullable().default(null) }),
    response: z.object({ reviewOn: day }),
  },
  setReviewMonths: {
    method: 'PUT',
    url: '/api/knowledge/entries/:publicationId/review-months',
    summary: '另定条目的复核周期',
    access: confirm,
    params,
    body: z.object({ reviewMonths: z.number().int().min(1).max(36).nullable() }),
    response: z.object({ reviewOn: day }),
  },
  policies: {
    method: 'GET',
    url: '/api/knowledge/policies',
    summary: '查找可以作为依据的政策',
    access: read,
    query: z.object({ q: z.string().trim().max(60).default('') }),
    response: z.object({ items: z.array(ChosenPolicy) }),
  },
  passages: {
    method: 'GET',
    url: '/api/knowledge/policies/:number/passages',
    summary: '政策的各段原文',
    access: read,
    params: z.object({ number: z.coerce.number().int().positive() }),
    response: z.object({ title: z.string(), items: z.array(z.object({ place: z.number().int(), text: z.string() })) }),
  },
});
