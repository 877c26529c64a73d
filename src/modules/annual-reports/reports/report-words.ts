/** Words that stand in the database, the API and the workbench of annual reports alike. */

/** `unit`: of one unit (Regulations art. 49, by 31 January); `district`: of the government, merged from its units (by 31 March). */
export const REPORT_SCOPES = ['unit', 'district'] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];
export const SCOPE_WORDS: Readonly<Record<ReportScope, string>> = { unit: '单位报告', district: '全区报告' };

/** Figures stand still from `submitted` on: what was reviewed is what is published. */
export const REPORT_STATES = ['draft', 'returned', 'submitted', 'accepted', 'published'] as const;
export type ReportState = (typeof REPORT_STATES)[number];
export const STATE_WORDS: Readonly<Record<ReportState, string>> = {
  draft: '编制中',
  returned: '退回修改',
  submitted: '待审核',
  accepted: '审核通过',
  published: '已公布',
};

/** Text parts in their printed order: five heads of part one, two of part five, part six. */
export const TEXT_HEADS = [
  'proactive',
  'onRequest',
  'management',
  'platform',
  'supervision',
  'problems',
  'improvements',
  'other',
] as const;
export type TextHead = (typeof TEXT_HEADS)[number];

export interface TextHeadWords {
  readonly part: 1 | 5 | 6;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
}

export const TEXT_HEAD_WORDS: Readonly<Record<TextHead, TextHeadWords>> = {
  proactive: head(1, '主动公开', '法定主动公开内容、政策文件和解读的发布与更新。'),
  onRequest: head(1, '依申请公开', '收到和办理申请的情况、规范答复的做法。'),
  management: head(1, '政府信息管理', '公开属性认定、审查、动态调整，规范性文件清理等。'),
  platform: head(1, '政府信息公开平台建设', '网站专栏、政务新媒体、查阅场所等。'),
  supervision: head(1, '监督保障', '机构、人员、培训和监督；政府的报告还要写工作考核、社会评议和责任追究结果。'),
  problems: head(5, '存在的主要问题', '对照工作要点和检查评估，写清问题。'),
  improvements: head(5, '改进情况', '上年度问题的改进结果和下一步措施。'),
  other: {
    ...head(6, '其他需要报告的事项', '信息处理费的收取情况自动写入，其余事项在此填写；没有的可以不填。'),
    required: false,
  },
};

function head(part: 1 | 5 | 6, label: string, help: string): TextHeadWords {
  return { part, label, help, required: true };
}

export const MOST_TEXT = 6000;
export const EXPORT_FORMATS = ['docx', 'pdf', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
