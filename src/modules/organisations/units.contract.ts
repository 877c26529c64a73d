import { z } from 'zod';
import { isLocalDate, type LocalDate } from '../../kernel/local-date.ts';

export const UNIT_KINDS = ['government', 'department', 'street', 'town', 'park', 'institution', 'enterprise'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

export const UNIT_KIND_LABELS: Readonly<Record<UnitKind, string>> = {
  government: '人民政府',
  department: '委办局',
  street: '街道',
  town: '镇（乡）',
  park: '园区',
  institution: '事业单位',
  enterprise: '企业',
};

/** YYYY-MM-DD, a real day. */
export const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, '日期请按“年-月-日”填写，例如 2026-03-31')
  .refine(isLocalDate, '没有这一天，请核对日期') as unknown as z.ZodType<LocalDate, string>;

const Name = z.string().trim().min(2, '名称至少两个字').max(100, '名称不超过 100 个字');

export const UnitView = z.object({
  id: z.uuid(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: z.uuid().nullable(),
  isOffice: z.boolean(),
  initials: z.string(),
  sort: z.number().int(),
  fromOn: z.string().nullable(),
  toOn: z.string().nullable(),
  aliases: z.array(z.string()),
  version: z.number().int(),
});

export const UnitInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[a-z][a-z0-9-]*$/, '代码用小写字母开头，只含小写字母、数字和短横线，例如 jiaoyuju')
    .max(40),
  name: Name,
  shortName: Name,
  kind: z.enum(UNIT_KINDS),
  parentId: z.uuid().nullable().default(null),
  isOffice: z.boolean().default(false),
  sort: z.number().int().min(0).max(100_000).default(1000),
  fromOn: Day.nullable().default(null),
  toOn: Day.nullable().default(null),
  aliases: z.array(Name).max(50).default([]),
});
export type UnitInput = z.infer<typeof UnitInput>;

export const UnitEdit = UnitInput.extend({ version: z.number().int() });
export type UnitEdit = z.infer<typeof UnitEdit>;

export const UnitListQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(200),
  sort: z.enum(['sort', '-sort', 'name', '-name', 'code', '-code']).default('sort'),
  /** Part of name, alias, code or pinyin initials. */
  search: z.string().trim().max(50).optional(),
  kind: z.enum(UNIT_KINDS).optional(),
  /** Includes units that no longer exist. */
  former: z.stringbool().default(false),
});
export type UnitListQuery = z.infer<typeof UnitListQuery>;

export const UnitPage = z.object({
  items: z.array(UnitView),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});

export const GROUP_RULES = ['kinds', 'list', 'open'] as const;

export const GroupView = z.object({
  id: z.uuid(),
  name: z.string(),
  aliases: z.array(z.string()),
  rule: z.enum(GROUP_RULES),
  kinds: z.array(z.enum(UNIT_KINDS)),
  unitIds: z.array(z.uuid()),
  note: z.string().nullable(),
  version: z.number().int(),
  /** Units it stands for today. */
  expandsTo: z.array(z.uuid()),
});

export const GroupInput = z
  .object({
    name: Name,
    aliases: z.array(Name).max(50).default([]),
    rule: z.enum(GROUP_RULES),
    kinds: z.array(z.enum(UNIT_KINDS)).default([]),
    unitIds: z.array(z.uuid()).default([]),
    note: z.string().trim().max(500).nullable().default(null),
  })
  .refine((group) => group.rule !== 'kinds' || group.kinds.length > 0, {
    path: ['kinds'],
    message: '请至少选择一类单位',
  })
  .refine((group) => group.rule !== 'list' || group.unitIds.length > 0, {
    path: ['unitIds'],
    message: '请至少选择一个单位',
  });
export type GroupInput = z.infer<typeof GroupInput>;
export const GroupEdit = GroupInput.and(z.object({ version: z.number().int() }));
export type GroupEdit = z.infer<typeof GroupEdit>;

export const SectionView = z.object({ id: z.uuid(), unitId: z.uuid(), name: z.string(), active: z.boolean() });
export const SectionInput = z.object({ name: Name });
export const SectionEdit = z.object({ name: Name, active: z.boolean() });

export const MatchInput = z.object({ names: z.array(z.string().max(200)).min(1).max(2000) });
export const MatchView = z.object({
  matches: z.array(
    z.object({
      name: z.string(),
      match: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('unit'), unitId: z.uuid(), how: z.enum(['exact', 'alias', 'normalised']) }),
        z.object({
          kind: z.literal('group'),
          name: z.string(),
          groupId: z.uuid().nullable(),
          unitIds: z.array(z.uuid()),
          open: z.boolean(),
        }),
        z.object({
          kind: z.literal('doubt'),
          candidates: z.array(z.object({ unitId: z.uuid(), name: z.string(), score: z.number(), reason: z.string() })),
        }),
        z.object({ kind: z.literal('none') }),
      ]),
    }),
  ),
});
