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
  CHALLENGED,
  FAULTS,
  PROCEDURES,
  PROCEEDING_EVENTS,
  PROCEEDING_KINDS,
  PROCEEDING_RESULTS,
  PROCEEDING_STATES,
} from './proceeding-words.ts';

const filled = (what: string, most = 200) =>
  z.string().trim().min(2, `请填写${what}`).max(most, `${what}最多 ${most} 字`);
const long = (what: string) => filled(what, 2000);
const year = z.coerce.number().int().min(2000).max(2199);

/** Facts that hold from the beginning; nobody's name is among them, the case number of the body tells enough. */
const Facts = z.object({
  procedure: z.enum(PROCEDURES).default('ordinary'),
  /** To which answer: number and what was asked for; taken from the request when there is one. */
  matter: filled('所涉及的申请', 300),
  body: filled('复议机关或者法院', 100),
  bodyNumber: filled('案号', 60),
  challenged: z.enum(CHALLENGED),
  /** The day on which the copy of the application or complaint reached us. */
  receivedOn: day,
});

export const RegisterInput = Facts.extend({
  kind: z.enum(PROCEEDING_KINDS),
  unitId: id,
  /** Null: against an answer from before the program. */
  caseId: id.nullable().default(null),
  /** Of a suit after reconsideration: that reconsideration; null: it is not on record here. */
  earlierId: id.nullable().default(null),
}).refine((one) => one.earlierId === null || one.kind === 'suitAfterReconsideration', {
  path: ['earlierId'],
  message: '只有复议后起诉的案件才关联在前的复议案件',
});
export type RegisterInput = z.infer<typeof RegisterInput>;

export const EditInput = Facts.extend({ version });
export type EditInput = z.infer<typeof EditInput>;
export const AnswerInput = z.object({ version, on: day });
export type AnswerInput = z.infer<typeof AnswerInput>;
export const HearInput = z.object({ version, on: day, note: z.string().trim().max(1000).default('') });
export type HearInput = z.infer<typeof HearInput>;

export const CloseInput = z
  .object({
    version,
    on: day,
    result: z.enum(PROCEEDING_RESULTS),
    /** What was decided: 撤销原答复，责令重新答复. */
    outcome: long('决定或者裁判的要点'),
    /** Why it was set aside. */
    fault: z.enum(FAULTS).nullable().default(null),
    /** The body orders a new answer: the request is opened anew. */
    ordersAnew: z.boolean().default(false),
    rectify: z
      .object({ what: long('整改事项'), dueOn: day })
      .nullable()
      .default(null),
  })
  .refine((one) => (one.result === 'corrected') === (one.fault !== null), {
    path: ['fault'],
    message: '结果纠正的，请选择被纠正的原因；其他结果不选',
  })
  .refine((one) => one.result === 'corrected' || !one.ordersAnew, {
    path: ['ordersAnew'],
    message: '只有结果纠正的才会责令重新答复',
  });
export type CloseInput = z.infer<typeof CloseInput>;

export const LearnInput = z.object({
  version,
  lessons: long('原因分析和经验教训'),
  rectify: z
    .object({ what: long('整改事项'), dueOn: day })
    .nullable()
    .default(null),
});
export type LearnInput = z.infer<typeof LearnInput>;
export const RectifiedInput = z.object({ version, on: day, how: long('整改情况') });
export type RectifiedInput = z.infer<typeof RectifiedInput>;

export const ProceedingItem = z.object({
  id,
  version,
  kind: z.enum(PROCEEDING_KINDS),
  procedure: z.enum(PROCEDURES),
  unit: UnitRef,
  caseId: id.nullable(),
  matter: z.string(),
  body: z.string(),
  bodyNumber: z.string(),
  challenged: z.enum(CHALLENGED),
  state: z.enum(PROCEEDING_STATES),
  receivedOn: day,
  answerDueOn: day,
  answeredOn: day.nullable(),
  /** Null until answered. */
  isAnsweredOnTime: z.boolean().nullable(),
  heardOn: day.nullable(),
  closedOn: day.nullable(),
  result: z.enum(PROCEEDING_RESULTS).nullable(),
  fault: z.enum(FAULTS).nullable(),
  rectifyDueOn: day.nullable(),
  rectifiedOn: day.nullable(),
  registeredOn: day,
  /** Registered within the days that the office set (LIT-C2). */
  isReportedInTime: z.boolean(),
  /** Next duty; null: nothing is due. */
  duty: z.enum(['answer', 'rectify']).nullable(),
  dueOn: day.nullable(),
  urgency: z.enum(['late', 'today', 'soon', 'later', 'none']),
  /** Working days to it, negative when late. */
  workdaysLeft: z.number().int().nullable(),
});
export type ProceedingItem = z.infer<typeof ProceedingItem>;

const Linked = z.object({ id, kind: z.enum(PROCEEDING_KINDS), bodyNumber: z.string(), body: z.string() });

