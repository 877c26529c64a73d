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
import { EXPORT_FORMATS, MOST_TEXT, REPORT_SCOPES, REPORT_STATES, TEXT_HEADS } from './report-words.ts';

const year = z.coerce.number().int().min(2000).max(2200);
const cell = z.string().min(1).max(100);

export const ReportSummary = z.object({
  id,
  unit: UnitRef,
  scope: z.enum(REPORT_SCOPES),
  year: z.number().int(),
  title: z.string(),
  state: z.enum(REPORT_STATES),
  publishedOn: day.nullable(),
  publicationNumber: z.number().int().nullable(),
  version: z.number().int(),
});
export type ReportSummary = z.infer<typeof ReportSummary>;

const Due = z.object({
  dueOn: day,
  basis: z.string(),
  /** Null: nobody set another day than the Regulations. */
  version: z.number().int().nullable(),
});

/** A unit that owes a report of the year, with what became of it. */
export const ReportLine = z.object({
  unit: UnitRef,
  scope: z.enum(REPORT_SCOPES),
  report: ReportSummary.nullable(),
  /** Also of one that was made elsewhere and published as a document. */
  publishedOn: day.nullable(),
  publicationNumber: z.number().int().nullable(),
  dueOn: day,
  punctuality: z.enum(['published', 'publishedLate', 'waiting', 'overdue']),
  mayCreate: z.boolean(),
});
export type ReportLine = z.infer<typeof ReportLine>;

export const ReportList = z.object({
  year: z.number().int(),
  years: z.array(z.number().int()),
  today: day,
  due: z.object({ unit: Due, district: Due }),
  /** The district's; null for those who may not see it. */
  district: ReportLine.nullable(),
  units: z.array(ReportLine),
});
export type ReportList = z.infer<typeof ReportList>;

export const FigureView = z.object({
  counted: z.number().nullable(),
  declared: z.number().nullable(),
  value: z.number().nullable(),
});
export type FigureView = z.infer<typeof FigureView>;

export const PrintedCellView = z.object({
  text: z.string(),
  heading: z.enum(['column', 'row']).nullable(),
  cell: z.string().nullable(),
  columns: z.number().int(),
  rows: z.number().int(),
});

export const StatementView = z.object({
  cell: z.string(),
  label: z.string(),
  unit: UnitRef,
  /** Null: taken back. */
  amount: z.number().nullable(),
  source: z.string(),
  by: z.string(),
  at: instant,
  /** Counts now; else replaced or taken back since. */
  stands: z.boolean(),
});
export type StatementView = z.infer<typeof StatementView>;

export const FaultView = z.object({
  code: z.string(),
  severity: z.enum(['blocks', 'warns']),
  message: z.string(),
  cells: z.array(z.string()),
});
export type FaultView = z.infer<typeof FaultView>;

export const PlanLineView = z.object({
  taskId: id,
  planTitle: z.string(),
  number: z.number().int(),
  task: z.string(),
  role: z.string(),
  deadline: z.string(),
  state: z.string(),
  acceptedOn: day.nullable(),
});

export const ReportView = ReportSummary.extend({
  form: z.string(),
  parts: z.array(z.string()),
  due: Due,
  returnedBecause: z.string().nullable(),
  publicationId: id.nullable(),
  /** Figures stand still. */
  isFrozen: z.boolean(),
  tables: z.array(
    z.object({
      part: z.string(),
      title: z.string(),
      widths: z.array(z.number()),
      rows: z.array(z.array(PrintedCellView)),
    }),
  ),
  figures: z.record(z.string(), FigureView),
  /** By cell: label, whether it may be stated by hand, whether it is money. */
  cells: z.record(z.string(), z.object({ label: z.string(), isTotal: z.boolean(), isMoney: z.boolean() })),
  texts: z.record(z.string(), z.string()),
  suggested: z.record(z.string(), z.string()),
  feeSentence: z.string(),
  lastYear: z.object({ id, texts: z.record(z.string(), z.string()) }).nullable(),
  plan: z.array(PlanLineView),
  faults: z.array(FaultView),
  /** What the records would give today, where it is something else. */
  differences: z.array(
    z.object({ cell: z.string(), label: z.string(), stood: z.number().nullable(), now: z.number().nullable() }),
  ),
  statements: z.array(StatementView),
  /** Of the district: whose reports are in it as submitted, and whose are counted from their records. */
  members: z.array(z.object({ unit: UnitRef, reportId: id.nullable(), state: z.enum(REPORT_STATES).nullable() })),
  history: z.array(z.object({ text: z.string(), by: z.string(), at: instant })),
  allowed: z.array(z.string()),
});
export type ReportView = z.infer<typeof ReportView>;

