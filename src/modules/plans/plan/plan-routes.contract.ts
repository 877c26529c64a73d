import { z } from 'zod';
import * as A from '../assignments/assignments.contract.ts';
import * as L from '../look-back/look-back.contract.ts';
import { idParams, routes, version } from '../route.contract.ts';
import * as T from '../tasks/tasks.contract.ts';
import * as P from './plans.contract.ts';

const planExport = { kind: 'plan', action: 'export' } as const;
const planEdit = { kind: 'plan', action: 'edit' } as const;
/** Figures by unit and state, and how a plan was approved, are for those signed in; visitors read what /api/open gives. */
const ledgerRead = { kind: 'task', action: 'read' } as const;
const taskEdit = { kind: 'task', action: 'edit' } as const;
const share = (action: string) => ({ kind: 'assignment', action }) as const;
const Versioned = z.object({ version });
const None = z.object({});

export const planRoutes = routes({
  listPlans: {
    method: 'GET',
    url: '/api/plans',
    summary: '工作要点列表',
    access: ledgerRead,
    query: P.PlanListQuery,
    response: P.PlanPage,
  },
  createPlan: {
    method: 'POST',
    url: '/api/plans',
    summary: '新建工作要点',
    access: { kind: 'plan', action: 'create' },
    body: P.PlanInput,
    response: P.PlanDetail,
  },
  getPlan: {
    method: 'GET',
    url: '/api/plans/:id',
    summary: '工作要点',
    access: ledgerRead,
    params: idParams,
    response: P.PlanDetail,
  },
  editPlan: {
    method: 'PUT',
    url: '/api/plans/:id',
    summary: '修改工作要点',
    access: planEdit,
    params: idParams,
    body: P.PlanEdit,
    response: P.PlanDetail,
  },
  publishPlan: {
    method: 'POST',
    url: '/api/plans/:id/publish',
    summary: '印发并公开',
    access: { kind: 'plan', action: 'publish' },
    params: idParams,
    body: Versioned,
    response: P.PlanDetail,
  },
  closePlan: {
    method: 'POST',
    url: '/api/plans/:id/close',
    summary: '办结归档',
    access: { kind: 'plan', action: 'publish' },
    params: idParams,
    body: Versioned,
    response: P.PlanDetail,
  },
  planOverview: {
    method: 'GET',
    url: '/api/plans/:id/overview',
    summary: '进度总览（图表数据）',
    access: ledgerRead,
    params: idParams,
    response: P.PlanOverview,
  },
  planTimeline: {
    method: 'GET',
    url: '/api/plans/:id/timeline',
    summary: '时间轴',
    access: ledgerRead,
    params: idParams,
    response: P.PlanTimeline,
  },
  planCalendar: {
    method: 'GET',
    url: '/api/plans/:id/calendar',
    summary: '月历',
    access: ledgerRead,
    params: idParams,
    query: P.CalendarQuery,
    response: P.PlanCalendar,
  },
  subplans: {
    method: 'GET',
    url: '/api/plans/:id/subplans',
    summary: '各单位分解与本单位工作要点',
    access: ledgerRead,
    params: idParams,
    response: P.Subplans,
  },
  submitBreakdown: {
    method: 'POST',
    url: '/api/plans/:id/breakdowns',
    summary: '报送任务分解',
    access: share('assign'),
    params: idParams,
    body: z.object({ unitId: z.uuid() }),
    response: P.Subplans,
  },
  exportXlsx: {
    method: 'GET',
    url: '/api/plans/:id/ledger.xlsx',
    summary: '导出台账（电子表格）',
    access: planExport,
    params: idParams,
    query: T.LedgerFilter,
  },
  exportDocx: {
    method: 'GET',
    url: '/api/plans/:id/ledger.docx',
    summary: '导出台账（文档）',
    access: planExport,
    params: idParams,
    query: T.LedgerFilter,
  },
  readProgress: {
    method: 'POST',
    url: '/api/plans/:id/progress-import',
    summary: '读取进展表（不保存）',
    access: share('report'),
    params: idParams,
    upload: true,
    response: A.ProgressImport,
  },
  applyProgress: {
    method: 'POST',
    url: '/api/plans/:id/progress-import/apply',
    summary: '按进展表更新进展',
    access: share('report'),
    params: idParams,
    body: A.ProgressApply,
    response: T.BulkResult,
  },
  addTask: {
    method: 'POST',
    url: '/api/plans/:id/tasks',
    summary: '新增任务',
    access: taskEdit,
    params: idParams,
    body: T.TaskInput,
    response: T.TaskDetail,
  },
  openLookBack: {
    method: 'POST',
    url: '/api/plans/:id/look-back',
    summary: '开展回头看',
    access: { kind: 'plan', action: 'lookBack' },
    params: idParams,
    body: None,
    response: L.LookBack,
  },
  getLookBack: {
    method: 'GET',
    url: '/api/plans/:id/look-back',
    summary: '回头看清单',
    access: { kind: 'lookBack', action: 'read' },
    params: idParams,
    response: L.LookBack,
  },
  decideLookBack: {
    method: 'PUT',
    url: '/api/look-back-items/:id',
    summary: '核查核销',
    access: { kind: 'plan', action: 'lookBack' },
    params: idParams,
    body: L.LookBackDecision,
    response: L.LookBackItem,
  },
  listParameters: {
    method: 'GET',
    url: '/api/plan-parameters',
    summary: '时限与指标参数',
    access: { kind: 'planParameter', action: 'read' },
    response: P.ParameterList,
  },
  setParameter: {
    method: 'PUT',
    url: '/api/plan-parameters',
    summary: '设置参数',
    access: { kind: 'planParameter', action: 'edit' },
    body: P.ParameterInput,
    response: P.ParameterList,
  },
  deleteParameter: {
    method: 'DELETE',
    url: '/api/plan-parameters/:id',
    summary: '删除参数',
    access: { kind: 'planParameter', action: 'edit' },
    params: idParams,
    response: P.ParameterList,
  },
});
