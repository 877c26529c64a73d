import { z } from 'zod';
import { day, id, version } from '../../../kernel/route.contract.ts';
import { DELIVERY_WAYS } from '../request-words.ts';

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullish()
    .transform((text) => text || null);

export const DeliverInput = z.object({
  version,
  decisionId: id,
  way: z.enum(DELIVERY_WAYS),
  trackingNumber: optional(60),
  sentOn: day,
  /** Absent: on its way. */
  deliveredOn: day.nullish(),
  /** 签收回执, 送达回证 ... */
  proof: optional(300),
});
export type DeliverInput = z.infer<typeof DeliverInput>;

export const DeliveredInput = z.object({
  version,
  deliveryId: id,
  deliveredOn: day,
  proof: z.string().trim().min(2, '请写明送达凭证，例如“邮件签收回执”').max(300),
});
export type DeliveredInput = z.infer<typeof DeliveredInput>;

export const ArchiveInput = z.object({ version, archiveNumber: z.string().trim().min(1, '请填写档号').max(60) });
export type ArchiveInput = z.infer<typeof ArchiveInput>;
