/** Hard questions for the leading group (PLAN-9) and key fields that units declared (PLAN-10). */
export interface DemoIssue {
  readonly unit: string;
  readonly task: number | null;
  readonly raisedOn: string;
  readonly title: string;
  readonly question: string;
  readonly decided: { readonly on: string; readonly decision: string } | null;
  readonly settled: { readonly on: string; readonly outcome: string } | null;
}

export const ISSUES: readonly DemoIssue[] = [
  {
    unit: 'lankou',
    task: 56,
    raisedOn: '2026-04-21',
    title: '征地补偿公示中个人信息遮盖口径不一',
    question: '村内张贴公示需要让村民辨认本人，网上公开又要遮盖个人信息，镇村对遮盖到什么程度把握不准。',
    decided: {
      on: '2026-05-14',
      decision:
        '网上公开只列姓氏和户号；村内公示列全名和面积，不列身份证件号码、银行账号，公示期满即撤下。由区自然资源规划分局印发样式。',
    },
    settled: { on: '2026-06-05', outcome: '公示样式已印发，五个镇统一使用。' },
  },
  {
    unit: 'hubin',
    task: 43,
    raisedOn: '2026-05-19',
    title: '加装电梯意见征询结果是否公开',
    question: '部分居民要求公开同意和反对的户数，反对户担心被指认，街道难以把握。',
    decided: {
      on: '2026-06-11',
      decision: '公开同意、反对、弃权户数和办理结论，不公开具体门牌和姓名；相关当事人可依申请查询本人意见。',
    },
    settled: { on: '2026-07-02', outcome: '全区九个街道按统一口径公示。' },
  },
  {
    unit: 'shuju',
    task: 68,
    raisedOn: '2026-06-24',
    title: '停车数据开放涉及企业经营数据',
    question: '停车场运营企业认为泊位周转数据属于商业秘密，不同意开放。',
    decided: {
      on: '2026-07-23',
      decision: '开放泊位总数、收费标准和实时空位；周转率等经营数据不开放，由区城投集团先行开放公共停车场数据。',
    },
    settled: null,
  },
  {
    unit: 'yingji',
    task: 61,
    raisedOn: '2026-08-06',
    title: '应急领域标准目录事项与上级目录衔接',
    question: '省级目录正在修订，区级目录修订是否等待上级印发。',
    decided: { on: '2026-09-03', decision: '不等不靠，先按现行法规修订公布，上级目录印发后十五个工作日内再作调整。' },
    settled: null,
  },
  {
    unit: 'ranqi',
    task: 64,
    raisedOn: '2026-10-28',
    title: '燃气企业服务承诺公开后的责任界定',
    question: '公布抢修到场时限后，遇道路施工无法按时到场是否追责，企业希望明确。',
    decided: null,
    settled: null,
  },
];

export interface DemoKeyField {
  readonly unit: string;
  readonly name: string;
  readonly content: string;
  readonly requirement: string;
  readonly declaredOn: string;
  readonly decision: { readonly on: string; readonly confirm: boolean; readonly reason?: string } | null;
}

export const KEY_FIELDS: readonly DemoKeyField[] = [
  {
    unit: 'tuiyi',
    name: '优待抚恤信息公开',
    content: '优待证办理、抚恤补助标准、就业安置政策和法律援助渠道。',
    requirement: '标准调整后五个工作日内更新，每半年汇总发放人数和金额。',
    declaredOn: '2026-04-15',
    decision: { on: '2026-04-22', confirm: true },
  },
  {
    unit: 'xiaofang',
    name: '消防监督检查结果公开',
    content: '人员密集场所消防监督抽查计划、检查结果和重大火灾隐患整改情况。',
    requirement: '检查结果作出后七个工作日内公开，隐患销案后同步更新。',
    declaredOn: '2026-04-16',
    decision: { on: '2026-04-22', confirm: true },
  },
  {
    unit: 'jiguan',
    name: '公共机构节能信息公开',
    content: '公共机构能耗总量、节能改造项目和公务用车运行情况。',
    requirement: '每年一季度公开上年数据。',
    declaredOn: '2026-04-20',
    decision: { on: '2026-04-24', confirm: false, reason: '请补充公务用车平台的公开频率和责任科室后重新申报。' },
  },
  {
    unit: 'guodong',
    name: '人防工程管理信息公开',
    content: '可公开的人防工程平时使用登记、收费依据和维护责任单位。',
    requirement: '涉密内容不得公开，公开前逐件审查。',
    declaredOn: '2026-05-08',
    decision: { on: '2026-05-13', confirm: true },
  },
  {
    unit: 'kaifaqu',
    name: '企业服务事项公开',
    content: '开发区惠企服务事项、场地租金指导价和产业用房分配结果。',
    requirement: '每季度更新，分配结果公示不少于五个工作日。',
    declaredOn: '2026-11-16',
    decision: null,
  },
];
