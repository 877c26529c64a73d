import type { CaseKind, CaseReviewStep } from '../../cases/index.ts';

/** Whoever reads an answer before it goes out; never who wrote it (MSG-6). */
const ANSWER_REVIEW: CaseReviewStep = {
  code: 'answer',
  name: '答复审核',
  roles: ['reviewer', 'deputyHead', 'head'],
  unit: 'holder',
};
/** Letters to the leaders and what higher authorities hand down are signed by a leader of the unit. */
const SIGNING: CaseReviewStep = { code: 'signing', name: '领导签发', roles: ['deputyHead', 'head'], unit: 'holder' };

/** 追问 within half a month of each answer, as long as people remember what it was about; 补充 a few times. */
const SENDER_MAY = { askOnDays: 15, supplements: 3 } as const;
const CONTACT = { name: 'optional', phone: 'optional', email: 'optional' } as const;
const NAMED = { name: 'required', phone: 'required', email: 'optional', address: 'optional' } as const;

/** 政策留言 (MSG-1, MSG-3): asked on the page of a policy, answered by the unit that drafted it. */
export const policyMessage: CaseKind = {
  code: 'policyMessage',
  label: '政策留言',
  numberPrefix: 'LY',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.policy' }, simple: 'message.simple' },
  channels: ['portal', 'counter', 'phone', 'mail', 'email', 'board'],
  form: { title: 'optional', applicant: CONTACT, mayBeAnonymous: true, fields: [], maxFiles: 3 },
  reviewSteps: [ANSWER_REVIEW],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

/** 网上咨询 (MSG-2, MSG-4): simple questions within one working day. */
export const enquiry: CaseKind = {
  code: 'enquiry',
  label: '网上咨询',
  numberPrefix: 'ZX',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.enquiry' }, simple: 'message.simple' },
  channels: ['portal', 'counter', 'phone', 'mail', 'email', 'hotline12345', 'board'],
  form: { title: 'optional', applicant: CONTACT, mayBeAnonymous: true, fields: [], maxFiles: 3 },
  reviewSteps: [ANSWER_REVIEW],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

/** 领导信箱 (MSG-12): with a name and a way to call back, read by few, signed by a leader. */
export const mailbox: CaseKind = {
  code: 'mailbox',
  label: '领导信箱',
  numberPrefix: 'XX',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.mailbox' }, simple: null },
  channels: ['portal', 'counter', 'mail', 'email', 'board'],
  form: {
    title: 'required',
    applicant: NAMED,
    mayBeAnonymous: false,
    fields: [
      {
        code: 'about',
        label: '信中反映的工作人员',
        required: false,
        maxLength: 100,
        help: '没有的不填。写了姓名的，这些人看不到、也不能办理这封信',
      },
    ],
    maxFiles: 5,
  },
  readBy: 'named',
  reviewSteps: [ANSWER_REVIEW, SIGNING],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

/** What people think of a policy, best first. */
export const POLICY_EVALUATIONS = [
  { value: '5', label: '很好' },
  { value: '4', label: '较好' },
  { value: '3', label: '一般' },
  { value: '2', label: '较差' },
  { value: '1', label: '很差' },
] as const;
export const EVALUATION_FIELD = 'evaluation';

/** 意见建议 (MSG-8, MSG-12; FX-42): what people think of a policy and would change in it, or in anything else. */
export const suggestion: CaseKind = {
  code: 'suggestion',
  label: '意见建议',
  numberPrefix: 'JY',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.suggestion' }, simple: null },
  channels: ['portal', 'counter', 'phone', 'mail', 'email', 'hotline12345', 'board'],
  form: {
    title: 'required',
    applicant: CONTACT,
    mayBeAnonymous: true,
    fields: [
      {
        code: EVALUATION_FIELD,
        label: '您对这项政策的评价',
        required: false,
        maxLength: 1,
        choices: POLICY_EVALUATIONS,
        help: '不针对某一项政策的不选',
      },
    ],
    maxFiles: 3,
  },
  reviewSteps: [ANSWER_REVIEW],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

/** 转办留言 (MSG-13): handed down from 中国政府网, 12345 and other boards with their own numbers and days. */
export const transferred: CaseKind = {
  code: 'transferred',
  label: '转办留言',
  numberPrefix: 'ZB',
  procedure: 'message',
  clock: { ordinary: { reply: 'message.transferred' }, simple: null },
  channels: ['govCn', 'hotline12345', 'board', 'mail'],
  form: { title: 'required', applicant: CONTACT, mayBeAnonymous: true, fields: [], maxFiles: 5 },
  reviewSteps: [ANSWER_REVIEW, SIGNING],
  isSelectable: true,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

export const SITE_ERROR_TYPES = [
  { value: 'words', label: '错别字、表述错误' },
  { value: 'link', label: '链接或附件打不开' },
  { value: 'outdated', label: '信息过期、没有更新' },
  { value: 'wrong', label: '内容不准确' },
  { value: 'privacy', label: '泄露个人信息' },
  { value: 'other', label: '其他问题' },
] as const;

/** 我为政府网站找错 (SITE-3): three working days, the answer reviewed. */
export const siteError: CaseKind = {
  code: 'siteError',
  label: '网站纠错',
  numberPrefix: 'JC',
  procedure: 'message',
  clock: { ordinary: { reply: 'siteError.reply' }, simple: null },
  channels: ['portal', 'counter', 'phone', 'email', 'board'],
  form: {
    title: 'none',
    applicant: { name: 'optional', phone: 'optional', email: 'optional' },
    mayBeAnonymous: true,
    fields: [
      {
        code: 'address',
        label: '有错的网页地址',
        required: true,
        maxLength: 500,
        format: 'webAddress',
        help: '从浏览器地址栏复制，以 http:// 或 https:// 开头；本站的网页也可以只写 /documents/12 这样的部分',
      },
      { code: 'type', label: '问题类型', required: true, maxLength: 20, choices: SITE_ERROR_TYPES },
    ],
    maxFiles: 3,
  },
  reviewSteps: [ANSWER_REVIEW],
  isSelectable: false,
  asksSatisfaction: true,
  senderMay: SENDER_MAY,
};

/** In the order in which people are offered them. */
export const MESSAGE_KINDS: readonly CaseKind[] = [policyMessage, enquiry, mailbox, suggestion, transferred, siteError];

export type MessageCode = 'policyMessage' | 'enquiry' | 'mailbox' | 'suggestion' | 'transferred' | 'siteError';
