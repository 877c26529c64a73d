import { z } from 'zod';
import { routes } from '../../../kernel/route.contract.ts';

export const suggestionRoutes = routes({
  suggest: {
    method: 'GET',
    url: '/api/search/suggestions',
    summary: '检索词联想（公开）',
    access: { kind: 'portal', action: 'read' },
    query: z.object({ q: z.string().trim().max(60).default('') }),
    response: z.object({ items: z.array(z.string()) }),
  },
});
