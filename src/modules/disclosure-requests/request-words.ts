/** Words that stand in the database, the API and the workbench of disclosure requests alike. */

/** How a request came; each way has its own day of receipt (regulation art 31). */
export const ARRIVALS = [
  'portal',
  'counter',
  'oral',
  'registeredMail',
  'ordinaryMail',
  'fax',
  'email',
  'imported',
] as const;
export type RequestArrival = (typeof ARRIVALS)[number];

export const ARRIVAL_LABELS: Readonly<Record<RequestArrival, string>> = {
  portal: '网上申请',
  counter: '当面提交',
  oral: '当面口述',
  registeredMail: '邮寄（签收）',
  ordinaryMail: '平常信函',
  fax: '传真',
  email: '电子邮件',
  imported: '其他系统转来',
};

/** Columns of the statutory table (国办公开办函〔2021〕30号, part three). */
export const APPLICANT_CATEGORIES = ['natural', 'company', 'research', 'charity', 'legal', 'other'] as const;
export type ApplicantCategory = (typeof APPLICANT_CATEGORIES)[number];

export const CATEGORY_LABELS: Readonly<Record<ApplicantCategory, string>> = {
  natural: '自然人',
  company: '商业企业',
  research: '科研机构',
  charity: '社会公益组织',
  legal: '法律服务机构',
  other: '其他组织',
};

/** The 21 leaves of the statutory table, in its order. */
export const REQUEST_RESULTS = [
  'open',
  'partial',
  'stateSecret',
  'forbiddenByLaw',
  'threeSecurities',
  'thirdParty',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'administrativeQuery',
  'notHeld',
  'needsCreating',
  'unclearAfterCorrection',
  'petition',
  'repeated',
  'publicPublication',
  'unreasonableVolume',
  'reconfirmation',
  'notCorrected',
  'feeNotPaid',
  'otherwise',
] as const;
export type RequestResult = (typeof REQUEST_RESULTS)[number];

export const RESULT_LABELS: Readonly<Record<RequestResult, string>> = {
  open: '予以公开',
  partial: '部分公开',
  stateSecret: '不予公开（属于国家秘密）',
  forbiddenByLaw: '不予公开（其他法律行政法规禁止公开）',
  threeSecurities: '不予公开（危及“三安全一稳定”）',
  thirdParty: '不予公开（保护第三方合法权益）',
  internalAffairs: '不予公开（属于三类内部事务信息）',
  processInformation: '不予公开（属于四类过程性信息）',
  enforcementFile: '不予公开（属于行政执法案卷）',
  administrativeQuery: '不予公开（属于行政查询事项）',
  notHeld: '无法提供（本机关不掌握相关政府信息）',
  needsCreating: '无法提供（没有现成信息需要另行制作）',
  unclearAfterCorrection: '无法提供（补正后申请内容仍不明确）',
  petition: '不予处理（信访举报投诉类申请）',
  repeated: '不予处理（重复申请）',
  publicPublication: '不予处理（要求提供公开出版物）',
  unreasonableVolume: '不予处理（无正当理由大量反复申请）',
  reconfirmation: '不予处理（要求行政机关确认或重新出具已获取信息）',
  notCorrected: '其他处理（申请人无正当理由逾期不补正）',
  feeNotPaid: '其他处理（申请人逾期未缴纳费用）',
  otherwise: '其他处理（其他）',
};

/** In which shape the applicant wants the information (regulation art 29 (3)). */
export const WANTED_FORMS = ['paper', 'electronic', 'inspection'] as const;
export type WantedForm = (typeof WANTED_FORMS)[number];
export const WANTED_FORM_LABELS: Readonly<Record<WantedForm, string>> = {
  paper: '纸质',
  electronic: '电子文档',
  inspection: '当场查阅、抄录',
};

/** How letters and information reach the applicant. */
export const DELIVERY_WAYS = ['mail', 'email', 'pickup', 'online', 'fax', 'leave', 'announcement'] as const;
export type DeliveryWay = (typeof DELIVERY_WAYS)[number];
export const DELIVERY_WAY_LABELS: Readonly<Record<DeliveryWay, string>> = {
  mail: '邮寄',
  email: '电子邮件',
  pickup: '当面领取',
  online: '网上获取',
  fax: '传真',
  leave: '留置送达',
  announcement: '公告送达',
};
/** Which of them an applicant may ask for. */
export const WANTED_WAYS = ['mail', 'email', 'pickup', 'online', 'fax'] as const satisfies readonly DeliveryWay[];
export type WantedWay = (typeof WANTED_WAYS)[number];

/** Whom one asks, and what they said; silence of a third party leaves the decision to the agency, that of a joint maker is consent (arts 32, 34). */
export const CONSULTED = ['thirdParty', 'jointAgency'] as const;
export type Consulted = (typeof CONSULTED)[number];
export const CONSULTED_LABELS: Readonly<Record<Consulted, string>> = {
  thirdParty: '第三方',
  jointAgency: '共同制作机关',
};
export const OPINIONS = ['agrees', 'objects', 'silent'] as const;
export type Opinion = (typeof OPINIONS)[number];
export const OPINION_LABELS: Readonly<Record<Opinion, string>> = {
  agrees: '同意公开',
  objects: '不同意公开',
  silent: '逾期未提出意见',
};

/** What the communication with an applicant was about (FOI-6, FOI-7). */
export const CONTACT_TOPICS = ['receipt', 'guidance', 'clarification', 'legalAdvice', 'withdrawal', 'other'] as const;
export type ContactTopic = (typeof CONTACT_TOPICS)[number];
export const CONTACT_TOPIC_LABELS: Readonly<Record<ContactTopic, string>> = {
  receipt: '确认收到',
  guidance: '指导帮助',
  clarification: '了解需求',
  legalAdvice: '法律顾问意见',
  withdrawal: '申请人撤回',
  other: '其他',
};

/** An item supplied on request is examined for proactive disclosure (FOI-9, regulation art 44). */
export const CONVERSION_STATES = ['pending', 'toPublish', 'published', 'notEligible'] as const;
export type ConversionState = (typeof CONVERSION_STATES)[number];
export const CONVERSION_LABELS: Readonly<Record<ConversionState, string>> = {
  pending: '待研判',
  toPublish: '转为主动公开',
  published: '已主动公开',
  notEligible: '不宜主动公开',
};

/** Events that stop, lengthen or split the term: before the day of receipt is confirmed there is none (regulation art 31). */
export const NEEDS_RECEIPT: ReadonlySet<string> = new Set([
  'askCorrection',
  'noticeFee',
  'consult',
  'proposeExtension',
  'delay',
]);

/** What requests call states that every case has; `unbegun`: the receipt is to be confirmed with the applicant. */
export const REQUEST_STATE_WORDS = {
  unbegun: '待确认收到',
  awaitingSender: '待补正或缴费',
  replyDrafted: '决定待审',
  replyApproved: '决定待发',
} as const;
