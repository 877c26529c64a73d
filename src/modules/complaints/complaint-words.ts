/** What was found about a complaint. */
export const FINDINGS = ['founded', 'partlyFounded', 'unfounded'] as const;
export type FindingResult = (typeof FINDINGS)[number];
export const FINDING_LABELS: Readonly<Record<FindingResult, string>> = {
  founded: '属实',
  partlyFounded: '部分属实',
  unfounded: '不属实',
};

/** What is done about it (regulation art 47: 督促整改 or 通报批评). */
export const REMEDIES = ['ordered', 'criticised', 'corrected'] as const;
export type Remedy = (typeof REMEDIES)[number];
export const REMEDY_LABELS: Readonly<Record<Remedy, string>> = {
  ordered: '责令改正',
  criticised: '责令改正并通报批评',
  corrected: '该单位已自行改正',
};

/** What people complain of (regulation arts 47, 51, 53). */
export const COMPLAINT_MATTERS = [
  { value: 'notPublished', label: '应当主动公开的没有公开' },
  { value: 'notAnswered', label: '没有依法答复、处理公开申请' },
  { value: 'wrong', label: '公开的信息不准确、没有及时更新' },
  { value: 'privacy', label: '公开了个人隐私、商业秘密' },
  { value: 'fee', label: '违反规定收取费用' },
  { value: 'other', label: '公开工作中的其他问题' },
] as const;
