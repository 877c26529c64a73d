import { z } from 'zod';
import { day, routes } from '../../../kernel/route.contract.ts';

export const AnsweredItem = z.object({
  /** Permanent number of the public document. */
  number: z.number().int(),
  title: z.string(),
  /** Who answered. */
  unit: z.string(),
  answeredOn: day,
  /** Beginning of the answer. */
  excerpt: z.string(),
});
export type AnsweredItem = z.infer<typeof AnsweredItem>;

export const answeredRoutes = routes({
  /** POST, so that what somebody is about to ask stands in no address and no log. */
  like: {
    method: 'POST',
    url: '/api/answered-questions',
    summary: '别人问过的类似问题（只查已选登的答复，不留记录）',
    access: { kind: 'portal', action: 'read' },
    body: z.object({ text: z.string().trim().max(500) }),
    response: z.object({ items: z.array(AnsweredItem) }),
  },
});
