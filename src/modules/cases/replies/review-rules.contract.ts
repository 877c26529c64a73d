import { z } from 'zod';
import { id, instant, routes, UnitRef, versionOrNone } from '../../../kernel/route.contract.ts';

/** Who reviews replies of one kind in one unit, instead of the steps of the kind. */
const Step = z.object({
  name: z.string().trim().min(2, '请写明环节名称').max(20),
  /** In the unit that has the case, or in the supervising office. */
  unit: z.enum(['holder', 'office']),
  roles: z.array(z.enum(['reviewer', 'deputyHead', 'head', 'supervisor'])).min(1, '请选择由谁审核'),
});

export const CaseReviewRule = z.object({
  kind: z.string(),
  kindLabel: z.string(),
  unit: UnitRef,
  steps: z.array(Step),
  by: z.string(),
  updatedAt: instant,
  version: z.number().int(),
});
export type CaseReviewRule = z.infer<typeof CaseReviewRule>;

export const ReviewRuleInput = z.object({
  /** None: the drafter sends it. */
  steps: z.array(Step).max(4),
  /** 0: there is no rule yet. */
  version: versionOrNone,
});
export type ReviewRuleInput = z.infer<typeof ReviewRuleInput>;

const manage = { kind: 'caseReviewRule', action: 'manage' } as const;
const params = z.object({ kind: z.string().max(40), unitId: id });

export const caseReviewRuleRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/case-review-rules',
    summary: '各单位自己的答复审核环节',
    access: manage,
    response: z.array(CaseReviewRule),
  },
  put: {
    method: 'PUT',
    url: '/api/case-review-rules/:kind/:unitId',
    summary: '设定一个单位某类来件的答复审核环节',
    access: manage,
    params,
    body: ReviewRuleInput,
    response: z.array(CaseReviewRule),
  },
  drop: {
    method: 'DELETE',
    url: '/api/case-review-rules/:kind/:unitId',
    summary: '恢复该类来件通常的审核环节',
    access: manage,
    params,
    response: z.array(CaseReviewRule),
  },
});
