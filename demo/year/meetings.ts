/** Meetings of 2026 with what they agreed on (PLAN-7); `task` is a number of the district plan. */
export interface DemoMeeting {
  readonly kind: 'coordination' | 'project' | 'symposium' | 'hearing';
  readonly title: string;
  readonly heldOn: string;
  readonly place: string;
  readonly chairedBy: string;
  readonly agenda: string;
  readonly minutes: string;
  readonly units: readonly string[];
  readonly actionItems: readonly DemoActionItem[];
}

export interface DemoActionItem {
  readonly text: string;
  readonly task: number | null;
  readonly unit: string;
  readonly dueOn: string;
  readonly done: { readonly on: string; readonly note: string } | null;
}

export const MEETINGS: readonly DemoMeeting[] = [
  {
    kind: 'coordination',
    title: '2026年政务公开工作部署会',
    heldOn: '2026-03-26',
    place: '区政府三楼会议室',
    chairedBy: '区政府办公室分管副主任',
    agenda: '一、解读2026年工作要点；二、明确任务分解和台账填报要求；三、部署上年度要点“回头看”。',
    minutes:
      '会议要求各单位四月二十日前完成任务分解，明确责任科室和责任人；台账实行随办随填，佐证材料与进展同步上传；区政府办公室按季度通报。',
    units: ['zhengfuban', 'sifa', 'shuju', 'rongmei', 'xinwen', 'chengyun'],
    actionItems: [
      item('整理任务分解填报说明，发各单位联络员', 70, 'zhengfuban', '2026-04-03', [
        '2026-04-01',
        '填报说明已发工作群。',
      ]),
      item('提供公文公开属性字段与公文系统的对接方案', 1, 'shuju', '2026-04-30', ['2026-04-27', '方案已评审通过。']),
    ],
  },
  {
    kind: 'coordination',
    title: '政策文件库升级牵头单位协调会',
    heldOn: '2026-04-28',
    place: '区融媒体中心会议室',
    chairedBy: '政务公开科科长',
    agenda: '一、文件库分类维度；二、历史文件关联；三、手机端同步。',
    minutes: '明确服务对象维度采用标签目录的口径；历史文件由起草单位核对关联关系；手机端与网页端共用一套数据。',
    units: ['zhengfuban', 'rongmei', 'shuju'],
    actionItems: [
      item('标签目录征求意见稿提供文件库试用', 7, 'shuju', '2026-05-08', ['2026-05-07', '试用稿已提供。']),
      item('完成2020年以来文件与解读、问答的关联核对', 5, 'rongmei', '2026-05-22', [
        '2026-05-21',
        '核对完成，修正42处。',
      ]),
    ],
  },
  {
    kind: 'hearing',
    title: '区政府主要领导听取政务公开工作汇报',
    heldOn: '2026-06-17',
    place: '区政府常务会议室',
    chairedBy: '区长',
    agenda: '听取上半年政务公开工作情况，研究基层公开人员和经费保障问题。',
    minutes: '同意将街镇政策咨询窗口终端采购纳入年度预算调整；各部门联络员调整须当日报备并办理交接。',
    units: ['zhengfuban', 'caizheng', 'zhengwu'],
    actionItems: [
      item('落实咨询窗口终端采购经费', 17, 'caizheng', '2026-07-15', ['2026-07-10', '经费已下达。']),
      item('联络员调整报备和交接流程上线', null, 'zhengfuban', '2026-07-31', ['2026-07-24', '流程已在平台启用。']),
    ],
  },
  {
    kind: 'coordination',
    title: '年中任务调度会',
    heldOn: '2026-07-09',
    place: '区政府二楼会议室',
    chairedBy: '区政府办公室分管副主任',
    agenda: '一、通报上半年进展；二、逐项研究逾期任务；三、部署政府开放月。',
    minutes: '对标准目录修订、新媒体清理等进展偏慢的任务逐项明确完成时间；开放月方案七月二十四日前报送。',
    units: ['zhengfuban', 'yingji', 'xinwen', 'minzheng', 'fagai', 'weijian'],
    actionItems: [
      item('提交政务新媒体账号清理清单', 66, 'xinwen', '2026-07-24', ['2026-07-22', '清单已提交。']),
      item('补报标准目录修订稿', 61, 'yingji', '2026-07-31', null),
    ],
  },
  {
    kind: 'project',
    title: '政府开放月重点专项会议',
    heldOn: '2026-07-28',
    place: '区政务服务中心',
    chairedBy: '政务公开科科长',
    agenda: '一、线路安排；二、预约和安全；三、宣传报道。',
    minutes: '共确定开放场所七十余处，统一使用预约入口；涉及生产安全的场所由主管部门现场把关。',
    units: ['zhengfuban', 'gongshui', 'ranqi', 'gongjiao', 'rongmei'],
    actionItems: [
      item('开放月预约入口上线并测试', 28, 'rongmei', '2026-07-31', ['2026-07-30', '入口已上线。']),
      item('燃气调度中心参观安全须知定稿', 29, 'ranqi', '2026-08-05', ['2026-08-04', '须知已张贴。']),
    ],
  },
  {
    kind: 'symposium',
    title: '公众代表政务公开座谈会',
    heldOn: '2026-09-11',
    place: '区图书馆报告厅',
    chairedBy: '区政府办公室主要负责人',
    agenda: '听取人大代表、政协委员、企业和居民代表对政策解读、咨询答复的意见。',
    minutes: '代表普遍反映政策文件库好用，建议增加语音搜索，缩短加装电梯类咨询的答复时间，公交调整提前在站台张贴。',
    units: ['zhengfuban', 'zhujian', 'jiaotong', 'rongmei'],
    actionItems: [
      item('梳理加装电梯高频问题并更新问答', 20, 'zhujian', '2026-09-30', ['2026-09-28', '更新问答18条。']),
      item('公交调整公告在站台同步张贴', 46, 'jiaotong', '2026-10-15', ['2026-10-13', '已纳入作业规范。']),
    ],
  },
  {
    kind: 'coordination',
    title: '四季度任务收官协调会',
    heldOn: '2026-11-12',
    place: '区政府三楼会议室',
    chairedBy: '区政府办公室分管副主任',
    agenda: '一、逾期事项督办；二、第三方评估配合事项；三、年度报告编制。',
    minutes: '逾期事项责任单位须在十一月底前书面说明；评估所需材料从台账直接提取，不再要求单位重复报送。',
    units: ['zhengfuban', 'dangan', 'ranqi', 'gongan', 'yingji', 'baishi'],
    actionItems: [
      item('公报数字化校对增派人手，十一月底前完成', 8, 'dangan', '2026-11-27', null),
      item('补齐公共企事业单位信息公开目录', 64, 'ranqi', '2026-11-18', null),
      item('年度报告编制口径说明发各单位', 77, 'zhengfuban', '2026-12-05', null),
    ],
  },
];

function item(
  text: string,
  task: number | null,
  unit: string,
  dueOn: string,
  done: readonly [on: string, note: string] | null,
): DemoActionItem {
  return { text, task, unit, dueOn, done: done && { on: done[0], note: done[1] } };
}
