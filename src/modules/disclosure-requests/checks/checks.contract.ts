import { z } from 'zod';
import { day, id, routes, UnitRef } from '../../../kernel/route.contract.ts';

/** What is counted of the requests received in some days; each count is the length of a list that can be opened (FOI-C1 to FOI-C5). */
export const REQUEST_CHECKS = [
  'received',
  'answered',
  'onTime',
  'late',
  'lateOpen',
  'filed',
  'nodesWhole',
  'nodesMissing',
  'notSupplied',
  'withReasons',
  'withoutReasons',
  'supplied',
  'examined',
  'unexamined',
  'converted',
  'withContact',
  'withAdvice',
] as const;
export type RequestCheck = (typeof REQUEST_CHECKS)[number];

export const REQUEST_CHECK_LABELS: Readonly<Record<RequestCheck, string>> = {
  received: '收到',
  answered: '已答复',
  onTime: '按期答复',
  late: '逾期答复',
  lateOpen: '逾期未答复',
  filed: '已归档',
  nodesWhole: '归档案卷节点齐全',
  nodesMissing: '归档案卷节点不全',
  notSupplied: '未提供信息的告知书',
  withReasons: '写明理由',
  withoutReasons: '没有写明理由',
  supplied: '提供了信息',
  examined: '已逐条研判能否转为主动公开',
  unexamined: '尚未研判',
  converted: '已转为主动公开并上网',
  withContact: '有沟通记录',
  withAdvice: '法律顾问参与',
};

const count = z.number().int();
const counts = Object.fromEntries(REQUEST_CHECKS.map((check) => [check, count])) as Record<RequestCheck, typeof count>;

export const UnitChecks = z.object({ unit: UnitRef, ...counts });
export type UnitChecks = z.infer<typeof UnitChecks>;

export const ChecksQuery = z.object({
  /** Of receipt. */
  from: day,
  to: day,
  unitId: id.optional(),
});
export type ChecksQuery = z.infer<typeof ChecksQuery>;

export const requestCheckRoutes = routes({
  checks: {
    method: 'GET',
    url: '/api/disclosure-requests/checks',
    summary: '依申请公开办理质量（按单位）',
    access: { kind: 'case', action: 'read' },
    query: ChecksQuery,
    response: z.array(UnitChecks),
  },
});
