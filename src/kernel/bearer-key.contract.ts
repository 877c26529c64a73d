import { z } from 'zod';
import { id, instant } from './route.contract.ts';

/** A key with which another system comes in, as the office sees it. */
export const BearerKeyView = z.object({
  id,
  /** Last four characters. */
  ending: z.string(),
  createdBy: z.string(),
  createdAt: instant,
  lastUsedAt: instant.nullable(),
  revokedAt: instant.nullable(),
  revokedBy: z.string().nullable(),
});
export type BearerKeyView = z.infer<typeof BearerKeyView>;
