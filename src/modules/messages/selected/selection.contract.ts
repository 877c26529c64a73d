import { z } from 'zod';
import { id, idParams, routes } from '../../../kernel/route.contract.ts';

export const Selection = z.object({
  /** The draft of the selected message; null: not selected. */
  publicationId: id.nullable(),
});
export type Selection = z.infer<typeof Selection>;

const select = { kind: 'message', action: 'select' } as const;

export const selectionRoutes = routes({
  get: {
    method: 'GET',
    url: '/api/messages/:id/selection',
    summary: '留言是否已选登',
    access: select,
    params: idParams,
    response: Selection,
  },
  select: {
    method: 'POST',
    url: '/api/messages/:id/selection',
    summary: '选登：隐去来信人信息，登记为待审的互动选登',
    access: select,
    params: idParams,
    response: Selection,
  },
});
