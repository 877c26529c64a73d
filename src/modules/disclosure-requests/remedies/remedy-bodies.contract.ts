import { z } from 'zod';
import { id, routes, versionInQuery, versionOrNone } from '../../../kernel/route.contract.ts';

const filled = (what: string, most = 200) => z.string().trim().min(2, `请填写${what}`).max(most);
const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

/** `government`: the government itself; `others`: its departments, streets and towns; else one unit. */
const Scope = z.union([z.enum(['government', 'others']), id]);

export const RemedyBodyInput = z.object({
  scope: Scope,
  reconsiderationBody: filled('行政复议机关', 100),
  reconsiderationAddress: filled('行政复议机关的地址'),
  reconsiderationPhone: optional(40),
  /** Where an application can be filed over the internet; an https address (reconsideration law art 22). */
  internetChannel: z
    .union([z.url({ protocol: /^https?$/, error: '请填写以 https:// 开头的网址' }), z.literal('')])
    .nullish()
    .transform((text) => text || null),
  court: filled('人民法院', 100),
  courtAddress: optional(200),
  /** What the legal office ruled for 行政查询事项; absent: either way. */
  administrativeQuery: z.enum(['either', 'reconsiderationFirst']).optional(),
  /** As it was shown; 0 for a new one. */
  version: versionOrNone,
});
export type RemedyBodyInput = z.infer<typeof RemedyBodyInput>;

export const RemedyBodyView = z.object({
  scope: z.string(),
  reconsiderationBody: z.string(),
  reconsiderationAddress: z.string(),
  reconsiderationPhone: z.string().nullable(),
  internetChannel: z.string().nullable(),
  court: z.string(),
  courtAddress: z.string().nullable(),
  administrativeQuery: z.enum(['either', 'reconsiderationFirst']),
  by: z.string(),
  updatedAt: z.string(),
  version: z.number().int(),
});
export type RemedyBodyView = z.infer<typeof RemedyBodyView>;

export const remedyBodyRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/remedy-bodies',
    summary: '救济途径：行政复议机关和管辖法院',
    access: { kind: 'remedyBody', action: 'read' },
    response: z.array(RemedyBodyView),
  },
  put: {
    method: 'PUT',
    url: '/api/remedy-bodies',
    summary: '设置一类或一个单位的救济途径',
    access: { kind: 'remedyBody', action: 'manage' },
    body: RemedyBodyInput,
    response: z.array(RemedyBodyView),
  },
  drop: {
    method: 'DELETE',
    url: '/api/remedy-bodies/:scope',
    summary: '取消一个单位自己的救济途径',
    access: { kind: 'remedyBody', action: 'manage' },
    params: z.object({ scope: Scope }),
    query: z.object({ version: versionInQuery }),
    response: z.array(RemedyBodyView),
  },
});
