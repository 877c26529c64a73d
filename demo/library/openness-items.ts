import { DEMO_UNITS, type DemoUnit, demoUnit } from '../units.ts';

/** What stands in the statutory columns beside policy documents. */
export interface OpennessItem {
  readonly kind: 'opennessGuide' | 'opennessRules' | 'statutoryContent' | 'opennessReport';
  readonly unit: string;
  readonly title: string;
  readonly issuedOn: string;
  readonly summary: string;
  readonly fields: Readonly<Record<string, string | number>>;
  readonly text: string;
}

const GUIDE_UNITS = [
  'zhengfuban',
  'fagai',
  'jiaoyu',
  'keji',
  'gongxin',
  'gongan',
  'minzheng',
  'sifa',
  'caizheng',
  'renshe',
  'zhujian',
  'weijian',
  'yibao',
  'shichang',
  'shuju',
  'hubin',
  'wangyue',
  'qinghe',
];
const STREETS = ['明湖路', '望月东路', '柳浪街', '文昌路', '青禾大道', '澜港路'];

function guideOf(code: string, place: number): OpennessItem {
  const unit = demoUnit(code);
  const address = `明湖区${STREETS[place % STREETS.length]}${100 + place * 7}号`;
  const revisedOn = place % 3 === 0 ? '2026-07-08' : place % 3 === 1 ? '2025-11-17' : '2026-03-30';
  const office = unit.sections[0] ?? '办公室';
  return {
    kind: 'opennessGuide',
    unit: code,
    title: `${unit.name}政府信息公开指南`,
    issuedOn: '2024-06-28',
    summary: `${unit.shortName}政府信息的分类、编排和获取方式，公开工作机构的地址、时间和联系方式。`,
    fields: {
      revisedOn,
      office,
      address,
      hours: '工作日上午9:00至11:30，下午13:30至17:00',
      telephone: '12345（转政务公开窗口）',
      mail: '政务公开网站“依申请公开”在线申请页面',
    },
    text: `为便于公民、法人和其他组织获取政府信息，${unit.name}依照《中华人民共和国政府信息公开条例》编制本指南。${WORK[unit.kind]}
## 一、信息分类与编排
本单位主动公开的政府信息按政策文件、法定主动公开内容、年度报告等栏目编排，每条信息有索引号、名称、内容概述和生成日期。
## 二、获取方式
主动公开的信息在区政务公开网站公布，也可以到区档案馆、区图书馆和政务服务大厅查阅点查阅。
## 三、依申请公开
|方式|说明|
|网上申请|登录政务公开网站在线填写|
|书面申请|邮寄至${address}${office}，信封注明“政府信息公开申请”|
|当面申请|到办公地址提交，填写有困难的可以口头提出，由工作人员代填|
收到申请后，能够当场答复的当场答复；不能当场答复的，自收到之日起二十个工作日内答复，需要延长的最多延长二十个工作日并告知理由。
## 四、监督
认为本单位未依法履行政府信息公开义务的，可以向区政府办公室反映，也可以依法申请行政复议或者提起行政诉讼。`,
  };
}

const WORK: Readonly<Record<DemoUnit['kind'], string>> = {
  government: '',
  department: '本指南适用于本单位及所属行政执法机构。',
  street: '社区事务受理、居民区公开的内容，可以同时在各居委会公开栏查阅。',
  town: '村务公开的内容，可以同时在各村公开栏查阅。',
  park: '园区企业服务信息，可以同时在园区服务大厅查阅。',
  institution: '',
  enterprise: '',
};

const RULES: readonly OpennessItem[] = [
  rule(
    'nationalRegulations',
    '中华人民共和国政府信息公开条例',
    '2019-04-03',
    '规定政府信息公开的主体和范围、主动公开、依申请公开、监督和保障。',
    `2007年1月17日国务院第165次常务会议通过，2019年4月3日修订，自2019年5月15日起施行。
条例共六章五十六条。行政机关公开政府信息，应当坚持以公开为常态、不公开为例外，遵循公正、公平、合法、便民的原则。
正式文本以国务院公报刊登的文本为准。`,
  ),
  rule(
    'stateOfficeInterpretation',
    '国务院办公厅关于印发《政府信息公开信息处理费管理办法》的通知',
    '2020-11-17',
    '规定信息处理费的收取情形、按件和按量计收标准。',
    `该办法自2021年1月1日起施行。信息处理费可以按件计收，也可以按量计收，均按照超额累进方式计算。行政机关每次只能选择其中一种标准。
正式文本以国务院公报刊登的文本为准。`,
  ),
  rule(
    'municipalProvisions',
    '澄川市政府信息公开规定',
    '2020-04-26',
    '细化本市政府信息公开的职责分工、公开目录、审查程序和监督检查。',
    `本规定自2020年6月1日起施行。市政府办公室是全市政府信息公开工作主管部门，区政府办公室是本行政区域政府信息公开工作主管部门。
行政机关制作公文时应当确定公开属性；拟不公开的，应当依法依规说明理由。`,
  ),
];

