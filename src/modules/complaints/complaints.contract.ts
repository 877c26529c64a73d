import { z } from 'zod';
import { id, idParams, routes, UnitRef, version } from '../../kernel/route.contract.ts';
import { CaseView } from '../cases/cases.contract.ts';
import { Account, AccountAnswerInput, AskAccountInput } from './accounts/account.contract.ts';
import { DraftFindingInput, FindingContent } from './findings/finding.contract.ts';

export const ComplaintView = z.object({
  case: CaseView,
  /** By the reply whose words follow from it. */
  findings: z.array(z.object({ replyId: id, content: FindingContent })),
  accounts: z.array(Account),
  /** The disclosure request whose number was given; null: none, or none that the person may open. */
  request: z.object({ id, title: z.string(), unit: UnitRef }).nullable(),
});
export type ComplaintView = z.infer<typeof ComplaintView>;

const Edited = z.object({ version, edit: version });
export const ComplainedInput = z.object({ version, unitId: id });
export type ComplainedInput = z.infer<typeof ComplainedInput>;

const of = (action: string) => ({ kind: 'case', action });

export const complaintRoutes = routes({
  get: {
    method: 'GET',
    url: '/api/complaints/:id',
    summary: '投诉举报案卷',
    access: of('read'),
    params: idParams,
    response: ComplaintView,
  },
  complained: {
    method: 'POST',
    url: '/api/complaints/:id/complained',
    summary: '确定被投诉举报的单位',
    access: of('route'),
    params: idParams,
    body: ComplainedInput,
    response: ComplaintView,
  },
  ask: {
    method: 'POST',
    url: '/api/complaints/:id/accounts',
    summary: '登记请单位说明情况',
    access: of('note'),
    params: idParams,
    body: AskAccountInput,
    response: ComplaintView,
  },
  answer: {
    method: 'POST',
    url: '/api/complaints/:id/accounts/:accountId/answer',
    summary: '登记单位的说明',
    access: of('note'),
    params: idParams.extend({ accountId: id }),
    body: AccountAnswerInput,
    response: ComplaintView,
  },
  draft: {
    method: 'POST',
    url: '/api/complaints/:id/finding',
    summary: '起草核查结论',
    access: of('reply'),
    params: idParams,
    body: DraftFindingInput,
    response: ComplaintView,
  },
  submit: {
    method: 'POST',
    url: '/api/complaints/:id/finding-submission',
    summary: '提交核查结论审签',
    access: of('reply'),
    params: idParams,
    body: Edited,
    response: ComplaintView,
  },
  send: {
    method: 'POST',
    url: '/api/complaints/:id/finding-sending',
    summary: '告知核查结论',
    access: of('send'),
    params: idParams,
    body: Edited,
    response: ComplaintView,
  },
});
