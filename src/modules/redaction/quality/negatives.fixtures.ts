import { identityCheck } from '../identity-checksum.ts';
import type { Persons } from './persons.fixtures.ts';
import type { Random } from './random.fixtures.ts';
import { type Snippet, snippet } from './snippet.fixtures.ts';

const CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A 统一社会信用代码 with its check character. */
export function creditCode(random: Random): string {
  const head = `${random.of(['91', '92', '93', '11', '12', '51', '52', '53', '31', 'N2', '81'])}${random.of(['330106', '110105', '440103', '310104'])}`;
  const body =
    head +
    (random.chance(0.5) ? `MA${random.letters(1, CODE)}` : random.digits(3)) +
    Array.from({ length: 6 }, () => random.of(CODE.split(''))).join('');
  const sum = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28].reduce(
    (total, weight, at) => total + weight * CODE.indexOf(body.charAt(at)),
    0,
  );
  return body + CODE.charAt((31 - (sum % 31)) % 31);
}

/** 18 digits of an order that happen to fit the checksum of an identity number. */
const unlucky = (p: Persons) =>
  p.identity(
    `20${p.random.between(20, 25)}${String(p.random.between(1, 12)).padStart(2, '0')}${String(p.random.between(10, 28))}`,
  );
const dated = (r: Random) =>
  `20${r.between(18, 25)}${String(r.between(1, 12)).padStart(2, '0')}${String(r.between(1, 28)).padStart(2, '0')}`;
const masked = (p: Persons) => {
  const number = p.identity();
  const marks = p.random.of(['*', 'X', '×', '＊']);
  return p.random.of([
    `${number.slice(0, 6)}${marks.repeat(8)}${number.slice(14)}`,
    `${number.slice(0, 2)}${marks.repeat(13)}${number.slice(15)}`,
    `${number.slice(0, 3)}${marks.repeat(11)}${number.slice(14)}`,
    `${number.slice(0, 10)}${marks.repeat(4)}${number.slice(14)}`,
    `${number.slice(0, 14)}${marks.repeat(4)}`,
  ]);
};
const road = (r: Random) => r.of(['明湖大道', '人民路', '文化路', '环城北路', '滨江路']);
const landline = (r: Random) => `${r.of(['0571-8', '010-6', '021-5', '0755-2', '（0571）8', '0571 8'])}${r.digits(7)}`;

