import { z } from 'zod';
import {
  day,
  id,
  idParams,
  instant,
  pageOf,
  pageQuery,
  routes,
  UnitRef,
  version,
} from '../../../kernel/route.contract.ts';
import { REGISTER_CODES } from './registers.contract.ts';

const register = z.enum(REGISTER_CODES, { error: '没有这个台账，请从列表中选择。' });
const values = z.record(z.string(), z.unknown());
const year = z.coerce.number().int().min(2000).max(2200);

export const RecordView = z.object({
  id,
  register: z.string(),
  unit: UnitRef,
  title: z.string(),
  datedOn: day,
  values,
  /** Each value as people read it, by code of the field. */
  texts: z.record(z.string(), z.string()),
  /** Titles of the public items that the values name, by number. */
  titles: z.record(z.string(), z.string()),
  /** Rows that hang below this one. */
  below: z.number().int(),
  confirmed: z.object({ byName: z.string(), at: instant }).nullable(),
  createdByName: z.string(),
  changedAt: instant,
  version,
  allowed: z.array(z.enum(['edit', 'delete', 'confirm'])),
});
export type RecordView = z.infer<typeof RecordView>;

const filter = {
  register,
  unitId: id.optional(),
  year: year.optional(),
  about: z.coerce.number().int().positive().optional(),
  parentId: id.optional(),
  text: z.string().trim().max(60).optional(),
};
export const RecordQuery = z.object({ ...filter, ...pageQuery });
export type RecordQuery = z.infer<typeof RecordQuery>;
export const RecordExportQuery = z.object(filter);
export type RecordExportQuery = z.infer<typeof RecordExportQuery>;

export const RecordInput = z.object({ register, unitId: id, values });
export type RecordInput = z.infer<typeof RecordInput>;
export const RecordEdit = z.object({ version, values });
export type RecordEdit = z.infer<typeof RecordEdit>;

export const RecordSums = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  units: z.array(z.object({ unit: UnitRef, count: z.number().int(), amount: z.number().int() })),
});
export type RecordSums = z.infer<typeof RecordSums>;

/** Public items that a row may name. */
export const PublicChoice = z.object({ number: z.number().int(), title: z.string(), note: z.string() });
export type PublicChoice = z.infer<typeof PublicChoice>;

export const UploadedFile = z.object({
  sha256: z.string(),
  name: z.string(),
  size: z.number().int(),
  /** What the file carries besides what people see, in Chinese. */
  warnings: z.array(z.string()),
});
export type UploadedFile = z.infer<typeof UploadedFile>;

const kind = 'interpretationRecord';
const reads = { kind, action: 'read' } as const;
const base = '/api/interpretation-records';

export const recordRoutes = routes({
  list: {
    method: 'GET',
    url: base,
    summary: '解读工作台账',
    access: reads,
    query: RecordQuery,
    response: pageOf(RecordView),
  },
  sums: {
    method: 'GET',
    url: `${base}/sums`,
    summary: '台账各单位数量',
    access: reads,
    query: z.object({ register, year }),
    response: RecordSums,
  },
  export: {
    method: 'GET',
    url: `${base}/export.csv`,
    summary: '导出台账（CSV）',
    access: reads,
    query: RecordExportQuery,
  },
  choices: {
    method: 'GET',
    url: `${base}/choices`,
    summary: '可选的已公开文件、解读',
    access: reads,
    query: z.object({ of: z.enum(['document', 'interpretation']), text: z.string().trim().max(60).default('') }),
    response: z.object({ items: z.array(PublicChoice) }),
  },
  upload: {
    method: 'POST',
    url: `${base}/files`,
    summary: '上传课件',
    access: { kind, action: 'create' },
    response: UploadedFile,
    upload: true,
  },
  file: { method: 'GET', url: `${base}/:id/file`, summary: '下载课件', access: reads, params: idParams },
  one: {
    method: 'GET',
    url: `${base}/:id`,
    summary: '一条台账',
    access: reads,
    params: idParams,
    response: RecordView,
  },
  create: {
    method: 'POST',
    url: base,
    summary: '登记一条台账',
    access: { kind, action: 'create' },
    body: RecordInput,
    response: RecordView,
  },
  edit: {
    method: 'PUT',
    url: `${base}/:id`,
    summary: '修改一条台账',
    access: { kind, action: 'edit' },
    params: idParams,
    body: RecordEdit,
    response: RecordView,
  },
  remove: {
    method: 'DELETE',
    url: `${base}/:id`,
    summary: '删除一条台账',
    access: { kind, action: 'delete' },
    params: idParams,
    response: z.object({}),
  },
  confirm: {
    method: 'POST',
    url: `${base}/:id/confirm`,
    summary: '核实一条转载，向公众显示',
    access: { kind, action: 'confirm' },
    params: idParams,
    body: z.object({ version }),
    response: RecordView,
  },
});
