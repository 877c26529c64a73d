/** What a figure is held against; the office may change the values, so they are data (see thresholds.store.ts). */
export const THRESHOLDS = {
  questionTrigger: {
    name: '再解读触发次数',
    unit: '人次',
    value: 10,
    min: 1,
    max: 10_000,
    help: '同一文件本年度的集中咨询达到这个次数，应当再解读。',
  },
  releaseToleranceHours: {
    name: '同步发布容许相差',
    unit: '小时',
    value: 0,
    min: 0,
    max: 720,
    help: '文件与解读发布时间相差不超过这个时数算同步；0 为同一时刻。',
  },
  diversifiedPercent: {
    name: '多样化解读占比要求',
    unit: '%',
    value: 50,
    min: 0,
    max: 100,
    help: '图解、视频、发布会等非纯文字解读占全部解读的比例。',
  },
  draftStageCount: {
    name: '征求意见阶段解读要求',
    unit: '件',
    value: 1,
    min: 0,
    max: 100,
    help: '每个单位每年至少完成的件数。',
  },
  draftStageMonth: {
    name: '征求意见阶段解读截止月份',
    unit: '月底',
    value: 10,
    min: 1,
    max: 12,
    help: '这个月最后一天以前发布的才计入。',
  },
} as const;

export type ThresholdCode = keyof typeof THRESHOLDS;
export type Thresholds = Readonly<Record<ThresholdCode, number>>;

export const THRESHOLD_CODES = Object.keys(THRESHOLDS) as [ThresholdCode, ...ThresholdCode[]];

export const USUAL_THRESHOLDS = Object.fromEntries(
  THRESHOLD_CODES.map((code) => [code, THRESHOLDS[code].value]),
) as Thresholds;