export const NEGATIVES: readonly (readonly [kind: string, text: (persons: Persons) => string])[] = [
  [
    '文号',
    ({ random: r }) =>
      `《关于印发${r.between(2019, 2025)}年政务公开工作要点的通知》（明政办发〔${r.between(2019, 2025)}〕${r.between(1, 120)}号）`,
  ],
  [
    '索引号',
    ({ random: r }) =>
      `索引号：${r.digits(9)}/${r.between(2019, 2025)}-${r.digits(5)}　发布日期：${r.between(2019, 2025)}-0${r.between(1, 9)}-1${r.digits(1)}`,
  ],
  ['索引号', ({ random: r }) => `索引号 11330106${r.digits(6)}XQ/${r.between(2019, 2025)}-${r.digits(5)}`],
  ['合同编号', (p) => `合同编号：${unlucky(p)}，金额${p.random.between(1000, 9000)}万元。`],
  ['订单号', (p) => `订单号：${p.identity()}，已完成支付。`],
  ['订单号', (p) => `流水号${unlucky(p)}办理成功`],
  ['订单号', ({ random: r }) => `微信支付订单号：42000${r.digits(23)}；商户单号 ${dated(r)}${r.digits(10)}`],
  ['项目编号', (p) => `项目编号：${unlucky(p)}（公开招标）`],
  ['项目编号', ({ random: r }) => `项目代码：${r.between(20, 25)}0${r.between(1, 9)}-330106-04-01-${r.digits(6)}`],
  [
    '项目编号',
    ({ random: r }) =>
      `采购项目编号：ZJ-${r.digits(6)}-${r.digits(2)}，预算金额：${r.between(10, 999)}.${r.digits(6)}万元`,
  ],
  [
    '招标编号',
    ({ random: r }) =>
      `招标编号：A330106${r.digits(13)}001，开标时间${r.between(2020, 2025)}年6月1${r.digits(1)}日9时30分`,
  ],
  ['案号', ({ random: r }) => `（${r.between(2019, 2025)}）浙0106行初${r.between(1, 999)}号行政判决书`],
  [
    '案号',
    ({ random: r }) =>
      `处罚决定书文号：明市监处罚〔${r.between(2020, 2025)}〕${r.between(1, 900)}号；案件编号 3301062024${r.digits(8)}`,
  ],
  ['信用代码', ({ random: r }) => `统一社会信用代码：${creditCode(r)}，法定代表人：王建国`],
  ['信用代码', ({ random: r }) => `中标人：澄川市明湖建设有限公司（${creditCode(r)}）`],
  [
    '信用代码',
    ({ random: r }) =>
      `企业名称\t统一社会信用代码\t许可证编号\n澄川味美食品有限公司\t${creditCode(r)}\tJY133010600${r.digits(5)}\n明湖便利店\t${creditCode(r)}\tJY133010600${r.digits(5)}`,
  ],
  ['信用代码', ({ random: r }) => `机构代码证 ${r.digits(8)}-${r.of(['X', '1', '7'])}，${creditCode(r).toLowerCase()}`],
  [
    '金额',
    ({ random: r }) => `中标金额：人民币${r.digits(11).replace(/^0/, '1')}.${r.digits(2)}元（大写：壹亿贰仟万元整）`,
  ],
  [
    '金额',
    ({ random: r }) => `全年一般公共预算收入${r.between(13, 19)}${r.digits(9)}元，增长${r.digits(1)}.${r.digits(1)}%。`,
  ],
  [
    '金额',
    ({ random: r }) =>
      `科目\t预算数\t决算数\n2010301\t${r.digits(8)}.00\t${r.digits(8)}.00\n2010302\t1${r.between(3, 9)}${r.digits(9)}.00\t1${r.between(3, 9)}${r.digits(9)}.00`,
  ],
  [
    '日期',
    ({ random: r }) =>
      `公示时间：${r.between(2019, 2025)}年${r.between(1, 12)}月${r.between(1, 28)}日至${r.between(2019, 2025)}年${r.between(1, 12)}月${r.between(1, 28)}日，共5个工作日。`,
  ],
  ['日期', ({ random: r }) => `成文日期：${dated(r)}　发布时间：${dated(r)} 10:30:15`],
  ['时间戳', ({ random: r }) => `数据更新于${dated(r)}${r.digits(9)}（${dated(r)}103015${r.digits(4)}）`],
  [
    '坐标',
    ({ random: r }) =>
      `界址点J1（X=33${r.digits(5)}.${r.digits(3)}，Y=405${r.digits(5)}.${r.digits(3)}），东经120.${r.digits(6)}，北纬30.${r.digits(6)}`,
  ],
  [
    '坐标',
    ({ random: r }) =>
      `J1\t33${r.digits(5)}.${r.digits(3)}\t405${r.digits(5)}.${r.digits(3)}\nJ2\t33${r.digits(5)}.${r.digits(3)}\t405${r.digits(5)}.${r.digits(3)}`,
  ],
  [
    '宗地',
    ({ random: r }) =>
      `不动产单元号：330106${r.digits(6)}GB${r.digits(5)}F${r.digits(8)}，宗地面积${r.digits(5)}平方米`,
  ],
  ['宗地', ({ random: r }) => `不动产权证号：浙（${r.between(2019, 2025)}）明湖区不动产权第00${r.digits(5)}号`],
  [
    '宗地',
    ({ random: r }) =>
      `地块编号：杭政储出〔${r.between(2019, 2025)}〕${r.between(1, 99)}号，宗地代码330106${r.digits(3)}${r.digits(3)}GB${r.digits(5)}`,
  ],
  [
    '宗地',
    ({ random: r }) => `永久基本农田图斑编号 3301062024${r.digits(8)} 面积 ${r.digits(4)}.${r.digits(2)} 平方米`,
  ],
  [
    '标准',
    ({ random: r }) =>
      `执行标准：GB/T ${r.digits(5)}-${r.between(2008, 2023)}、GB ${r.digits(4)}.1—${r.between(2008, 2023)}、DB33/T ${r.digits(4)}-2022`,
  ],
  [
    '网址',
    ({ random: r }) =>
      `详见 https://www.minghu.gov.cn/art/${r.between(2019, 2025)}/1/1${r.digits(1)}/art_1229${r.digits(6)}_${r.digits(8)}.html`,
  ],
  [
    '网址',
    (p) =>
      `附件下载：http://www.minghu.gov.cn/module/download/down.jsp?i_ID=${unlucky(p)}&colID=1229${p.random.digits(6)}`,
  ],
  ['网址', ({ random: r }) => `https://zwfw.minghu.gov.cn/item/1${r.between(3, 9)}${r.digits(9)}?v=${r.digits(13)}`],
  [
    '办公电话',
    ({ random: r }) =>
      `联系电话：${landline(r)}，地址：明湖区${road(r)}${r.between(1, 500)}号行政中心3号楼${r.between(1, 9)}0${r.between(1, 9)}室。`,
  ],
  ['办公电话', ({ random: r }) => `监督举报电话：${landline(r)}，传真：${landline(r)}，邮编：31${r.digits(4)}。`],
  [
    '办公电话',
    ({ random: r }) =>
      `单位\t地址\t办公电话\n区住建局\t${road(r)}${r.between(1, 500)}号\t${landline(r)}\n区民政局\t${road(r)}${r.between(1, 500)}号\t${landline(r)}`,
  ],
  [
    '办公电话',
    ({ random: r }) =>
      `如有异议，请于公示期内向区人力社保局反映，联系人：${r.of(['王', '李', '周'])}老师，电话${landline(r)}。`,
  ],
  [
    '办公电话',
    ({ random: r }) =>
      `咨询电话：${r.digits(8).replace(/^[01]/, '8')}、${r.digits(8).replace(/^[01]/, '8')}（工作日8:30-17:00）`,
  ],
  [
    '热线',
    ({ random: r }) =>
      `请拨打${r.of(['12345', '12315', '12333', '12348', '12366', '96345', `400-8${r.digits(2)}-${r.digits(4)}`, `4008${r.digits(6)}`])}热线咨询。`,
  ],
  ['公务邮箱', ({ random: r }) => `电子邮箱：${r.letters(6, 'abcdefghzjxw')}@minghu.gov.cn，来信请注明“意见建议”。`],
  [
    '公务邮箱',
    ({ random: r }) =>
      `邮箱：${r.of(['zfxxgk', 'bgs', 'office'])}@${r.of(['mail.minghu.gov.cn', 'zj.gov.cn', 'chengchuan.gov.cn'])}`,
  ],
  [
    '企业',
    ({ random: r }) =>
      `中标供应商：澄川智远科技有限公司；地址：澄川市高新区${road(r)}${r.between(1, 999)}号科创大厦${r.between(1, 9)}幢${r.between(100, 2000)}室；中标金额：${r.digits(6)}.00元`,
  ],
  [
    '企业',
    ({ random: r }) =>
      `采购代理机构：明诚招标代理有限公司，联系人：${r.of(['张工', '李先生', '陈女士'])}，联系方式：${landline(r)}`,
  ],
  [
    '企业',
    ({ random: r }) =>
      `注册地址：澄川市明湖区${road(r)}${r.between(1, 99)}号${r.between(1, 9)}幢${r.between(100, 900)}室，注册资本${r.between(50, 9000)}万元`,
  ],
  [
    '公款账户',
    ({ random: r }) =>
      `保证金缴纳账户：户名：澄川市明湖区公共资源交易中心，账号：3300161${r.digits(12)}，开户行：建设银行明湖支行`,
  ],
  ['公款账户', ({ random: r }) => `收款单位：明湖区财政局，收款账号：1202${r.digits(15)}`],
  ['领导', () => '区长李志强主持召开区政府第28次常务会议，副区长王红梅、陈伟明出席，各街道主任列席。'],
  ['领导', () => '经区委研究，任命张明华同志为区住建局副局长，免去刘国庆同志区城管局科长职务。'],
  [
    '领导',
    ({ random: r }) =>
      `姓名\t职务\t分管工作\n${r.of(['王志刚', '李慧敏'])}\t局长\t主持全面工作\n${r.of(['赵国平', '周丽娟'])}\t副局长\t分管政务公开、信访`,
  ],
  ['身份证一词', () => '请申请人携带本人身份证原件及复印件、户口簿到窗口办理，身份证号码须与系统登记一致。'],
  ['身份证一词', () => '申请人应当提交有效身份证明；委托代理人办理的，还应提交授权委托书及代理人身份证。'],
  ['已脱敏', (p) => `申请人：${p.name().slice(0, 1)}某某，身份证号：${masked(p)}，符合条件。`],
  [
    '已脱敏',
    (p) =>
      `姓名\t身份证号\t联系电话\n${p.name().slice(0, 1)}*\t${masked(p)}\t${p.mobile().slice(0, 3)}****${p.random.digits(4)}`,
  ],
  [
    '已脱敏',
    (p) =>
      `${p.name().slice(0, 1)}某，手机${p.mobile().slice(0, 3)}****${p.random.digits(4)}，卡号6222************${p.random.digits(4)}，车牌浙A***${p.random.digits(2)}`,
  ],
  ['区划代码', ({ random: r }) => `行政区划代码330106，统计用区划代码330106${r.digits(6)}，城乡分类代码111`],
  [
    '发票',
    ({ random: r }) =>
      `发票代码：0330020${r.digits(5)}，发票号码：${r.digits(8)}；数电票号码${r.between(22, 25)}33${r.digits(16)}`,
  ],
  [
    '药品',
    ({ random: r }) =>
      `批准文号：国药准字H${r.between(2010, 2024)}${r.digits(4)}，医疗器械注册证编号：浙械注准${r.between(2015, 2024)}2${r.digits(6)}`,
  ],
  [
    '抽检',
    ({ random: r }) =>
      `抽样单编号\t食品名称\t生产日期\t条码\nXBJ2433010633${r.digits(7)}ZX\t白菜\t2024-0${r.between(1, 9)}-12\t69${r.digits(11)}\nDBJ2433010633${r.digits(7)}\t挂面\t2024-0${r.between(1, 9)}-20\t69${r.digits(11)}`,
  ],
  [
    '抽检',
    ({ random: r }) =>
      `被抽样单位名称：明湖区惠民超市；被抽样单位地址：明湖区${road(r)}${r.between(1, 400)}号；检验报告编号：No.${r.between(2020, 2024)}SP${r.digits(6)}`,
  ],
  [
    '车辆识别',
    ({ random: r }) =>
      `车架号：LSV${r.letters(3)}${r.digits(2)}E2${r.digits(6)}，发动机号${r.digits(7)}，IMEI 86${r.digits(13)}`,
  ],
  [
    '许可',
    ({ random: r }) =>
      `许可证编号：浙AQ-${r.between(2018, 2024)}-${r.digits(6)}，增值电信业务经营许可证：浙B2-${r.between(2005, 2024)}${r.digits(4)}，浙ICP备${r.digits(8)}号，公网安备330106020${r.digits(5)}号`,
  ],
  [
    '许可',
    ({ random: r }) =>
      `建设用地规划许可证：地字第3301062024${r.digits(7)}号；施工许可证编号 330106${dated(r)}${r.digits(4)}`,
  ],
  [
    '专利',
    ({ random: r }) => `专利号：ZL${r.between(2010, 2024)}1${r.digits(7)}.${r.digits(1)}，软著登字第${r.digits(7)}号`,
  ],
  [
    '招聘',
    ({ random: r }) =>
      `岗位代码\t岗位名称\t招聘人数\t准考证号\t总成绩\n${r.digits(6)}\t窗口服务\t2\t${dated(r)}${r.digits(4)}\t7${r.digits(1)}.${r.digits(2)}`,
  ],
  [
    '会议',
    ({ random: r }) =>
      `会议通过腾讯会议召开，会议号：${r.digits(3)}-${r.digits(3)}-${r.digits(3)}，咨询QQ群：${r.between(1, 9)}${r.digits(8)}`,
  ],
  [
    '统计',
    ({ random: r }) =>
      `年份\t常住人口（人）\t户数\n2022\t${r.digits(6)}\t${r.digits(6)}\n2023\t${r.digits(6)}\t${r.digits(6)}`,
  ],
  [
    '统计',
    ({ random: r }) =>
      `全年接待${r.digits(6)}人次，同比增长${r.digits(1)}.${r.digits(1)}%，办结${r.digits(5)}件，满意率99.${r.digits(2)}%。`,
  ],
  [
    '道路',
    ({ random: r }) =>
      `G25长深高速、S2沪杭甬高速K${r.digits(3)}+${r.digits(3)}处施工，绕行G320国道。浙江A级景区${r.between(10, 99)}家。`,
  ],
  [
    '征收范围',
    ({ random: r }) =>
      `征收范围：${road(r)}${r.between(1, 99)}号至${r.between(100, 300)}号，东至环城东路，西至河滨小区围墙，共${r.between(20, 400)}户。`,
  ],
  ['政策', () => '符合条件的申请人可按户申请，家庭成员包括配偶、未成年子女；申请人为单身的，年龄应当满三十五周岁。'],
  ['政策', () => '当事人对本决定不服的，可以自收到本决定书之日起六十日内申请行政复议，权利人应当依法登记。'],
  [
    '职称评审',
    ({ random: r }) =>
      `学校代码${r.digits(10)}，专业代码${r.digits(6)}，课题编号：${r.between(2018, 2024)}YFC${r.digits(7)}，基金号${r.digits(8)}`,
  ],
  [
    '物流',
    ({ random: r }) => `快递单号：SF1${r.digits(12)}，EMS单号${r.digits(13)}，运单号 1${r.between(3, 9)}${r.digits(9)}`,
  ],
  [
    '日志',
    ({ random: r }) =>
      `trace_id=${r.letters(8, '0123456789abcdef')}${r.letters(24, '0123456789abcdef')} ip=10.${r.between(1, 254)}.${r.between(1, 254)}.8 ts=1${r.between(6, 7)}${r.digits(11)}`,
  ],
  [
    '股票',
    ({ random: r }) => `浙能电力（600${r.digits(3)}）、沪A股指数、粤B股，总股本${r.between(13, 19)}${r.digits(9)}股`,
  ],
  [
    '设备',
    ({ random: r }) => `设备序列号SN${r.digits(18)}，资产编号：${dated(r)}${r.digits(7)}，固定资产编码 ${r.digits(15)}`,
  ],
  [
    '编码',
    ({ random: r }) =>
      `实施编码：11330106002${r.digits(6)}${r.digits(14)}，基本编码${r.digits(12)}，业务办理项编码 3301${r.digits(27)}`,
  ],
  [
    '房源',
    ({ random: r }) =>
      `房源编号：GZ${dated(r)}${r.digits(4)}，户型：两室一厅，面积59.${r.digits(2)}㎡，共${r.between(10, 300)}套`,
  ],
  [
    '表格说明',
    () => '序号\t事项名称\t办理时限\t收费标准\n1\t居民身份证核发\t20个工作日\t20元\n2\t户口迁移\t即办\t不收费',
  ],
  ['检查编号', (p) => `任务单号 ${unlucky(p)}；检查对象：明湖区第一小学食堂`],
  [
    '信访件',
    ({ random: r }) => `信访件编号：WX${dated(r)}${r.digits(6)}，12345工单号：${dated(r)}${r.digits(6)}，已办结。`,
  ],
];

export function negativeSnippets(persons: Persons, count: number): Snippet[] {
  return Array.from({ length: count }, (_, index) => {
    const [kind, text] = NEGATIVES[index % NEGATIVES.length] ?? persons.random.of(NEGATIVES);
    return snippet(kind, text(persons));
  });
}

/** Numbers with the digits of a date in the place of a birth date and a wrong check, as files have. */
export function almostIdentity(persons: Persons): string {
  const number = persons.random.of(['330106', '110105']) + dated(persons.random) + persons.random.digits(3);
  return number + (identityCheck(number) === '0' ? '1' : '0');
}
