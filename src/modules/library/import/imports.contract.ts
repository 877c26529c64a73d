import { z } from 'zod';
import { id, idParams, instant, pageOf, pageQuery, routes } from '../../../kernel/route.contract.ts';

/** `reading`: the table is taken in; `unreadable`: it could not be, `trouble` says why; `checking`: the dry run goes on; `checked`: it is done; `running`; `paused`; `done`. */
export const IMPORT_STATES = ['reading', 'unreadable', 'checking', 'checked', 'running', 'paused', 'done'] as const;
/** `unchecked` until the dry run has come to it, `ready` or `faulty` after; `taken` while it is worked on; `imported`; `failed` with the reason. */
export const ROW_STATES = ['unchecked', 'ready', 'faulty', 'taken', 'imported', 'failed'] as const;

export const Import = z.object({
  id,
  name: z.string(),
  source: z.string(),
  state: z.enum(IMPORT_STATES),
  trouble: z.string().nullable(),
  unused: z.array(z.string()),
  files: z.number().int(),
  counts: z.object({
    total: z.number().int(),
    unchecked: z.number().int(),
    ready: z.number().int(),
    faulty: z.number().int(),
    taken: z.number().int(),
    imported: z.number().int(),
    failed: z.number().int(),
  }),
  startedBy: z.string().nullable(),
  createdAt: instant,
  finishedAt: instant.nullable(),
});
export type Import = z.infer<typeof Import>;

export const ImportRow = z.object({
  row: z.number().int(),
  state: z.enum(ROW_STATES),
  title: z.string(),
  documentNumber: z.string().nullable(),
  problems: z.array(z.object({ column: z.string(), severity: z.enum(['blocks', 'warns']), message: z.string() })),
  /** Permanent number once it is public. */
  number: z.number().int().nullable(),
});
export type ImportRow = z.infer<typeof ImportRow>;

export const ImportRowQuery = z.object({ ...pageQuery, state: z.enum(ROW_STATES).optional() });
export type ImportRowQuery = z.infer<typeof ImportRowQuery>;

const access = { kind: 'library', action: 'import' } as const;
const one = (path = '') => `/api/library/imports/:id${path}`;

export const importRoutes = routes({
  imports: {
    method: 'GET',
    url: '/api/library/imports',
    summary: '历史文件导入',
    access,
    response: z.object({ items: z.array(Import) }),
  },
  /** Multipart: `table` (CSV, XLSX, JSON), `files` (ZIP, optional), field `source`. Large tables are still `reading` or `checking` when the answer comes. */
  startImport: {
    method: 'POST',
    url: '/api/library/imports',
    summary: '上传并试读',
    access,
    response: Import,
    upload: true,
  },
  import: { method: 'GET', url: one(), summary: '一次导入', access, params: idParams, response: Import },
  importRows: {
    method: 'GET',
    url: one('/rows'),
    summary: '逐行结果',
    access,
    params: idParams,
    query: ImportRowQuery,
    response: pageOf(ImportRow),
  },
  runImport: {
    method: 'POST',
    url: one('/run'),
    summary: '开始或继续导入',
    access,
    params: idParams,
    response: Import,
  },
  pauseImport: { method: 'POST', url: one('/pause'), summary: '暂停导入', access, params: idParams, response: Import },
  importErrors: { method: 'GET', url: one('/errors.csv'), summary: '错误清单（CSV）', access, params: idParams },
});
