import type { ProceedingKind, ProceedingResult } from '../request-facts.ts';

/** Words of reconsideration and litigation; groups and results are those of part four of the annual report. */
export const PROCEEDING_KINDS = [
  'reconsideration',
  'directSuit',
  'suitAfterReconsideration',
] as const satisfies readonly ProceedingKind[];
export const PROCEEDING_KIND_LABELS: Readonly<Record<ProceedingKind, string>> = {
  reconsideration: '行政复议',
  directSuit: '行政诉讼（未经复议直接起诉）',
  suitAfterReconsideration: '行政诉讼（复议后起诉）',
};

export const PROCEEDING_RESULTS = ['upheld', 'corrected', 'other'] as const satisfies readonly ProceedingResult[];
export const PROCEEDING_RESULT_LABELS: Readonly<Record<ProceedingResult, string>> = {
  upheld: '结果维持',
  corrected: '结果纠正',
  other: '其他结果',
};
export const PENDING_LABEL = '尚未审结';

/** Of a reconsideration; requests for information may be heard by the simple one (reconsideration law art 53). */
export const PROCEDURES = ['ordinary', 'simple'] as const;
export type Procedure = (typeof PROCEDURES)[number];
export const PROCEDURE_LABELS: Readonly<Record<Procedure, string>> = { ordinary: '普通程序', simple: '简易程序' };

export const PROCEEDING_STATES = ['received', 'answered', 'heard', 'closed'] as const;
export type ProceedingState = (typeof PROCEEDING_STATES)[number];
export const PROCEEDING_STATE_LABELS: Readonly<Record<ProceedingState, string>> = {
  received: '待答复',
  answered: '已答复',
  heard: '已听证或者开庭',
  closed: '已审结',
};

/** What is complained of. */
export const CHALLENGED = [
  'refusal',
  'partial',
  'notHeld',
  'notProcessed',
  'content',
  'silence',
  'fee',
  'other',
] as const;
export type Challenged = (typeof CHALLENGED)[number];
export const CHALLENGED_LABELS: Readonly<Record<Challenged, string>> = {
  refusal: '不予公开',
  partial: '部分公开',
  notHeld: '无法提供',
  notProcessed: '不予处理、其他处理',
  content: '公开的内容与申请不符',
  silence: '逾期未答复',
  fee: '收费',
  other: '其他',
};

/** Why it was set aside; lessons and rates are drawn by these (LIT-3). */
export const FAULTS = ['facts', 'search', 'law', 'reasons', 'procedure', 'late', 'competence', 'other'] as const;
export type Fault = (typeof FAULTS)[number];
export const FAULT_LABELS: Readonly<Record<Fault, string>> = {
  facts: '事实不清、证据不足',
  search: '检索不充分',
  law: '适用依据错误',
  reasons: '说明理由不充分',
  procedure: '违反法定程序',
  late: '逾期答复',
  competence: '职责认定错误',
  other: '其他',
};

export const PROCEEDING_EVENTS = [
  'register',
  'edit',
  'answer',
  'hear',
  'close',
  'correct',
  'learn',
  'rectify',
  'reopen',
  'reckon',
] as const;
export type ProceedingEvent = (typeof PROCEEDING_EVENTS)[number];
