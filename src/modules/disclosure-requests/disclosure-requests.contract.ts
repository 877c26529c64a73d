import { z } from 'zod';
import { day, flag, id, idParams, pageOf, pageQuery, routes, UnitRef, version } from '../../kernel/route.contract.ts';
import { CaseReasonInput } from '../cases/case-acts.contract.ts';
import { CaseListItem } from '../cases/cases.contract.ts';
import { REQUEST_CHECKS } from './checks/checks.contract.ts';
import { DecideConversionInput } from './conversion/conversion.contract.ts';
import { DraftDecisionInput } from './decisions/decisions.contract.ts';
import { ArchiveInput, DeliveredInput, DeliverInput } from './delivery/delivery.contract.ts';
import * as P from './procedure/procedure.contract.ts';
import { APPLICANT_CATEGORIES, REQUEST_RESULTS } from './request-words.ts';
import { RegisterRequestInput } from './requests/requests.contract.ts';
import { SuppliedFileView } from './supplied/supplied-file.contract.ts';
import { RequestView } from './viewing/request-view.contract.ts';

const url = (tail = '') => `/api/disclosure-requests/:id${tail}`;
const act = (action: string) => ({ kind: 'case', action }) as const;
const step = <B extends z.ZodType>(tail: string, summary: string, action: string, body: B) =>
  ({
    method: 'POST',
    url: url(tail),
    summary,
    access: act(action),
    params: idParams,
    body,
    response: RequestView,
  }) as const;

/**
 * What a request waits for: `confirmation` with the applicant, `handling` by the unit, `review` and sending of the decision, its `delivery`,
 * the `conversion` of what was supplied; `closed` waits for nothing. One may wait for delivery and for conversion at the same time.
 */
export const REQUEST_STAGES = ['confirmation', 'handling', 'review', 'delivery', 'conversion', 'closed'] as const;
export type RequestStage = (typeof REQUEST_STAGES)[number];
const count = z.number().int();
export const RequestCounts = z.object({
  confirmation: count,
  handling: count,
  review: count,
  delivery: count,
  conversion: count,
  closed: count,
});
export type RequestCounts = z.infer<typeof RequestCounts>;

/** A request as a row of its list. */
export const RequestListItem = CaseListItem.extend({
  category: z.enum(APPLICANT_CATEGORIES),
  /** Null: the receipt is to be confirmed with the applicant. */
  confirmedOn: day.nullable(),
  result: z.enum(REQUEST_RESULTS).nullable(),
  decidedOn: day.nullable(),
  topic: z.string().nullable(),
});
export type RequestListItem = z.infer<typeof RequestListItem>;

export const RequestQuery = z.object({
  ...pageQuery,
  unitId: id.optional(),
  waitsFor: z.enum(REQUEST_STAGES).optional(),
  open: z.enum(['true', 'false']).optional(),
  result: z.enum(REQUEST_RESULTS).optional(),
  category: z.enum(APPLICANT_CATEGORIES).optional(),
  topic: z.string().max(40).optional(),
  /** Those that nobody has put into a field of business. */
  unsorted: flag.optional(),
  /** Behind a figure of the checks. */
  check: z.enum(REQUEST_CHECKS).optional(),
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  decidedFrom: day.optional(),
  decidedTo: day.optional(),
  /** A number or words of what is asked for. */
  text: z.string().trim().max(100).optional(),
});
export type RequestQuery = z.infer<typeof RequestQuery>;
export const RequestPage = pageOf(RequestListItem);
export type RequestPage = z.infer<typeof RequestPage>;

/** Where requests concentrate, by field of business and unit (FOI-10). */
export const HotSpot = z.object({
  topic: z.string().nullable(),
  unit: UnitRef,
  requests: z.number().int(),
  refused: z.number().int(),
  supplied: z.number().int(),
});
export type HotSpot = z.infer<typeof HotSpot>;

export const Registered = z.object({
  id,
  number: z.string(),
  secret: z.string(),
  unit: UnitRef,
  dueOn: day.nullable(),
});

