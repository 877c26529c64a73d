import { z } from 'zod';
import * as P from '../plan/plans.contract.ts';
import { idParams, routes } from '../route.contract.ts';
import * as I from './imports.contract.ts';

const planImport = { kind: 'plan', action: 'import' } as const;
const None = z.object({});

export const importRoutes = routes({
  startImport: {
    method: 'POST',
    url: '/api/plan-imports',
    summary: '上传工作要点文件',
    access: planImport,
    upload: true,
    response: I.ImportDraft,
  },
  listImports: {
    method: 'GET',
    url: '/api/plan-imports',
    summary: '未完成的导入',
    access: planImport,
    response: I.ImportList,
  },
  getImport: {
    method: 'GET',
    url: '/api/plan-imports/:id',
    summary: '导入草稿',
    access: planImport,
    params: idParams,
    response: I.ImportDraft,
  },
  importOriginal: {
    method: 'GET',
    url: '/api/plan-imports/:id/original',
    summary: '原文件',
    access: planImport,
    params: idParams,
  },
  importSource: {
    method: 'GET',
    url: '/api/plan-imports/:id/source',
    summary: '原文内容',
    access: planImport,
    params: idParams,
    response: I.ImportSource,
  },
  editImportHead: {
    method: 'PUT',
    url: '/api/plan-imports/:id',
    summary: '修改标题、文号等',
    access: planImport,
    params: idParams,
    body: I.ImportHeadEdit,
    response: I.ImportDraft,
  },
  addImportRow: {
    method: 'POST',
    url: '/api/plan-imports/:id/rows',
    summary: '补充一行',
    access: planImport,
    params: idParams,
    body: I.ImportRowAdd,
    response: I.ImportDraft,
  },
  editImportRow: {
    method: 'PUT',
    url: '/api/plan-imports/:id/rows/:rowId',
    summary: '修改一行',
    access: planImport,
    params: I.ImportRowParams,
    body: I.ImportRowEdit,
    response: I.ImportRow,
  },
  confirmImport: {
    method: 'POST',
    url: '/api/plan-imports/:id/confirm',
    summary: '确认入账',
    access: planImport,
    params: idParams,
    body: I.ImportConfirm,
    response: P.PlanDetail,
  },
  discardImport: {
    method: 'DELETE',
    url: '/api/plan-imports/:id',
    summary: '放弃导入',
    access: planImport,
    params: idParams,
    response: None,
  },
});
