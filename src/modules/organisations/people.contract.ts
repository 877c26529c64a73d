import { z } from 'zod';
import { ROLES } from '../../kernel/roles.ts';
import { Day } from './units.contract.ts';

const Text = (most: number) => z.string().trim().max(most).nullable().default(null);

export const PersonView = z.object({
  id: z.uuid(),
  account: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  unitId: z.uuid(),
  sectionId: z.uuid().nullable(),
  position: z.string().nullable(),
  skills: z.string().nullable(),
  reserve: z.boolean(),
  active: z.boolean(),
  leftOn: z.string().nullable(),
  version: z.number().int(),
  /** In force today. */
  roles: z.array(z.object({ role: z.enum(ROLES), unitId: z.uuid(), acting: z.boolean() })),
});
export type PersonView = z.infer<typeof PersonView>;

export const PersonInput = z.object({
  account: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._-]{2,63}$/, '账号用 3 至 64 个小写字母、数字、点、横线或下划线'),
  name: z.string().trim().min(2, '姓名至少两个字').max(50),
  email: z.email('邮箱格式不正确').nullable().default(null),
  phone: Text(40),
  unitId: z.uuid(),
  sectionId: z.uuid().nullable().default(null),
  position: Text(100),
  /** TEAM-5: what the person is good at, and whether he or she is in the reserve. */
  skills: Text(500),
  reserve: z.boolean().default(false),
});
export type PersonInput = z.infer<typeof PersonInput>;
export const PersonEdit = PersonInput.extend({ version: z.number().int() });
export type PersonEdit = z.infer<typeof PersonEdit>;

export const PersonListQuery = z.object({
  page: z.coerce.number().int().min(1).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
  sort: z.enum(['name', '-name', 'account', '-account', 'unit', '-unit']).default('unit'),
  search: z.string().trim().max(50).optional(),
  unitId: z.uuid().optional(),
  role: z.enum(ROLES).optional(),
  reserve: z.stringbool().optional(),
  /** Includes people who left. */
  former: z.stringbool().default(false),
});
export type PersonListQuery = z.infer<typeof PersonListQuery>;

export const PersonPage = z.object({
  items: z.array(PersonView),
  total: z.number().int(),
  page: z.number().int(),
  pageSize: z.number().int(),
});

export const GrantView = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  unitId: z.uuid(),
  role: z.enum(ROLES),
  fromOn: z.string(),
  toOn: z.string().nullable(),
  actingFor: z.uuid().nullable(),
  grantedAt: z.date(),
  endedAt: z.date().nullable(),
  endReason: z.string().nullable(),
});
export type GrantView = z.infer<typeof GrantView>;

export const GrantInput = z
  .object({
    unitId: z.uuid(),
    role: z.enum(ROLES),
    fromOn: Day,
    toOn: Day.nullable().default(null),
    /** 代理: the person whose work is done for a time; an end date is then needed. */
    actingFor: z.uuid().nullable().default(null),
  })
  .refine((grant) => grant.actingFor === null || grant.toOn !== null, { path: ['toOn'], message: '代理须写明截止日期' })
  .refine((grant) => grant.toOn === null || grant.fromOn <= grant.toOn, {
    path: ['toOn'],
    message: '截止日期不能早于开始日期',
  });
export type GrantInput = z.infer<typeof GrantInput>;
export const GrantEnd = z.object({ reason: z.string().trim().min(2, '请写明终止原因').max(200) });

export const AccessReportQuery = z.object({
  /** Instant; who could do what at that moment. */
  at: z.iso.datetime({ offset: true, message: '时间格式不正确' }),
  unitId: z.uuid().optional(),
});
export const AccessReport = z.object({
  at: z.string(),
  items: z.array(
    z.object({
      personId: z.uuid(),
      name: z.string(),
      account: z.string(),
      unitId: z.uuid(),
      role: z.enum(ROLES),
      fromOn: z.string(),
      toOn: z.string().nullable(),
      actingFor: z.uuid().nullable(),
      endedAt: z.date().nullable(),
    }),
  ),
});
