import { z } from 'zod';
import { id, version } from '../../../kernel/route.contract.ts';

export const DecideConversionInput = z.discriminatedUnion('decision', [
  z.object({ conversionId: id, version, decision: z.literal('toPublish') }),
  z.object({
    conversionId: id,
    version,
    decision: z.literal('notEligible'),
    reason: z.string().trim().min(4, '请说明不宜主动公开的理由').max(500),
  }),
]);
export type DecideConversionInput = z.infer<typeof DecideConversionInput>;
