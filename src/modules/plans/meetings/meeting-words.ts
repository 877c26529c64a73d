/** Official Chinese words for meetings, issues and key fields; free of schemas, so that pages can take them alone. */

/** PLAN-7: 牵头单位协调会, 专项会议, 座谈会; `hearing` 主要领导听取汇报. */
export const MEETING_KINDS = ['coordination', 'project', 'symposium', 'hearing'] as const;
export const MEETING_KIND_WORDS: Readonly<Record<(typeof MEETING_KINDS)[number], string>> = {
  coordination: '牵头单位协调会',
  project: '重点专项会议',
  symposium: '座谈会',
  hearing: '听取工作汇报',
};

/** PLAN-9: hard questions for the leading group. */
export const ISSUE_STATES = ['raised', 'decided', 'settled'] as const;
export const ISSUE_STATE_WORDS: Readonly<Record<(typeof ISSUE_STATES)[number], string>> = {
  raised: '待研究',
  decided: '已决定',
  settled: '已办结',
};

/** PLAN-10: key fields a unit declares for the year, or the office assigns. */
export const KEY_FIELD_STATES = ['declared', 'confirmed', 'returned'] as const;
export const KEY_FIELD_STATE_WORDS: Readonly<Record<(typeof KEY_FIELD_STATES)[number], string>> = {
  declared: '待确认',
  confirmed: '已确认',
  returned: '退回修改',
};
