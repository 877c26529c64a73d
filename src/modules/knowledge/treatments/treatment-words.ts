/** Life of a 源头治理事项: its inquiry (专题调查), the measure, the report that it is done, the effect that somebody else confirms. */
export const TREATMENT_STATES = {
  inquiry: '专题调查',
  acting: '治理中',
  done: '待确认成效',
  verified: '已见成效',
  dropped: '不再治理',
} as const;
export type TreatmentState = keyof typeof TREATMENT_STATES;
export const TREATMENT_STATE_CODES = Object.keys(TREATMENT_STATES) as [TreatmentState, ...TreatmentState[]];
/** Somebody still has to do something. */
export const OPEN_TREATMENT_STATES = ['inquiry', 'acting', 'done'] as const satisfies readonly TreatmentState[];

/** What is changed. */
export const MEASURE_KINDS = {
  rule: '完善制度规定',
  flow: '优化办事流程',
  publication: '主动公开、政策解读',
  facility: '改善设施、增加供给',
  system: '改进网站、系统',
  other: '其他',
} as const;
export type MeasureKind = keyof typeof MEASURE_KINDS;
export const MEASURE_KIND_CODES = Object.keys(MEASURE_KINDS) as [MeasureKind, ...MeasureKind[]];

/** How a case came to stand in a treatment. */
export const TREATED_WAYS = { opened: '立项依据', added: '补充', grouped: '自动归入' } as const;
export type TreatedWay = keyof typeof TREATED_WAYS;
export const TREATED_WAY_CODES = Object.keys(TREATED_WAYS) as [TreatedWay, ...TreatedWay[]];

/** A month against the day on which the measure took effect; the month of that day counts for neither side. */
export const MONTH_PHASES = { before: '生效前', turn: '生效当月', after: '生效后' } as const;
export type MonthPhase = keyof typeof MONTH_PHASES;
export const MONTH_PHASE_CODES = Object.keys(MONTH_PHASES) as [MonthPhase, ...MonthPhase[]];

/** Numbers typed in at once, and cases that one is opened from besides those of a group of questions. */
export const MOST_NUMBERS_AT_ONCE = 20;
export const MOST_ROOTS = 200;
