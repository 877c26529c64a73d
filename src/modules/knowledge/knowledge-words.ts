/** To whom the FAQ is handed (KB-3), and further bases and partners that take it (KB-2, KB-6). */
export const TARGETS = {
  hotline12345: '12345市民热线',
  onlineServices: '一网通办总门户',
  serviceCentre: '政务服务中心',
  communityCentre: '社区事务受理服务中心',
  partner: '专业知识库、协会、园区等',
} as const;
export type Target = keyof typeof TARGETS;
export const TARGET_CODES = Object.keys(TARGETS) as [Target, ...Target[]];
/** Those to which the FAQ of every policy that matters to people must go (KB-C1). */
export const FOUR_TARGETS: readonly Target[] = ['hotline12345', 'onlineServices', 'serviceCentre', 'communityCentre'];

/** Why an entry has to be looked at. */
export const CARE_REASONS = {
  policyOver: '依据的政策已废止或者失效',
  policyGone: '依据的政策已不再公开',
  policyChanged: '依据的原文已经修改，找不到摘录的话',
  reviewOver: '已超过复核日期',
  reviewSoon: '即将到复核日期',
} as const;
export type CareReason = keyof typeof CARE_REASONS;
export const CARE_REASON_CODES = Object.keys(CARE_REASONS) as [CareReason, ...CareReason[]];

export const CLUSTER_STATES = { open: '待处理', entered: '已有条目', dismissed: '不列入' } as const;
export type ClusterState = keyof typeof CLUSTER_STATES;
export const CLUSTER_STATE_CODES = Object.keys(CLUSTER_STATES) as [ClusterState, ...ClusterState[]];

/** Where a question of a cluster comes from. */
export const QUESTION_SOURCES = { case: '来信来件', search: '没有结果的检索', asked: '没有答上的提问' } as const;
export type QuestionSource = keyof typeof QUESTION_SOURCES;
export const QUESTION_SOURCE_CODES = Object.keys(QUESTION_SOURCES) as [QuestionSource, ...QuestionSource[]];

export const GAP_STATES = { open: '待起草', drafting: '起草中', answered: '已答复入库', declined: '不列入' } as const;
export type GapState = keyof typeof GAP_STATES;
export const GAP_STATE_CODES = Object.keys(GAP_STATES) as [GapState, ...GapState[]];

/** What the office may set; the values are data. */
export const SETTINGS = {
  clusterTrigger: {
    name: '高频问题触发次数',
    unit: '次',
    value: 3,
    min: 2,
    max: 1000,
    help: '同类问题在统计期内达到这个次数，应当整理成常见问题。',
  },
  clusterDays: {
    name: '高频问题统计期',
    unit: '天',
    value: 365,
    min: 30,
    max: 1100,
    help: '只归并这些天以内收到的问题。',
  },
  reviewMonths: {
    name: '复核周期',
    unit: '个月',
    value: 6,
    min: 1,
    max: 36,
    help: '条目公开或者上次复核后，过这么久应当再复核；条目可以另定。',
  },
  gapWorkdays: {
    name: '缺口答复期限',
    unit: '个工作日',
    value: 5,
    min: 1,
    max: 60,
    help: '窗口、热线反映知识库没有的问题后，起草单位答复入库的期限。',
  },
} as const;
export type SettingCode = keyof typeof SETTINGS;
export type Settings = Readonly<Record<SettingCode, number>>;
export const SETTING_CODES = Object.keys(SETTINGS) as [SettingCode, ...SettingCode[]];
export const USUAL_SETTINGS = Object.fromEntries(SETTING_CODES.map((code) => [code, SETTINGS[code].value])) as Settings;