function rule(ruleKind: string, title: string, issuedOn: string, summary: string, text: string): OpennessItem {
  return { kind: 'opennessRules', unit: 'zhengfuban', title, issuedOn, summary, fields: { ruleKind }, text };
}

function report(code: string, place: number): OpennessItem {
  const unit = demoUnit(code);
  const [published, requests] = [212 + place * 37, 9 + place * 4];
  return {
    kind: 'opennessReport',
    unit: code,
    title: `${unit.name}2025年政府信息公开工作年度报告`,
    issuedOn: '2026-01-20',
    summary: `${unit.shortName}2025年主动公开、依申请公开、信息管理和监督保障情况，存在的问题及改进。`,
    fields: { reportYear: 2025 },
    text: `${unit.name}根据《中华人民共和国政府信息公开条例》第五十条的规定，公布2025年度报告。
## 一、总体情况
${STORIES[place % STORIES.length]}
## 二、主动公开与依申请公开
|项目|数量|
|本年公开信息（条）|${published}|
|其中行政规范性文件（件）|${1 + (place % 3)}|
|新收申请（件）|${requests}|
|予以公开、部分公开（件）|${requests - 3}|
|本机关不掌握（件）|2|
|结转下年（件）|1|
## 三、问题与改进
${PROBLEMS[place % PROBLEMS.length]}`,
  };
}

const STORIES = [
  '全年政策文件与解读同步发布，图解、短视频等形式占解读总数的七成以上；政府开放月邀请市民走进机关十二场。',
  '完成历史公文属性复核八十六件，其中转为主动公开十四件；栏目由二十一个精简为十二个，检索更方便。',
  '在政务服务大厅设立政务公开专区，群众可以现场查询、打印政策文件，全年接待咨询一千九百余人次。',
];
const PROBLEMS = [
  '主要问题是解读材料仍偏重文字说明，下一步将增加办理流程和案例。',
  '主要问题是部分信息更新不够及时，下一步将对超期栏目自动提醒、按月通报。',
  '主要问题是群众互动渠道知晓度不高，下一步将在办事场所张贴说明，并把答复满意度纳入考核。',
];

