import { z } from 'zod';
import { BearerKeyView } from '../../../kernel/bearer-key.contract.ts';
import { day, id, idParams, instant, pageOf, pageQuery, routes } from '../../../kernel/route.contract.ts';
import { GAP_STATE_CODES, TARGET_CODES } from '../knowledge-words.ts';

/** An entry as hotlines and counters take it over. */
export const SharedEntry = z.object({
  number: z.number().int(),
  /** Which form of it; a changed answer has the next. */
  ordinal: z.number().int(),
  /** `removed`: to be taken out of the receiver's base; the words are gone. */
  state: z.enum(['public', 'removed']),
  question: z.string(),
  wordings: z.array(z.string()),
  /** Plain text, a line per paragraph. */
  answer: z.string(),
  topic: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  policies: z.array(z.object({ number: z.number().int(), title: z.string(), url: z.string() })),
  basis: z.string(),
  url: z.string(),
  publishedAt: instant,
  /** Numbers of the receiver's own reports that it answers. */
  answersGaps: z.array(z.string()),
});
export type SharedEntry = z.infer<typeof SharedEntry>;

export const SharedPage = z.object({
  items: z.array(SharedEntry),
  /** Give it back as `after` once the items are kept: that confirms them. */
  cursor: z.number().int(),
  /** More are waiting behind the cursor. */
  hasMore: z.boolean(),
});

export const GapReport = z.object({
  /** The reporter's own number. */
  externalNumber: z.string().trim().min(1, '缺少反映编号').max(60),
  questions: z.array(z.string().trim().min(2).max(500)).min(1, '缺少问题').max(50, '一次最多50个问题'),
  /** How often it was asked. */
  times: z.number().int().min(1).max(1_000_000),
  from: day.nullish(),
  to: day.nullish(),
  /** Code, name or alias of the drafting unit; absent: that of the policy, else the supervising office. */
  unit: z.string().trim().max(60).nullish(),
  /** Number of the public document that is asked about. */
  policyNumber: z.number().int().positive().nullish(),
  note: z.string().trim().max(1000).nullish(),
});
export type GapReport = z.input<typeof GapReport>;

/** What the reporter is told. */
export const GapState = z.object({
  externalNumber: z.string(),
  state: z.enum(GAP_STATE_CODES),
  stateText: z.string(),
  unit: z.object({ code: z.string(), name: z.string() }),
  receivedAt: instant,
  dueOn: day,
  /** The entry that answers, once it is public. */
  entryNumber: z.number().int().nullable(),
  entryUrl: z.string().nullable(),
  reason: z.string().nullable(),
});
export type GapState = z.infer<typeof GapState>;

export const ReceiverView = z.object({
  id,
  name: z.string(),
  target: z.enum(TARGET_CODES),
  createdBy: z.string(),
  createdAt: instant,
  keys: z.array(BearerKeyView),
  /** Forms handed over, and of them those that it has confirmed. */
  delivered: z.number().int(),
  confirmed: z.number().int(),
  lastDeliveredAt: instant.nullable(),
  /** Public entries whose present words it has not had yet. */
  waiting: z.number().int(),
});
export type ReceiverView = z.infer<typeof ReceiverView>;
export const ReceiverInput = z.object({
  name: z.string().trim().min(2, '请填写系统名称').max(60),
  target: z.enum(TARGET_CODES),
});
export type ReceiverInput = z.infer<typeof ReceiverInput>;
/** The only answer that ever holds a key. */
export const NewReceiverKey = z.object({ receiver: ReceiverView, key: z.string() });
export type NewReceiverKey = z.infer<typeof NewReceiverKey>;

export const DeliveryView = z.object({
  receiver: z.string(),
  target: z.enum(TARGET_CODES),
  number: z.number().int(),
  ordinal: z.number().int(),
  question: z.string(),
  state: z.enum(['public', 'removed']),
  deliveredAt: instant,
  confirmedAt: instant.nullable(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

const exchange = { kind: 'knowledgeReceiver', action: 'exchange' } as const;
const read = { kind: 'knowledgeReceiver', action: 'read' } as const;
const manage = { kind: 'knowledgeReceiver', action: 'manage' } as const;

/** For other systems; the key is the right. */
export const sharedRoutes = routes({
  entries: {
    method: 'GET',
    url: '/knowledge/v1/entries',
    summary: '取常见问题的增改和下架（对接系统用，凭密钥）：从上次的游标继续',
    access: exchange,
    query: z.object({
      after: z.coerce.number().int().min(0).default(0),
      limit: z.coerce.number().int().min(1).max(200).default(100),
    }),
    response: SharedPage,
  },
  entry: {
    method: 'GET',
    url: '/knowledge/v1/entries/:number',
    summary: '取一个常见问题（对接系统用，凭密钥）',
    access: exchange,
    params: z.object({ number: z.coerce.number().int().positive() }),
    response: SharedEntry,
  },
  report: {
    method: 'POST',
    url: '/knowledge/v1/gaps',
    summary: '反映知识库没有的集中问题（对接系统用，凭密钥；须带 Idempotency-Key）',
    access: exchange,
    body: GapReport,
    response: GapState,
  },
  gaps: {
    method: 'GET',
    url: '/knowledge/v1/gaps',
    summary: '查询本系统反映的问题办理到哪里（对接系统用，凭密钥）',
    access: exchange,
    query: z.object(pageQuery),
    response: pageOf(GapState),
  },
  gap: {
    method: 'GET',
    url: '/knowledge/v1/gaps/:externalNumber',
    summary: '查询一件反映的问题（对接系统用，凭密钥）',
    access: exchange,
    params: z.object({ externalNumber: z.string().max(60) }),
    response: GapState,
  },
});

export const receiverRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/knowledge/receivers',
    summary: '对接系统和推送情况（不含密钥本身）',
    access: read,
    response: z.object({ items: z.array(ReceiverView) }),
  },
  create: {
    method: 'POST',
    url: '/api/knowledge/receivers',
    summary: '登记对接系统并生成密钥（只显示一次）',
    access: manage,
    body: ReceiverInput,
    response: NewReceiverKey,
  },
  issueKey: {
    method: 'POST',
    url: '/api/knowledge/receivers/:id/keys',
    summary: '再生成一个密钥，用于更换（只显示一次）',
    access: manage,
    params: idParams,
    response: NewReceiverKey,
  },
  revokeKey: {
    method: 'POST',
    url: '/api/knowledge/receiver-keys/:id/revoke',
    summary: '停用密钥',
    access: manage,
    params: idParams,
    response: z.object({}),
  },
  deliveries: {
    method: 'GET',
    url: '/api/knowledge/deliveries',
    summary: '推送记录：什么时候交给了谁',
    access: read,
    query: z.object({ ...pageQuery, receiverId: id.optional(), number: z.coerce.number().int().positive().optional() }),
    response: pageOf(DeliveryView),
  },
});
