import { z } from 'zod';
import { day, routes } from '../../../kernel/route.contract.ts';

export const Ending = z.object({
  number: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  lastDay: day,
  duties: z.array(z.object({ on: day, duty: z.string(), isDue: z.boolean() })),
});
export type Ending = z.infer<typeof Ending>;

export const endingRoutes = routes({
  ending: {
    method: 'GET',
    url: '/api/library/ending',
    summary: '将到期的规范性文件',
    access: { kind: 'library', action: 'read' },
    response: z.object({ items: z.array(Ending) }),
  },
});
