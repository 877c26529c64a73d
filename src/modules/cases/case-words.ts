/** Words that stand in the database, the API, the life table and the workbench alike. */

export const CASE_STATES = [
  'awaitingCheck',
  'received',
  'assigned',
  'awaitingSender',
  'replyDrafted',
  'replyApproved',
  'replied',
  'closed',
  'merged',
  'rejected',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** Somebody still owes the sender an answer. */
export const OPEN_CASE_STATES = [
  'awaitingCheck',
  'received',
  'assigned',
  'awaitingSender',
  'replyDrafted',
  'replyApproved',
] as const;
export type OpenCaseState = (typeof OPEN_CASE_STATES)[number];

export const CASE_STATE_LABELS: Readonly<Record<CaseState, string>> = {
  awaitingCheck: '待核对',
  received: '待受理',
  assigned: '办理中',
  awaitingSender: '待补充',
  replyDrafted: '答复待审',
  replyApproved: '答复待发',
  replied: '已答复',
  closed: '已办结',
  merged: '已并案',
  rejected: '不予受理',
};

/** What happens to a case; see life/life-table.ts for who may do it when. */
export const CASE_EVENTS = [
  'admit',
  'accept',
  'assign',
  'transfer',
  'transferBack',
  'classify',
  'note',
  'draftReply',
  'submitReply',
  'approveReply',
  'approveLastReply',
  'returnReply',
  'recallReply',
  'sendReply',
  'askSender',
  'senderAnswered',
  'senderAdded',
  'resume',
  'rate',
  'followUp',
  'close',
  'reopen',
  'merge',
  'separate',
  'reject',
  'escalate',
  // Of disclosure requests alone: see life/procedures.ts.
  'confirmReceipt',
  'askCorrection',
  'takeCorrection',
  'consult',
  'endConsultation',
  'proposeExtension',
  'extend',
  'delay',
  'noticeFee',
  'takeFee',
  'logContact',
  'confer',
  'deliver',
  'askWithdrawal',
] as const;
export type CaseEvent = (typeof CASE_EVENTS)[number];

export const CASE_EVENT_LABELS: Readonly<Record<CaseEvent, string>> = {
  admit: '核对通过',
  accept: '受理',
  assign: '分派',
  transfer: '转办',
  transferBack: '退回转办单位',
  classify: '分类',
  note: '备注',
  draftReply: '起草答复',
  submitReply: '提交审核',
  approveReply: '审核通过',
  approveLastReply: '终审通过',
  returnReply: '退回修改',
  recallReply: '收回修改',
  sendReply: '发送答复',
  askSender: '请来信人补充',
  senderAnswered: '来信人补充',
  senderAdded: '来信人主动补充',
  resume: '继续办理',
  rate: '评价',
  followUp: '回访',
  close: '办结',
  reopen: '重新办理',
  merge: '并案',
  separate: '取消并案',
  reject: '不予受理',
  escalate: '升级提醒',
  confirmReceipt: '确认收到',
  askCorrection: '告知补正',
  takeCorrection: '收到补正',
  consult: '征求意见',
  endConsultation: '登记意见',
  proposeExtension: '申请延期',
  extend: '延期',
  delay: '另定答复期限',
  noticeFee: '收费通知',
  takeFee: '登记缴费',
  logContact: '沟通记录',
  confer: '会商',
  deliver: '送达登记',
  askWithdrawal: '申请人撤回',
};

/** Ways in. What another system hands over keeps that system's number and date. */
export const CASE_CHANNELS = [
  'portal',
  'counter',
  'phone',
  'mail',
  'email',
  'fax',
  'hotline12345',
  'govCn',
  'board',
] as const;
export type CaseChannel = (typeof CASE_CHANNELS)[number];

export const CASE_CHANNEL_LABELS: Readonly<Record<CaseChannel, string>> = {
  portal: '门户网站',
  counter: '窗口',
  phone: '电话',
  mail: '来信',
  email: '电子邮件',
  fax: '传真',
  hotline12345: '12345热线',
  govCn: '中国政府网',
  board: '其他留言平台',
};

/** Where a case stands against its due day: 已逾期, 今日到期, 即将到期, 未到期, 暂停计时, 已答复. */
export const URGENCIES = ['late', 'today', 'soon', 'later', 'standing', 'answered'] as const;
export type Urgency = (typeof URGENCIES)[number];

export const URGENCY_LABELS: Readonly<Record<Urgency, string>> = {
  late: '已逾期',
  today: '今日到期',
  soon: '即将到期',
  later: '未到期',
  standing: '暂停计时',
  answered: '已答复',
};

/** Why nothing is done; the sender reads the label and the words that go with it. */
export const REJECTION_REASONS = ['notOurs', 'otherProcedure', 'noMatter', 'alreadyAnswered', 'unlawful'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];

export const REJECTION_LABELS: Readonly<Record<RejectionReason, string>> = {
  notOurs: '不属于本区职责',
  otherProcedure: '应通过其他法定途径办理',
  noMatter: '没有可办理的内容',
  alreadyAnswered: '同一事项已经答复',
  unlawful: '含有违法内容',
};

/** How a unit came to hold a case. */
export const HOLDING_WAYS = ['received', 'assigned', 'transferred', 'returned', 'handedOver'] as const;
export type HoldingWay = (typeof HOLDING_WAYS)[number];

export const HOLDING_LABELS: Readonly<Record<HoldingWay, string>> = {
  received: '来件',
  assigned: '分派',
  transferred: '转办',
  returned: '退回',
  handedOver: '人员交接',
};

/** 很不满意 to 很满意. */
export const SATISFACTION_WORDS = ['很不满意', '不满意', '一般', '满意', '很满意'] as const;

export const WARNING_STAGES = ['soon', 'today', 'late'] as const;
export type WarningStage = (typeof WARNING_STAGES)[number];

export const WARNING_LABELS: Readonly<Record<WarningStage, string>> = {
  soon: '将于下一工作日到期',
  today: '今日到期',
  late: '已逾期',
};

/** Life of a reply: it is worked on, sent (and then never changes), or given up. */
export const REPLY_STATES = ['draft', 'sent', 'dropped'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

export const APPLICANT_KINDS = ['person', 'organisation'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** Parts of an applicant's data that a form may ask for. */
export const APPLICANT_FIELDS = [
  'name',
  'phone',
  'email',
  'address',
  'identityNumber',
  'contactPerson',
  'needsHelp',
] as const;
export type ApplicantField = (typeof APPLICANT_FIELDS)[number];

export const APPLICANT_FIELD_LABELS: Readonly<Record<ApplicantField, string>> = {
  name: '姓名',
  phone: '联系电话',
  email: '电子邮箱',
  address: '联系地址',
  identityNumber: '证件号码',
  contactPerson: '联系人',
  needsHelp: '需要的帮助',
};
