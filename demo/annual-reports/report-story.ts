import type { AnnualReportsServices } from '../../src/modules/annual-reports/index.ts';

type TextInput = Parameters<AnnualReportsServices['reports']['setText']>[2];

/** A figure that somebody states, with where it comes from. */
export interface DemoStatement {
  readonly cell: string;
  readonly amount: number;
  readonly source: string;
}

export interface DemoReport {
  readonly unit: string;
  readonly scope: 'unit' | 'district';
  readonly year: number;
  readonly startedOn: string;
  /** Null: still being written. */
  readonly submittedOn: string | null;
  readonly publishedOn: string | null;
  readonly indexNumber: string;
  readonly statements: readonly DemoStatement[];
  readonly texts: Readonly<Partial<Record<TextInput['head'], string>>>;
}

/** What every unit states: the platform keeps no records of it. */
function own(licences: number, penalties: number, coercions: number, charges: number): DemoStatement[] {
  const laws = '行政执法统计年报';
  const none = '本单位不制定规章';
  return [
    { cell: 'p2:regulation:made', amount: 0, source: none },
    { cell: 'p2:regulation:repealed', amount: 0, source: none },
    { cell: 'p2:regulation:inForce', amount: 0, source: none },
    { cell: 'p2:licence:decided', amount: licences, source: laws },
    { cell: 'p2:penalty:decided', amount: penalties, source: laws },
    { cell: 'p2:coercion:decided', amount: coercions, source: laws },
    { cell: 'p2:charge:yuan10000', amount: charges, source: '非税收入年度决算' },
  ];
}

/** Requests of 2025 were kept on paper until the program came. */
const ON_PAPER = '2025年依申请公开纸质台账';

export const DEMO_REPORTS: readonly DemoReport[] = [
  {
    unit: 'caizheng',
    scope: 'unit',
    year: 2025,
    startedOn: '2026-01-08',
    submittedOn: '2026-01-14',
    publishedOn: '2026-01-20',
    indexNumber: 'MH-CZ/2026-00971',
    statements: [
      ...own(0, 12, 0, 36.5),
      { cell: 'p3:1:natural', amount: 14, source: ON_PAPER },
      { cell: 'p3:1:company', amount: 3, source: ON_PAPER },
      { cell: 'p3:2:natural', amount: 1, source: ON_PAPER },
      { cell: 'p3:3.1:natural', amount: 8, source: ON_PAPER },
      { cell: 'p3:3.1:company', amount: 2, source: ON_PAPER },
      { cell: 'p3:3.2:natural', amount: 2, source: ON_PAPER },
      { cell: 'p3:3.4.1:natural', amount: 3, source: ON_PAPER },
      { cell: 'p3:3.3.4:company', amount: 1, source: ON_PAPER },
      { cell: 'p3:3.6.3:natural', amount: 1, source: ON_PAPER },
      { cell: 'p3:4:natural', amount: 1, source: ON_PAPER },
    ],
    texts: {
      proactive:
        '集中公开区级和部门预算、决算及“三公”经费，统一格式和口径，公开后二十日内全部上传。惠民补贴资金按批次公开到镇、街道，全年公开资金分配信息四十二条。',
      onRequest:
        '规范登记、审核、办理、答复、归档各环节，答复前由法律顾问审核；对申请内容不明确的，先电话沟通再一次性告知补正。',
      management:
        '对二〇一九年以来的规范性文件逐件评估，宣布失效二件；公文制发时同步认定公开属性，不予公开的逐件说明理由。',
      platform: '部门预决算公开专栏改版，增加按单位、按年度查询，数据可以下载。',
      supervision: '全年组织政务公开培训二次，把预决算公开纳入财政监督检查，对三个单位提出整改意见并跟踪到位。',
      problems: '个别单位预算公开说明过于简单，公众看不懂；图解等形式偏少。',
      improvements: '统一预算公开说明模板，增加名词解释和图表；上年度指出的公开不及时问题已经整改，本年度没有逾期。',
    },
  },
  {
    unit: 'zhengfuban',
    scope: 'district',
    year: 2025,
    startedOn: '2026-02-24',
    submittedOn: '2026-03-10',
    publishedOn: '2026-03-18',
    indexNumber: 'MH-ZF/2026-00972',
    statements: [
      ...own(21_460, 3_218, 146, 2_184.3),
      { cell: 'p3:1:natural', amount: 286, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:2:natural', amount: 11, source: '2024年度报告' },
      { cell: 'p3:3.1:natural', amount: 143, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:3.2:natural', amount: 24, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:3.4.1:natural', amount: 91, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:3.5.1:natural', amount: 9, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:3.6.3:natural', amount: 17, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p3:4:natural', amount: 13, source: '各单位2025年依申请公开台账汇总' },
      { cell: 'p4:reconsideration:upheld', amount: 6, source: '区司法局行政复议统计' },
      { cell: 'p4:reconsideration:other', amount: 2, source: '区司法局行政复议统计' },
      { cell: 'p4:suitAfterReconsideration:upheld', amount: 1, source: '区司法局行政应诉统计' },
    ],
    texts: {
      proactive:
        '围绕重点领域公开政策文件和解读，重大行政决策事项目录和结果全部公开，政策文件库收录全区现行有效规范性文件。',
      onRequest: '建立疑难件会商制度，全年会商十一件；依申请公开申请按期答复率百分之百。',
      management: '开展规范性文件清理和历史公文公开属性转化，转为主动公开十四件。',
      platform: '政府门户网站公开专栏统一规范，栏目由二十一个精简为十二个；全区设政务公开专区二十六个。',
      supervision:
        '政务公开在绩效考核中占百分之四；委托第三方评估，向社会公布结果；邀请人大代表、政协委员和市民代表开展社会评议。全年没有发生需要责任追究的情形。',
      problems: '部分单位政策解读仍以文字为主；个别街道公开专区服务能力不足。',
      improvements: '建立解读形式季度通报；对专区工作人员开展轮训，配备查阅和打印设备。',
    },
  },
  {
    unit: 'jiaoyu',
    scope: 'unit',
    year: 2026,
    startedOn: '2026-11-12',
    submittedOn: null,
    publishedOn: null,
    indexNumber: '',
    statements: own(64, 3, 0, 0).slice(0, 4),
    texts: {
      proactive: '义务教育招生政策、学区划分、招生计划和录取结果按节点公开，校车、午餐、课后服务收费标准统一公示。',
      onRequest: '对招生类申请提供政策说明和查询途径，减少重复申请。',
    },
  },
];
