import { z } from 'zod';
import { day, routes } from '../../../kernel/route.contract.ts';

/** How a policy was evaluated in the window of the board (MSG-8), as far as the person's units reach. */
export const PolicyEvaluation = z.object({
  /** Of the public document. */
  number: z.number().int(),
  /** As it is called today; empty when it was removed. */
  title: z.string(),
  /** Evaluations and suggestions received. */
  received: z.number().int(),
  answered: z.number().int(),
  /** Of those received, with an evaluation. */
  evaluated: z.number().int(),
  /** Of those evaluated, 很好 or 较好. */
  good: z.number().int(),
});
export type PolicyEvaluation = z.infer<typeof PolicyEvaluation>;

export const PolicyEvaluations = z.object({
  /** Most received first. */
  items: z.array(PolicyEvaluation),
  /** Policies that stand today, each of which bears the window. */
  policies: z.number().int(),
});
export type PolicyEvaluations = z.infer<typeof PolicyEvaluations>;

export const evaluationRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/policy-evaluations',
    summary: '政策评价和意见建议情况',
    access: { kind: 'case', action: 'read' },
    query: z.object({ from: day, to: day }),
    response: PolicyEvaluations,
  },
});
