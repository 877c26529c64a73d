import { z } from 'zod';
import { id, idParams, routes } from '../../../kernel/route.contract.ts';
import { CaseView } from '../cases.contract.ts';

const reason = z.string().trim().min(4, '请说明理由').max(500);

export const RecuseInput = z.object({ personId: id, reason });
export type RecuseInput = z.infer<typeof RecuseInput>;
export const LiftRecusalInput = z.object({ reason });
export type LiftRecusalInput = z.infer<typeof LiftRecusalInput>;

const manage = { kind: 'caseRecusal', action: 'manage' } as const;

export const caseRecusalRoutes = routes({
  recuse: {
    method: 'POST',
    url: '/api/cases/:id/recusals',
    summary: '登记回避：此人不能再看到、办理、审核和发送',
    access: manage,
    params: idParams,
    body: RecuseInput,
    response: CaseView,
  },
  lift: {
    method: 'POST',
    url: '/api/cases/:id/recusals/:recusalId/lifting',
    summary: '解除回避',
    access: manage,
    params: idParams.extend({ recusalId: id }),
    body: LiftRecusalInput,
    response: CaseView,
  },
});
