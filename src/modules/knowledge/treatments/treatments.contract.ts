import { z } from 'zod';
import {
  day,
  flag,
  id,
  idParams,
  instant,
  pageOf,
  pageQuery,
  routes,
  UnitRef,
  version,
} from '../../../kernel/route.contract.ts';
import {
  MEASURE_KIND_CODES,
  MONTH_PHASE_CODES,
  MOST_NUMBERS_AT_ONCE,
  MOST_ROOTS,
  TREATED_WAY_CODES,
  TREATMENT_STATE_CODES,
} from './treatment-words.ts';

const reason = z.string().trim().min(4, '请写明理由，至少4个字').max(300);
const words = (most: number) => z.string().trim().max(most, `不超过${most}个字`).default('');
const title = z.string().trim().min(4, '请写明要治理的问题，至少4个字').max(80, '问题不超过80个字');

/** 源头治理事项: one problem behind many cases (MSG-15). */
export const TreatmentView = z.object({
  id,
  version,
  title: z.string(),
  unit: UnitRef,
  state: z.enum(TREATMENT_STATE_CODES),
  openedOn: day,
  openedBy: z.string(),
  dueOn: day.nullable(),
  /** From today, negative when late; null when nothing is due. */
  workdaysLeft: z.number().int().nullable(),
  effectiveOn: day.nullable(),
  /** Cases of its kind, those that it was opened from among them. */
  cases: z.number().int(),
  /** Of those, answered or closed. */
  settled: z.number().int(),
});
export type TreatmentView = z.infer<typeof TreatmentView>;

const Side = z.object({
  from: z.string(),
  to: z.string(),
  months: z.number().int(),
  received: z.number().int(),
  average: z.number(),
});

export const TreatmentEffect = z.object({
  months: z.array(
    z.object({
      month: z.string(),
      received: z.number().int(),
      phase: z.enum(MONTH_PHASE_CODES).nullable(),
      isCompared: z.boolean(),
    }),
  ),
  before: Side.nullable(),
  after: Side.nullable(),
  fallPercent: z.number().int().nullable(),
  sentence: z.string(),
});

export const TreatmentDetail = TreatmentView.extend({
  clusterId: id.nullable(),
  inquiry: z.string(),
  cause: z.string(),
  measureKind: z.enum(MEASURE_KIND_CODES).nullable(),
  measure: z.string(),
  result: z.string(),
  proofs: z.array(z.object({ number: z.number().int(), title: z.string(), isPublic: z.boolean() })),
  finishedBy: z.string().nullable(),
  finishedAt: instant.nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: instant.nullable(),
  verdict: z.string().nullable(),
  dropReason: z.string().nullable(),
  /** Chinese sentences: why the due day is what it is. */
  due: z.array(z.string()),
  /** Cases that it was opened from. */
  rooted: z.number().int(),
  effect: TreatmentEffect,
  byKind: z.array(z.object({ kind: z.string(), label: z.string(), cases: z.number().int() })),
  byUnit: z.array(z.object({ unit: UnitRef, cases: z.number().int() })),
  history: z.array(z.object({ at: instant, by: z.string(), text: z.string() })),
  /** Acts that work now for the person who asks: act → true, or the Chinese reason why not yet; what is absent has no sense now. */
  allowed: z.record(z.string(), z.union([z.literal(true), z.string()])),
});
export type TreatmentDetail = z.infer<typeof TreatmentDetail>;

/** One case of the kind; what those may not read who ask is told by unit and day alone. */
export const TreatedCase = z.object({
  caseId: id.nullable(),
  number: z.string().nullable(),
  /** Masked. */
  title: z.string().nullable(),
  kindLabel: z.string(),
  unit: UnitRef,
  receivedOn: day,
  isSettled: z.boolean(),
  way: z.enum(TREATED_WAY_CODES),
});
export type TreatedCase = z.infer<typeof TreatedCase>;

export const OpenTreatment = z.object({
  /** Made when the form is shown: sent twice, it opens one. */
  requestId: id,
  title,
  unitId: id,
  clusterId: id.nullable().default(null),
  caseIds: z.array(id).max(MOST_ROOTS, `一次不超过${MOST_ROOTS}件`).default([]),
});
export type OpenTreatment = z.output<typeof OpenTreatment>;

export const PlanTreatment = z.object({
  version,
  title,
  inquiry: words(2000),
  cause: words(1000),
  measureKind: z.enum(MEASURE_KIND_CODES).nullable().default(null),
  measure: words(2000),
  dueOn: day.nullable().default(null),
  /** From the inquiry to the measure; needs cause, measure and due day. */
  begin: z.boolean().default(false),
});
export type PlanTreatment = z.output<typeof PlanTreatment>;

export const FinishTreatment = z.object({
  version,
  /** Day from which the measure works. */
  effectiveOn: day,
  result: z.string().trim().min(4, '请写明公开、修改或者改善了什么，至少4个字').max(2000),
  /** Numbers of public documents and FAQ entries that prove it. */
  proofs: z.array(z.number().int().positive()).max(10, '不超过10件').default([]),
});
export type FinishTreatment = z.output<typeof FinishTreatment>;

