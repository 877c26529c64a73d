import { z } from 'zod';
import { ROLES } from '../../kernel/roles.ts';
import { Day } from './units.contract.ts';

/** left 离职退休, transferred 调离本单位, changed 单位内调整岗位. */
export const HAND_OVER_REASONS = ['left', 'transferred', 'changed'] as const;
export const HAND_OVER_REASON_LABELS: Readonly<Record<(typeof HAND_OVER_REASONS)[number], string>> = {
  left: '离职、退休或调出本区',
  transferred: '调到本区其他单位',
  changed: '单位内调整岗位',
};

export const HandOverInput = z.object({
  personId: z.uuid(),
  successorId: z.uuid(),
  reason: z.enum(HAND_OVER_REASONS),
  /** Day of the change of staff; filing is due the same day (TEAM-6). */
  changedOn: Day,
  note: z.string().trim().max(1000).nullable().default(null),
});
export type HandOverInput = z.infer<typeof HandOverInput>;

export const ItemInput = z.object({
  title: z.string().trim().min(2, '请写明交接事项').max(200),
  detail: z.string().trim().max(500).nullable().default(null),
});
export type ItemInput = z.infer<typeof ItemInput>;

export const ItemEdit = z.object({ ticked: z.boolean(), toPersonId: z.uuid().nullable() });
export type ItemEdit = z.infer<typeof ItemEdit>;

export const FileInput = z.object({
  version: z.number().int(),
  /** Gives the successor the roles that end, as far as the actor may give them. */
  giveRoles: z.boolean(),
});
export type FileInput = z.infer<typeof FileInput>;

const RoleHeld = z.object({ role: z.enum(ROLES), unitId: z.uuid() });

export const HandOverItemView = z.object({
  id: z.uuid(),
  /** Stable word of the module; `checklist` for what is handed over outside the system. */
  provider: z.string(),
  providerTitle: z.string(),
  subjectId: z.string(),
  title: z.string(),
  detail: z.string().nullable(),
  unitId: z.uuid().nullable(),
  dueOn: z.string().nullable(),
  toPersonId: z.uuid().nullable(),
  tickedAt: z.date().nullable(),
});
export type HandOverItemView = z.infer<typeof HandOverItemView>;

export const HandOverSummary = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  personName: z.string(),
  unitId: z.uuid(),
  successorId: z.uuid(),
  successorName: z.string(),
  reason: z.enum(HAND_OVER_REASONS),
  changedOn: z.string(),
  note: z.string().nullable(),
  state: z.enum(['draft', 'filed', 'cancelled']),
  createdAt: z.date(),
  /** For example 交接〔2026〕3号. */
  filingNumber: z.string().nullable(),
  filedAt: z.date().nullable(),
  /** Days from the change of staff to the filing (TEAM-C5). */
  daysToFiling: z.number().int().nullable(),
  itemCount: z.number().int(),
  tickedCount: z.number().int(),
  version: z.number().int(),
});
export type HandOverSummary = z.infer<typeof HandOverSummary>;

export const HandOverView = HandOverSummary.extend({
  items: z.array(HandOverItemView),
  /** What ended and what the successor got, once filed. */
  rolesEnded: z.array(RoleHeld),
  rolesGiven: z.array(RoleHeld),
});
export type HandOverView = z.infer<typeof HandOverView>;

export const HandOverListQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(200).default(50),
  state: z.enum(['draft', 'filed', 'cancelled']).optional(),
  unitId: z.uuid().optional(),
});
export type HandOverListQuery = z.infer<typeof HandOverListQuery>;

export const HandOverPage = z.object({
  items: z.array(HandOverSummary),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});