export const requestReadingRoutes = routes({
  list: {
    method: 'GET',
    url: '/api/disclosure-requests',
    summary: '依申请公开登记簿',
    access: act('read'),
    query: RequestQuery,
    response: RequestPage,
  },
  counts: {
    method: 'GET',
    url: '/api/disclosure-requests/counts',
    summary: '各环节的申请件数',
    access: act('read'),
    query: z.object({ unitId: id.optional() }),
    response: RequestCounts,
  },
  hotSpots: {
    method: 'GET',
    url: '/api/disclosure-requests/hot-spots',
    summary: '申请集中的领域和单位',
    access: act('read'),
    query: z.object({ from: day, to: day }),
    response: z.array(HotSpot),
  },
  get: {
    method: 'GET',
    url: url(),
    summary: '依申请公开案卷',
    access: act('read'),
    params: idParams,
    response: RequestView,
  },
  register: {
    method: 'POST',
    url: '/api/disclosure-requests',
    summary: '登记当面、邮寄、传真等收到的申请',
    access: act('register'),
    body: RegisterRequestInput,
    response: Registered,
  },
});

export const requestStepRoutes = routes({
  confirmReceipt: step('/receipt', '确认收到申请之日', 'procedure', P.ConfirmReceiptInput),
  checkIdentity: step('/identity', '核对申请人身份', 'procedure', P.IdentityInput),
  askCorrection: step('/correction-notice', '一次性告知补正', 'procedure', P.AskCorrectionInput),
  takeCorrection: step('/correction', '登记收到的补正', 'procedure', P.TakeCorrectionInput),
  stopWaiting: step('/stop-waiting', '期限已满，不再等待补正或缴费', 'askSender', z.object({ version })),
  consult: step('/consultations', '征求第三方、共同制作机关意见', 'procedure', P.ConsultInput),
  endConsultation: step('/consultation-answers', '登记征求意见的结果', 'procedure', P.EndConsultationInput),
  proposeExtension: step('/extensions', '申请延期', 'procedure', P.ProposeExtensionInput),
  decideExtension: step('/extension-decisions', '审批延期', 'extend', P.DecideExtensionInput),
  delay: step('/delay', '确定延迟答复的合理期限', 'extend', P.DelayInput),
  noticeFee: step('/fee-notice', '收费通知', 'procedure', P.NoticeFeeInput),
  takeFee: step('/fee', '登记缴费', 'procedure', P.TakeFeeInput),
  contact: step('/contacts', '沟通记录', 'procedure', P.ContactInput),
  confer: step('/conferences', '疑难件会商', 'procedure', P.ConferInput),
  sort: step('/sorting', '归入领域、不当行使申请权的记录', 'procedure', P.SortInput),
});

const OfEdit = z.object({ version, edit: version });

export const requestDecisionRoutes = routes({
  draft: step('/decision', '起草答复决定', 'reply', DraftDecisionInput),
  bringFile: {
    method: 'POST',
    url: url('/files'),
    summary: '上传答复要提供的文件（multipart，一次一个）',
    access: act('reply'),
    params: idParams,
    response: SuppliedFileView,
  },
  openFile: {
    method: 'GET',
    url: url('/files/:fileId'),
    summary: '下载答复提供的文件',
    access: act('read'),
    params: idParams.extend({ fileId: id }),
  },
  submit: step('/decision-submission', '提交答复决定审核', 'reply', OfEdit),
  send: step('/decision-sending', '发出答复决定', 'send', OfEdit),
  deliver: step('/deliveries', '送达登记', 'deliver', DeliverInput),
  delivered: step('/delivery-proofs', '登记送达结果', 'deliver', DeliveredInput),
  decideConversion: step('/conversions', '研判能否转为主动公开', 'deliver', DecideConversionInput),
  archive: step('/archive', '办结归档', 'close', ArchiveInput),
  reopen: step('/reopening', '重新作出答复决定', 'reopen', CaseReasonInput),
});