export const TreatmentQuery = z.object({
  ...pageQuery,
  state: z.enum(TREATMENT_STATE_CODES).optional(),
  /** `finished`: the measure works, its effect confirmed or not yet. */
  standing: z.enum(['open', 'late', 'finished']).optional(),
  unitId: id.optional(),
  clusterId: id.optional(),
  caseId: id.optional(),
  openedFrom: day.optional(),
  openedTo: day.optional(),
});
export type TreatmentQuery = z.output<typeof TreatmentQuery>;

export const TreatedCasesQuery = z.object({
  ...pageQuery,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份请按“年-月”填写，例如 2026-03')
    .optional(),
  kind: z.string().max(40).optional(),
  unitId: id.optional(),
  settled: flag.optional(),
  way: z.enum(TREATED_WAY_CODES).optional(),
});
export type TreatedCasesQuery = z.output<typeof TreatedCasesQuery>;

/** Of those opened on these days; each number is the length of a list with the same filters. */
export const TreatmentFigures = z.object({
  opened: z.number().int(),
  open: z.number().int(),
  late: z.number().int(),
  finished: z.number().int(),
  verified: z.number().int(),
  /** Cases of the finished ones that were answered or closed, each once (办理一件、解决一类). */
  helped: z.number().int(),
});
export type TreatmentFigures = z.infer<typeof TreatmentFigures>;

const may = (action: string) => ({ kind: 'sourceTreatment', action }) as const;
const ROOT = '/api/source-treatments';
const ONE = `${ROOT}/:id` as const;
const caseParams = z.object({ id, caseId: id });

export const treatmentRoutes = routes({
  list: {
    method: 'GET',
    url: ROOT,
    summary: '源头治理事项',
    access: may('read'),
    query: TreatmentQuery,
    response: pageOf(TreatmentView),
  },
  figures: {
    method: 'GET',
    url: `${ROOT}/figures`,
    summary: '源头治理统计（办理一件、解决一类）',
    access: may('read'),
    query: z.object({ from: day, to: day }),
    response: TreatmentFigures,
  },
  open: {
    method: 'POST',
    url: ROOT,
    summary: '由一组同类提问或者来件立项源头治理，先开展专题调查',
    access: may('open'),
    body: OpenTreatment,
    response: TreatmentDetail,
  },
  get: {
    method: 'GET',
    url: ONE,
    summary: '一项源头治理：原因、措施、落实证明和成效',
    access: may('read'),
    params: idParams,
    response: TreatmentDetail,
  },
  cases: {
    method: 'GET',
    url: `${ONE}/cases`,
    summary: '同类来件',
    access: may('read'),
    params: idParams,
    query: TreatedCasesQuery,
    response: pageOf(TreatedCase),
  },
  plan: {
    method: 'PUT',
    url: ONE,
    summary: '登记调查情况、问题根源、治理措施和期限',
    access: may('plan'),
    params: idParams,
    body: PlanTreatment,
    response: TreatmentDetail,
  },
  gather: {
    method: 'POST',
    url: `${ONE}/cases`,
    summary: '按编号补充同类来件',
    access: may('gather'),
    params: idParams,
    body: z.object({
      numbers: z
        .array(z.string().trim().min(1).max(40))
        .min(1, '请填写来件编号')
        .max(MOST_NUMBERS_AT_ONCE, `一次不超过${MOST_NUMBERS_AT_ONCE}件`),
    }),
    response: TreatmentDetail,
  },
  leaveOut: {
    method: 'POST',
    url: `${ONE}/cases/:caseId/leave-out`,
    summary: '移出不属于同类的来件，说明理由',
    access: may('gather'),
    params: caseParams,
    body: z.object({ reason }),
    response: TreatmentDetail,
  },
  assign: {
    method: 'POST',
    url: `${ONE}/assignment`,
    summary: '改由其他单位负责',
    access: may('assign'),
    params: idParams,
    body: z.object({ version, unitId: id, reason }),
    response: TreatmentDetail,
  },
  finish: {
    method: 'POST',
    url: `${ONE}/finish`,
    summary: '报告措施已经落实、何日生效，附证明',
    access: may('finish'),
    params: idParams,
    body: FinishTreatment,
    response: TreatmentDetail,
  },
  verify: {
    method: 'POST',
    url: `${ONE}/verification`,
    summary: '对照生效前后的来件数确认成效',
    access: may('verify'),
    params: idParams,
    body: z.object({ version, verdict: z.string().trim().min(4, '请写明确认意见，至少4个字').max(500) }),
    response: TreatmentDetail,
  },
  reopen: {
    method: 'POST',
    url: `${ONE}/reopening`,
    summary: '成效不明显或者反弹，重新治理',
    access: may('reopen'),
    params: idParams,
    body: z.object({ version, reason, dueOn: day }),
    response: TreatmentDetail,
  },
  drop: {
    method: 'POST',
    url: `${ONE}/dropping`,
    summary: '经调查不需治理，说明理由后终止',
    access: may('drop'),
    params: idParams,
    body: z.object({ version, reason }),
    response: TreatmentDetail,
  },
});
