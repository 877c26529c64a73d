/** Verdicts of the look-back of 2025, by task number (PLAN-6): what is not listed was verified with the ordinary finding. */
export interface DemoVerdict {
  readonly decidedOn: string;
  readonly finding: string;
  readonly order: { readonly text: string; readonly dueOn: string; readonly units: readonly string[] };
  readonly rectified: { readonly on: string; readonly outcome: string } | null;
}

export const LOOK_BACK_OPENED_ON = '2026-05-11';

export const UNFINISHED: Readonly<Record<number, DemoVerdict>> = {
  13: {
    decidedOn: '2026-06-09',
    finding: '常见问题库已建立，但热线与网站口径不一致的问答仍有四十余条，未按要求统一。',
    order: { text: '逐条比对并统一口径，建立月度更新机制。', dueOn: '2026-08-31', units: ['chengyun'] },
    rectified: { on: '2026-08-24', outcome: '统一口径四十三条，双方知识库已打通，按月更新。' },
  },
  31: {
    decidedOn: '2026-06-10',
    finding: '抽查发现部分批次补偿费用支付凭证未上传，村内公示照片缺失。',
    order: {
      text: '补充上传支付凭证和公示照片，自查2023年以来全部批次。',
      dueOn: '2026-07-31',
      units: ['ziyuan', 'sangyuan'],
    },
    rectified: { on: '2026-07-29', outcome: '补传凭证十七份、照片二十六张，自查批次全部完整。' },
  },
  34: {
    decidedOn: '2026-06-12',
    finding: '三个街镇的村、社区未张贴标准目录简明版，群众不知晓。',
    order: {
      text: '制作简明版并在公开栏张贴，组织一次宣讲。',
      dueOn: '2026-09-30',
      units: ['jinping', 'baishi', 'dongdu'],
    },
    rectified: { on: '2026-09-21', outcome: '四十七个村、社区全部张贴，现场抽查六处属实。' },
  },
  35: {
    decidedOn: '2026-06-15',
    finding: '云台街道政务公开专区因中心装修停用，未设置临时查阅点。',
    order: { text: '恢复专区并补设查阅设备，装修期间设置临时查阅点。', dueOn: '2026-10-31', units: ['yuntai'] },
    rectified: null,
  },
  37: {
    decidedOn: '2026-06-18',
    finding: '新媒体备案信息中有十九个账号的责任人已调离，未及时变更。',
    order: { text: '核对全部账号责任人并变更备案。', dueOn: '2026-07-15', units: ['xinwen'] },
    rectified: { on: '2026-07-14', outcome: '变更备案十九个，与账号清理同步完成。' },
  },
};

export const VERIFIED_FINDINGS: readonly string[] = [
  '核对台账和佐证材料，任务按期完成，予以核销。',
  '抽查网站公开页面，内容完整、更新及时，予以核销。',
  '查阅相关文件和工作记录，情况属实，予以核销。',
  '任务已完成并形成长效机制，转入日常工作，予以核销。',
];

/** What units said of 2025 when they closed it; shared by the whole plan. */
export const CLOSED_2025: readonly string[] = [
  '{u}已完成本项任务，相关信息在门户网站公开，佐证材料齐全。',
  '本项任务已按要求完成，累计公开信息{6-120}条，未发现逾期。',
  '已完成，形成制度{1-2}项、工作记录{4-20}份，成效较去年明显。',
];
