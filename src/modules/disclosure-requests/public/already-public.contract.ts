import { z } from 'zod';
import { day, routes } from '../../../kernel/route.contract.ts';

/** Something public that may be what an applicant is about to ask for. */
export const PublicItem = z.object({
  /** Permanent number of the public document. */
  number: z.number().int(),
  title: z.string(),
  unit: z.string(),
  publishedOn: day,
  /** Beginning of the text. */
  excerpt: z.string(),
});
export type PublicItem = z.infer<typeof PublicItem>;

export const alreadyPublicRoutes = routes({
  /** POST, so that what somebody is about to ask for stands in no address and no log. */
  like: {
    method: 'POST',
    url: '/api/already-public',
    summary: '可能已经公开的信息（只查公开内容，不留记录）',
    access: { kind: 'portal', action: 'read' },
    body: z.object({ text: z.string().trim().max(500) }),
    response: z.object({ items: z.array(PublicItem) }),
  },
});
