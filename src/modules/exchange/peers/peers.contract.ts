import { z } from 'zod';
import { id, idParams, instant, routes, version } from '../../../kernel/route.contract.ts';
import { DIRECTIONS } from '../filing/filing-words.ts';

/** Scheme, host and port alone: no way to point it elsewhere by path, query or credentials. */
const origin = z
  .url({ protocol: /^https?$/, error: '请填写以 http:// 或 https:// 开头的网址' })
  .max(200)
  .transform((text) => text.replace(/\/+$/, ''))
  .refine(
    (text) => URL.canParse(text) && new URL(text).origin === text,
    '网址只写到主机和端口，例如 https://zwgk.example.gov.cn',
  );

export const PeerInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]{1,39}$/, '代码由小写字母、数字和连字符组成，以字母开头'),
  name: z.string().trim().min(2, '请填写名称').max(60),
  direction: z.enum(DIRECTIONS),
  baseUrl: origin,
  publicKey: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9+/]{43}=$/, '公钥应为对方“报送与对账”页面显示的 44 个字符'),
  /** Null: what it discloses needs no proof of its log. */
  logKey: z
    .string()
    .trim()
    .max(200)
    .regex(/^\S+\+[0-9a-f]{8}\+\S+$/, '存证日志公钥应形如“名称+标识+密钥”')
    .nullable()
    .default(null),
  alarmHours: z.number().int().min(1).max(8760).default(24),
  isActive: z.boolean().default(true),
});
export type PeerInput = z.infer<typeof PeerInput>;

export const PeerView = z.object({
  id,
  code: z.string(),
  name: z.string(),
  direction: z.enum(DIRECTIONS),
  baseUrl: z.string(),
  publicKey: z.string(),
  keyId: z.string(),
  logKey: z.string().nullable(),
  alarmHours: z.number().int(),
  isActive: z.boolean(),
  /** The other side cannot be reached since so many attempts. */
  failures: z.number().int(),
  nextAttemptAt: instant.nullable(),
  lastError: z.string().nullable(),
  version: z.number().int(),
});
export type PeerView = z.infer<typeof PeerView>;

export const Peers = z.object({
  /** What the other side's office enters as our key. */
  own: z.object({ publicKey: z.string(), keyId: z.string(), address: z.string(), logKey: z.string().nullable() }),
  items: z.array(PeerView),
  mayEdit: z.boolean(),
});
export type Peers = z.infer<typeof Peers>;

const read = { kind: 'exchangePeer', action: 'read' } as const;
const edit = { kind: 'exchangePeer', action: 'edit' } as const;

export const peerRoutes = routes({
  peers: { method: 'GET', url: '/api/exchange/peers', summary: '对接平台', access: read, response: Peers },
  createPeer: {
    method: 'POST',
    url: '/api/exchange/peers',
    summary: '登记对接平台',
    access: edit,
    body: PeerInput,
    response: PeerView,
  },
  editPeer: {
    method: 'PUT',
    url: '/api/exchange/peers/:id',
    summary: '修改对接平台',
    access: edit,
    params: idParams,
    body: PeerInput.extend({ version }),
    response: PeerView,
  },
});