export const RecordView = z.object({
  kind: z.enum(['request', 'proceeding', 'document', 'fee']),
  id: z.string(),
  caseId: z.string().nullable(),
  number: z.string(),
  title: z.string(),
  unit: UnitRef,
  note: z.string(),
});
export type RecordView = z.infer<typeof RecordView>;

export const CellRecords = pageOf(RecordView).extend({
  label: z.string(),
  figure: FigureView,
  statements: z.array(StatementView),
  /** How a figure of the district is made up; empty for a unit's. */
  units: z.array(z.object({ unit: UnitRef, counted: z.number(), declared: z.number() })),
});
export type CellRecords = z.infer<typeof CellRecords>;

export const CreateReport = z.object({
  unitId: id,
  year: z.number().int().min(2000).max(2200),
  scope: z.enum(REPORT_SCOPES),
});
export type CreateReport = z.infer<typeof CreateReport>;
export const TextInput = z.object({
  version,
  head: z.enum(TEXT_HEADS),
  text: z.string().max(MOST_TEXT, `最多 ${MOST_TEXT} 字`),
});
export type TextInput = z.infer<typeof TextInput>;
export const StateInput = z.object({
  version,
  cell,
  /** Null takes it back. */
  amount: z.number().min(-1e9).max(1e9).nullable(),
  source: z.string().trim().min(2, '请注明来源，例如“行政执法统计年报”').max(300),
});
export type StateInput = z.infer<typeof StateInput>;
export const MoveInput = z.object({ version });
export const ReturnInput = MoveInput.extend({ reason: z.string().trim().min(4, '请写明退回理由').max(500) });
export type ReturnInput = z.infer<typeof ReturnInput>;
export const DueInput = z.object({
  /** Null: nobody has set one yet. */
  version: z.number().int().nullable(),
  dueOn: day,
  basis: z.string().trim().min(2, '请写明依据，例如工作要点的要求').max(300),
});
export type DueInput = z.infer<typeof DueInput>;

const reads = { kind: 'annualReport', action: 'read' } as const;
const access = (action: string) => ({ kind: 'annualReport', action });
const one = '/api/annual-reports/:id';

export const reportRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/annual-reports',
    summary: '各单位年度报告',
    access: reads,
    query: z.object({ year: year.optional() }),
    response: ReportList,
  },
  create: {
    method: 'POST',
    url: '/api/annual-reports',
    summary: '开始编制年度报告',
    access: access('create'),
    body: CreateReport,
    response: z.object({ id }),
  },
  get: { method: 'GET', url: one, summary: '年度报告', access: reads, params: idParams, response: ReportView },
  records: {
    method: 'GET',
    url: `${one}/cells/:cell`,
    summary: '一个数字背后的记录',
    access: reads,
    params: idParams.extend({ cell }),
    query: z.object(pageQuery),
    response: CellRecords,
  },
  setText: {
    method: 'PUT',
    url: `${one}/texts`,
    summary: '填写文字部分',
    access: access('edit'),
    params: idParams,
    body: TextInput,
    response: ReportView,
  },
  state: {
    method: 'PUT',
    url: `${one}/statements`,
    summary: '补充申报一个数字并注明来源',
    access: access('edit'),
    params: idParams,
    body: StateInput,
    response: ReportView,
  },
  submit: {
    method: 'POST',
    url: `${one}/submit`,
    summary: '提交审核，数字自此固定',
    access: access('submit'),
    params: idParams,
    body: MoveInput,
    response: ReportView,
  },
  return: {
    method: 'POST',
    url: `${one}/return`,
    summary: '退回修改',
    access: access('return'),
    params: idParams,
    body: ReturnInput,
    response: ReportView,
  },
  accept: {
    method: 'POST',
    url: `${one}/accept`,
    summary: '审核通过',
    access: access('accept'),
    params: idParams,
    body: MoveInput,
    response: ReportView,
  },
  publish: {
    method: 'POST',
    url: `${one}/publication`,
    summary: '生成公开信息稿，经认定、审核后公布',
    access: access('publish'),
    params: idParams,
    body: MoveInput,
    response: ReportView,
  },
  export: {
    method: 'GET',
    url: `${one}/export/:format`,
    summary: '导出年度报告',
    access: reads,
    params: idParams.extend({ format: z.enum(EXPORT_FORMATS) }),
  },
  setDue: {
    method: 'PUT',
    url: '/api/annual-report-due/:year/:scope',
    summary: '设定公布期限',
    access: { kind: 'annualReportDue', action: 'edit' },
    params: z.object({ year, scope: z.enum(REPORT_SCOPES) }),
    body: DueInput,
    response: z.object({ dueOn: day, basis: z.string(), version: z.number().int().nullable() }),
  },
});
