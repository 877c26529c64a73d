import { z } from 'zod';
import { day, flag, id, pageOf, pageQuery, routes, UnitRef, version } from '../../../kernel/route.contract.ts';
import { ATTRIBUTES, LIFE_STATES, MANNERS, OPEN_STATES } from '../publication-words.ts';

export const ArchiveEntry = z.object({
  id,
  version: z.number().int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  unit: UnitRef,
  formedOn: day.nullable(),
  life: z.enum(LIFE_STATES),
  open: z.enum(OPEN_STATES).nullable(),
  attribute: z.enum(ATTRIBUTES).nullable(),
  manner: z.enum(MANNERS).nullable(),
  /** Null: not handed over. */
  archivedOn: day.nullable(),
  /** Whether the person who asks may set it. */
  mayArchive: z.boolean(),
});
export type ArchiveEntry = z.infer<typeof ArchiveEntry>;

export const ArchiveListQuery = z.object({
  ...pageQuery,
  unitId: id.optional(),
  archived: flag.optional(),
  /** Formed in this year or before. */
  upToYear: z.coerce.number().int().min(1949).max(2199).optional(),
  text: z.string().trim().max(100).optional(),
});
export type ArchiveListQuery = z.infer<typeof ArchiveListQuery>;

export const TransferInput = z.object({
  items: z.array(z.object({ id, version })).min(1, '请勾选文件').max(200, '一次最多登记 200 份'),
  /** Null: takes the mark back. */
  archivedOn: day.nullable(),
  note: z.string().trim().max(200).nullish(),
});
export type TransferInput = z.infer<typeof TransferInput>;

export const TransferResult = z.object({
  done: z.number().int(),
  /** What was left as it is, and why. */
  left: z.array(z.object({ id, title: z.string(), reason: z.string() })),
});
export type TransferResult = z.infer<typeof TransferResult>;

export const archivingRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/archive-transfers',
    summary: '移交国家档案馆登记',
    access: { kind: 'publication', action: 'read' },
    query: ArchiveListQuery,
    response: pageOf(ArchiveEntry),
  },
  transfer: {
    method: 'POST',
    url: '/api/archive-transfers',
    summary: '成批登记或取消移交国家档案馆',
    access: { kind: 'publication', action: 'archive' },
    body: TransferInput,
    response: TransferResult,
  },
});