export const ProceedingView = ProceedingItem.extend({
  outcome: z.string().nullable(),
  ordersAnew: z.boolean(),
  /** When the request was opened anew; null: not, or not yet. */
  reopenedAt: instant.nullable(),
  /** Why it could not be opened anew just now, in Chinese; null: nothing was in the way. */
  reopenRefusal: z.string().nullable(),
  lessons: z.string().nullable(),
  rectifyWhat: z.string().nullable(),
  rectifiedHow: z.string().nullable(),
  due: z.object({
    sentences: z.array(z.string()),
    days: z.array(z.object({ date: day, number: z.number().int().nullable(), reason: z.string() })),
    awaitingYears: z.array(z.number().int()),
  }),
  /** The reconsideration before it, and the suits after it. */
  earlier: Linked.nullable(),
  later: z.array(Linked),
  history: z.array(z.object({ at: instant, by: z.string(), event: z.enum(PROCEEDING_EVENTS), text: z.string() })),
  /** Acts that the person may do now. */
  allowed: z.array(z.enum(PROCEEDING_EVENTS)),
});
export type ProceedingView = z.infer<typeof ProceedingView>;

export const ProceedingQuery = z.object({
  ...pageQuery,
  unitId: id.optional(),
  kind: z.enum(PROCEEDING_KINDS).optional(),
  group: z.enum(['reconsiderations', 'suits']).optional(),
  result: z.enum(PROCEEDING_RESULTS).optional(),
  fault: z.enum(FAULTS).optional(),
  caseId: id.optional(),
  receivedYear: year.optional(),
  closedYear: year.optional(),
  pending: flag.optional(),
  /** What is due within two working days or late. */
  due: z.literal('true').optional(),
  text: z.string().trim().max(100).optional(),
  /** The records behind a figure. */
  ids: z
    .string()
    .max(40_000)
    .transform((text) => text.split(','))
    .pipe(z.array(id).max(1000))
    .optional(),
});
export type ProceedingQuery = z.infer<typeof ProceedingQuery>;
export const ProceedingPage = pageOf(ProceedingItem);
export type ProceedingPage = z.infer<typeof ProceedingPage>;

const Rate = z.object({
  closed: z.number().int(),
  corrected: z.number().int(),
  rate: z.number().nullable(),
  correctedIds: z.array(id),
});
const Pair = z.object({ year: Rate, before: Rate, isNotHigher: z.boolean().nullable() });
export const ProceedingFigures = z.object({
  year: z.number().int(),
  corrections: Pair,
  losses: Pair,
  byUnit: z.array(z.object({ unit: UnitRef, corrections: Pair, losses: Pair })),
  byFault: z.array(
    z.object({ fault: z.enum(FAULTS), count: z.number().int(), before: z.number().int(), ids: z.array(id) }),
  ),
  /** Of those received in the year: registered here within so many working days (LIT-C2). */
  reported: z.object({
    within: z.number().int(),
    inTime: z.number().int(),
    total: z.number().int(),
    lateIds: z.array(id),
  }),
});
export type ProceedingFigures = z.infer<typeof ProceedingFigures>;

const Setting = z.object({ reportWorkdays: z.number().int().min(1).max(30), version });
const act = (action: string) => ({ kind: 'proceeding', action }) as const;
const step = <B extends z.ZodType>(tail: string, summary: string, action: string, body: B) =>
  ({
    method: 'POST',
    url: `/api/proceedings/:id${tail}`,
    summary,
    access: act(action),
    params: idParams,
    body,
    response: ProceedingView,
  }) as const;

export const proceedingRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/proceedings',
    summary: '复议诉讼台账',
    access: act('read'),
    query: ProceedingQuery,
    response: ProceedingPage,
  },
  figures: {
    method: 'GET',
    url: '/api/proceedings/figures',
    summary: '纠错率、败诉率及其原因',
    access: act('read'),
    query: z.object({ year }),
    response: ProceedingFigures,
  },
  setting: {
    method: 'GET',
    url: '/api/proceedings/setting',
    summary: '复议诉讼案件的报告时限',
    access: act('read'),
    response: Setting,
  },
  set: {
    method: 'PUT',
    url: '/api/proceedings/setting',
    summary: '设置复议诉讼案件的报告时限',
    access: act('configure'),
    body: Setting,
    response: Setting,
  },
  get: {
    method: 'GET',
    url: '/api/proceedings/:id',
    summary: '复议诉讼案件',
    access: act('read'),
    params: idParams,
    response: ProceedingView,
  },
  register: {
    method: 'POST',
    url: '/api/proceedings',
    summary: '登记复议诉讼案件',
    access: act('register'),
    body: RegisterInput,
    response: ProceedingView,
  },
  edit: step('/facts', '更正登记的内容', 'edit', EditInput),
  answer: step('/answer', '登记提交答复书、答辩状', 'edit', AnswerInput),
  hear: step('/hearing', '登记听证、开庭', 'edit', HearInput),
  close: step('/result', '登记审理结果', 'close', CloseInput),
  correct: step('/corrected-result', '更正审理结果', 'correct', CloseInput),
  learn: step('/lessons', '原因分析和整改要求', 'rectify', LearnInput),
  rectified: step('/rectification', '登记整改完成', 'rectify', RectifiedInput),
  reopen: step('/reopening', '重新办理原申请', 'rectify', z.object({ version })),
});
