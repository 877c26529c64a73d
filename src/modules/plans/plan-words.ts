/** Official Chinese words for the codes of this module; screens, mails, exports and the portal all take them from here. */

export const PLAN_LEVELS = ['city', 'district', 'unit'] as const;
export type PlanLevel = (typeof PLAN_LEVELS)[number];
export const PLAN_LEVEL_WORDS: Readonly<Record<PlanLevel, string>> = { city: '市级', district: '区级', unit: '单位' };

export const PLAN_STATES = ['draft', 'published', 'closed'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PLAN_STATE_WORDS: Readonly<Record<PlanState, string>> = {
  draft: '草稿',
  published: '执行中',
  closed: '已办结',
};

export const UNIT_ROLES = ['lead', 'support', 'responsible'] as const;
export type UnitRole = (typeof UNIT_ROLES)[number];
export const UNIT_ROLE_WORDS: Readonly<Record<UnitRole, string>> = {
  lead: '牵头',
  support: '配合',
  responsible: '责任',
};

export const ASSIGNMENT_STATES = ['open', 'reported', 'returned', 'accepted'] as const;
/** What is stored of one unit's share of a task. */
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export const TASK_STATES = ['notStarted', 'inProgress', 'reported', 'returned', 'accepted', 'overdue'] as const;
/** What people see of a task or of one unit's share; derived, never stored. */
export type TaskState = (typeof TASK_STATES)[number];
export const TASK_STATE_WORDS: Readonly<Record<TaskState, string>> = {
  notStarted: '未开始',
  inProgress: '进行中',
  reported: '待核验',
  returned: '退回',
  accepted: '已完成',
  overdue: '逾期',
};

/** What the public is told: the way back to a unit is the office's own business and counts as in progress. */
export const OPEN_TASK_STATES = ['notStarted', 'inProgress', 'reported', 'accepted', 'overdue'] as const;
export type OpenTaskState = (typeof OPEN_TASK_STATES)[number];
export const OPEN_TASK_STATE_WORDS: Readonly<Record<OpenTaskState, string>> = {
  notStarted: '未开始',
  inProgress: '进行中',
  reported: '待核验',
  accepted: '已完成',
  overdue: '逾期',
};

export const DEADLINE_KINDS = [
  'year',
  'realtime',
  'date',
  'month',
  'quarter',
  'halfyear',
  'multi',
  'relative',
  'unknown',
] as const;
export type DeadlineKind = (typeof DEADLINE_KINDS)[number];
export const DEADLINE_KIND_WORDS: Readonly<Record<DeadlineKind, string>> = {
  year: '全年',
  realtime: '实时',
  date: '指定日期',
  month: '按月',
  quarter: '按季度',
  halfyear: '按半年',
  multi: '多个时段',
  relative: '相对期限',
  unknown: '未明确',
};

export const EVIDENCE_KINDS = ['record', 'file', 'address'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];
export const EVIDENCE_KIND_WORDS: Readonly<Record<EvidenceKind, string>> = {
  record: '平台记录',
  file: '附件',
  address: '网址',
};

export const ADDRESS_STATES = ['unchecked', 'reachable', 'unreachable', 'refused'] as const;
export type AddressState = (typeof ADDRESS_STATES)[number];
export const ADDRESS_STATE_WORDS: Readonly<Record<AddressState, string>> = {
  unchecked: '待检测',
  reachable: '可以访问',
  unreachable: '无法访问',
  refused: '不允许检测的地址',
};

export const REMINDER_KINDS = ['before', 'dueDay', 'overdue', 'manual', 'returned'] as const;
export type ReminderKind = (typeof REMINDER_KINDS)[number];
export const REMINDER_KIND_WORDS: Readonly<Record<ReminderKind, string>> = {
  before: '临近到期',
  dueDay: '今日到期',
  overdue: '已逾期',
  manual: '督办提醒',
  returned: '退回重办',
};

/** How the public looks for a unit; the register knows finer kinds. */
export const UNIT_GROUPS = ['departments', 'streets', 'parks', 'others'] as const;
export type UnitGroup = (typeof UNIT_GROUPS)[number];
export const UNIT_GROUP_WORDS: Readonly<Record<UnitGroup, string>> = {
  departments: '政府部门',
  streets: '街道和镇',
  parks: '园区',
  others: '事业单位和企业',
};

/** Dated work besides the shares of a plan. */
export const DUTY_KINDS = ['rectification', 'actionItem', 'issue'] as const;
export type DutyKind = (typeof DUTY_KINDS)[number];
export const DUTY_KIND_WORDS: Readonly<Record<DutyKind, string>> = {
  rectification: '回头看整改',
  actionItem: '会议议定事项',
  issue: '领导小组决定',
};

export const VERDICTS = ['pending', 'verified', 'unfinished', 'rectified'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pending: '待核查',
  verified: '核销',
  unfinished: '未完成，责令整改',
  rectified: '整改完成',
};