const STATUTORY: readonly OpennessItem[] = [
  content(
    'jiaoyu',
    'cat20.2',
    '明湖区教育局机构职能',
    '2024-07-10',
    '主要职责、内设机构、办公地址和办公时间。',
    `区教育局主管全区教育工作，负责拟订教育发展规划、统筹各级各类教育、指导学校教学和安全管理。
|内设机构|主要职责|
|办公室|综合协调、政务公开、档案|
|基础教育科|义务教育、学前教育管理|
|计划财务科|预算、基建、装备|
办公时间为工作日9:00至17:00。`,
  ),
  content(
    'jiaoyu',
    'cat20.7',
    '明湖区教育局2026年部门预算',
    '2026-02-20',
    '收支总表、项目支出绩效目标和“三公”经费预算。',
    `2026年部门收入预算二十六亿四千万元，支出预算二十六亿四千万元，比上年增长百分之三点二。
|支出功能分类|预算数（万元）|
|教育支出|241860|
|社会保障和就业支出|14520|
|卫生健康支出|7620|
“三公”经费财政拨款预算二十三万元，比上年下降百分之四。`,
  ),
  content(
    'caizheng',
    'cat20.7',
    '明湖区2026年区级预算草案及说明',
    '2026-02-06',
    '一般公共预算、政府性基金、国有资本经营和社会保险基金预算。',
    `2026年区级一般公共预算收入安排一百二十三亿元，支出安排二百一十八亿元，重点保障教育、养老、就业和城市更新。
政府债务余额控制在限额以内，专项债券资金全部用于已列入计划的重大项目。`,
  ),
  content(
    'renshe',
    'cat20.14',
    '明湖区2026年度事业单位公开招聘公告',
    '2026-03-24',
    '招聘岗位、报名条件、考试时间和录用程序。',
    `本次公开招聘岗位八十六个、一百一十二人，报名时间为3月30日至4月7日，笔试时间为5月9日。
报名不收取费用以外的任何服务费用，考试大纲公开发布，不指定辅导用书，不举办也不委托任何机构举办培训班。`,
  ),
  content(
    'weijian',
    'cat20.12',
    '明湖区突发公共卫生事件应急预案（2025年修订）',
    '2025-09-30',
    '事件分级、报告时限、处置流程和保障措施。',
    `事件分为特别重大、重大、较大、一般四级。医疗机构发现疑似事件后，应当在两小时内报告。
区卫生健康局接报后立即组织核实，并按照规定时限报告区政府和市级主管部门。`,
  ),
  content(
    'yingji',
    'cat20.13',
    '2026年上半年安全生产监督检查情况',
    '2026-07-15',
    '检查家次、发现隐患、整改率和处罚情况。',
    `上半年检查生产经营单位二百一十八家次，发现隐患六百三十七项，整改率百分之九十八点九，立案十九件。
隐患主要集中在电气线路、危险化学品储存和有限空间作业三个方面。`,
  ),
  content(
    'shichang',
    'cat20.6',
    '2026年第二季度行政处罚情况',
    '2026-07-09',
    '案件数量、类别分布和典型案件。',
    `第二季度办结行政处罚案件一百五十三件，其中食品类六十一件、广告类二十四件、产品质量类三十九件、其他二十九件。
处罚决定自作出之日起七个工作日内在信用平台公示。`,
  ),
  content(
    'zhujian',
    'cat21.2',
    '望月东路旧城改建项目房屋征收补偿结果',
    '2025-12-16',
    '签约户数、补偿方式和安置房源情况。',
    `项目共有被征收户四百一十二户，签约率百分之九十九点三。选择货币补偿的一百二十六户，选择产权调换的二百八十三户。
补偿结果在征收范围内公示，公示内容不含与补偿无关的个人信息。`,
  ),
  content(
    'minzheng',
    'cat21.3',
    '2026年第三季度社会救助资金发放情况',
    '2026-10-12',
    '低保、特困、临时救助的人次和资金。',
    `第三季度发放低保金三千一百二十万元、特困供养金四百六十万元、临时救助金一百八十五万元，惠及二万一千三百人次。`,
  ),
  content(
    'huanjing',
    'cat20.13',
    '2026年第三季度集中式饮用水水源水质状况',
    '2026-10-15',
    '监测点位、监测项目和达标情况。',
    `明湖水源地监测六十一项指标，全部达到三类以上标准，水质达标率百分之百。`,
  ),
  content(
    'zhengfuban',
    'cat20.10',
    '2026年区政府实事项目进展（三季度）',
    '2026-10-20',
    '十件实事、三十二个子项目的进展。',
    `截至9月底，三十二个子项目中已完成十九个，其余按序时推进。新增托位六百个、加装电梯一百零五台、新建口袋公园九座。`,
  ),
  content(
    'qinghe',
    'cat21.4',
    '青禾镇2026年惠农补贴发放公示汇总',
    '2026-09-22',
    '补贴项目、面积和资金总额。',
    `水稻种植补贴面积一万二千四百亩，资金三百九十六万八千元；绿肥补贴面积三千一百亩，资金六十二万元。
分户清单在各村公开栏公示，网上仅公布汇总数据。`,
  ),
  content(
    'hubin',
    'cat20.2',
    '湖滨街道办事处机构职能',
    '2025-01-10',
    '主要职责、内设机构和社区服务点。',
    `湖滨街道办事处负责辖区公共服务、公共管理和公共安全工作，下辖居民委员会十六个，设社区事务受理服务中心一处、党群服务站七处。`,
  ),
  content(
    'tongji',
    'cat20.4',
    '2026年1—9月主要经济指标',
    '2026-10-27',
    '地区生产总值、工业、投资、消费和财政收入。',
    `|指标|累计|增长|
|地区生产总值（亿元）|974.2|5.3%|
|规模以上工业总产值（亿元）|1172.6|5.0%|
|社会消费品零售总额（亿元）|388.1|6.1%|
|一般公共预算收入（亿元）|96.8|4.4%|
数据为快报数。`,
  ),
];

function content(
  unit: string,
  statutoryClass: string,
  title: string,
  issuedOn: string,
  summary: string,
  text: string,
): OpennessItem {
  return { kind: 'statutoryContent', unit, title, issuedOn, summary, fields: { statutoryClass }, text };
}

const REPORT_UNITS = ['zhengfuban', 'jiaoyu', 'minzheng', 'zhujian', 'shichang', 'renshe', 'weijian', 'hubin'];

export const OPENNESS_ITEMS: readonly OpennessItem[] = [
  ...RULES,
  ...GUIDE_UNITS.map(guideOf),
  ...REPORT_UNITS.map(report),
  ...STATUTORY,
].sort((a, b) => (a.issuedOn < b.issuedOn ? -1 : a.issuedOn > b.issuedOn ? 1 : 0));

/** The unit's part of index numbers: MH and its place in the register. */
export function indexCode(unitCode: string): string {
  return `MH${String(DEMO_UNITS.findIndex((unit) => unit.code === unitCode) + 1).padStart(4, '0')}`;
}
