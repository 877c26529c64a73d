import { z } from 'zod';
import { routes } from '../../../kernel/route.contract.ts';

export const suggestionRoutes = routes({
  suggest: {
    // In the body: what somebody types must not stand in addresses, which proxies and browsers keep.
    method: 'POST',
    url: '/api/search/suggestions',
    summary: '检索词联想（公开）',
    access: { kind: 'portal', action: 'read' },
    /** `kind`: of a search box that finds one kind alone. */
    body: z.object({ q: z.string().trim().max(60), kind: z.string().max(40).optional() }),
    response: z.object({ items: z.array(z.string()) }),
  },
});
