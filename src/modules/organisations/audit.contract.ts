import { z } from 'zod';
import { Day } from './units.contract.ts';

export const AuditQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
  kind: z.string().max(50).optional(),
  action: z.string().max(50).optional(),
  actorId: z.uuid().optional(),
  subjectId: z.string().max(100).optional(),
  outcome: z.enum(['done', 'refused']).optional(),
  /** Days in Asia/Shanghai, both included. */
  from: Day.optional(),
  to: Day.optional(),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const AuditEntryView = z.object({
  seq: z.number().int(),
  at: z.date(),
  actorType: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  action: z.string(),
  kind: z.string(),
  subjectId: z.string(),
  unitId: z.string().nullable(),
  outcome: z.string(),
  detail: z.unknown(),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditPage = z.object({
  items: z.array(AuditEntryView),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
