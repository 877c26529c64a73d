import { z } from 'zod';
import {
  day,
  id,
  idParams,
  instant,
  pageOf,
  pageQuery,
  routes,
  UnitRef,
  version,
} from '../../../kernel/route.contract.ts';
import { PolicyRef } from '../entries/entries.contract.ts';
import { GAP_STATE_CODES, TARGET_CODES } from '../knowledge-words.ts';

/** What a hotline or a counter is asked often and does not find in the base (KB-4). */
export const GapView = z.object({
  id,
  version,
  externalNumber: z.string(),
  receiver: z.string(),
  target: z.enum(TARGET_CODES),
  /** Masked. */
  questions: z.array(z.string()),
  note: z.string().nullable(),
  times: z.number().int(),
  fromOn: day.nullable(),
  toOn: day.nullable(),
  policy: PolicyRef.nullable(),
  unit: UnitRef,
  receivedAt: instant,
  dueOn: day,
  /** From today, negative when late; null when settled. */
  workdaysLeft: z.number().int().nullable(),
  state: z.enum(GAP_STATE_CODES),
  publicationId: id.nullable(),
  entryNumber: z.number().int().nullable(),
  reason: z.string().nullable(),
  settledAt: instant.nullable(),
  /** When the reporter was told. */
  toldAt: instant.nullable(),
  mayAnswer: z.boolean(),
  mayTransfer: z.boolean(),
});
export type GapView = z.infer<typeof GapView>;

const read = { kind: 'knowledgeGap', action: 'read' } as const;
const answer = { kind: 'knowledgeGap', action: 'answer' } as const;

export const gapRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/knowledge/gaps',
    summary: '窗口和热线反映的知识库缺口',
    access: read,
    query: z.object({ ...pageQuery, open: z.enum(['true', 'false']).optional() }),
    response: pageOf(GapView),
  },
  get: {
    method: 'GET',
    url: '/api/knowledge/gaps/:id',
    summary: '一件知识库缺口',
    access: read,
    params: idParams,
    response: GapView,
  },
  link: {
    method: 'POST',
    url: '/api/knowledge/gaps/:id/link',
    summary: '已有条目可以回答',
    access: answer,
    params: idParams,
    body: z.object({ version, number: z.number({ error: '请选择条目' }).int().positive() }),
    response: GapView,
  },
  decline: {
    method: 'POST',
    url: '/api/knowledge/gaps/:id/decline',
    summary: '不列入常见问题，向反映单位说明理由',
    access: answer,
    params: idParams,
    body: z.object({ version, reason: z.string().trim().min(4, '请写明理由，至少4个字').max(300) }),
    response: GapView,
  },
  transfer: {
    method: 'POST',
    url: '/api/knowledge/gaps/:id/transfer',
    summary: '转给别的单位起草（期限不变）',
    access: { kind: 'knowledgeGap', action: 'transfer' },
    params: idParams,
    body: z.object({ version, unitId: id }),
    response: GapView,
  },
});
