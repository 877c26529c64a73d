/** Letters of the procedure, and decision letters by the heads of the statutory table (FOI-4). */
export const LETTER_KINDS = [
  'receipt',
  'correctionNotice',
  'extensionNotice',
  'consultation',
  'thirdPartyNotice',
  'feeNotice',
  'open',
  'partial',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

export const LETTER_LABELS: Readonly<Record<LetterKind, string>> = {
  receipt: '登记回执',
  correctionNotice: '补正告知书',
  extensionNotice: '延期答复告知书',
  consultation: '征求第三方意见书',
  thirdPartyNotice: '第三方意见处理告知书',
  feeNotice: '收费通知书',
  open: '答复书（予以公开）',
  partial: '答复书（部分公开）',
  refused: '答复书（不予公开）',
  unavailable: '答复书（无法提供）',
  notProcessed: '答复书（不予处理）',
  otherHandling: '答复书（其他处理）',
};

/** What stands in 【】 of a template, and what takes its place. */
export const BLANKS = {
  applicant: '申请人',
  agency: '机关',
  requestNumber: '申请编号',
  receivedOn: '收到日期',
  requested: '申请内容',
  decision: '决定',
  articles: '法律条款',
  reasons: '理由',
  remedy: '救济途径',
  replyDue: '答复期限',
  lookUp: '查询方式',
  contact: '联系方式',
  corrections: '补正内容',
  correctionUntil: '补正期限',
  extensionReason: '延期理由',
  extensionDays: '延长工作日',
  extendedDue: '延期后答复期限',
  thirdParty: '第三方',
  opinionUntil: '意见期限',
  feeBasis: '收费依据',
  feeSteps: '计算过程',
  feeYuan: '收费金额',
  payUntil: '缴费期限',
  payHow: '缴费方式',
} as const;
export type Blank = keyof typeof BLANKS;

/** Decides something, so that remedies are told; the others are steps of the procedure. */
export const isDecisionLetter = (kind: LetterKind): boolean => DECISION_LETTERS.has(kind);
const DECISION_LETTERS: ReadonlySet<LetterKind> = new Set([
  'open',
  'partial',
  'refused',
  'unavailable',
  'notProcessed',
  'otherHandling',
]);
