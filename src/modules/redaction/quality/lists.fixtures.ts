import type { Persons } from './persons.fixtures.ts';
import { marked, type Snippet, snippet } from './snippet.fixtures.ts';
import { writtenCard, writtenIdentity, writtenMobile } from './written-forms.fixtures.ts';

type Column = readonly [heads: readonly string[], value: (persons: Persons, row: number) => string];

const ROW: Column = [['序号'], (_, row) => String(row + 1)];
const NAME: Column = [
  ['姓名', '姓 名', '申请人', '申请人姓名', '户主姓名', '被征收人', '学生姓名', '低保对象姓名', '拟录用人员姓名'],
  (persons) => marked('name', persons.name()),
];
const IDENTITY: Column = [
  ['身份证号', '身份证号码', '公民身份号码', '证件号码', '申请人身份证号', '身份证'],
  (persons) => marked('identityNumber', tableIdentity(persons)),
];
const MOBILE: Column = [
  ['联系电话', '手机号码', '手机', '电话', '联系方式'],
  (persons) => marked('phone', persons.mobile()),
];
const CARD: Column = [
  ['银行卡号', '一卡通账号', '银行账号', '卡号', '社保卡银行账号'],
  (persons) => marked('bankCard', persons.card()),
];
const HOME: Column = [['家庭住址', '住址', '现住址', '户籍地址'], (persons) => marked('address', persons.home())];
const BIRTH: Column = [
  ['出生日期', '出生年月日'],
  (persons) => {
    const day = persons.birth();
    return marked(
      'birthDate',
      persons.random.chance(0.5) ? day : `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`,
    );
  },
];
const SEX: Column = [['性别'], (persons) => persons.random.of(['男', '女'])];
const AMOUNT: Column = [
  ['补助金额（元）', '金额', '补偿款(元)'],
  (persons) => `${persons.random.between(200, 90000)}.00`,
];
const PEOPLE: Column = [['家庭人口', '人数'], (persons) => String(persons.random.between(1, 6))];
const PLATE: Column = [['车牌号', '号牌号码', '车牌号码'], (persons) => marked('licencePlate', persons.plate())];
const AREA: Column = [
  ['面积（㎡）', '建筑面积'],
  (persons) => `${persons.random.between(30, 160)}.${persons.random.digits(2)}`,
];
const STREET: Column = [
  ['街道', '所属街道', '镇街'],
  (persons) => persons.random.of(['城东街道', '柳林镇', '石桥乡', '湖滨街道']),
];
const HEALTH: Column = [
  ['残疾类别', '疾病名称', '病种'],
  (persons) => marked('health', persons.random.of(['肢体二级', '尿毒症', '视力残疾一级', '恶性肿瘤', '精神残疾二级'])),
];
const MAIL: Column = [['邮箱', '电子邮箱'], (persons) => marked('email', persons.mailbox())];
const HOUSE_PHONE: Column = [
  ['联系电话', '家庭电话'],
  (persons) => marked('phone', `0571-8${persons.random.digits(7)}`),
];

/** In a cell a number is seldom spread out; it may be cut by its width, and letters may follow it. */
function tableIdentity(persons: Persons): string {
  const { random } = persons;
  const kind = random.next();
  if (kind < 0.08) return persons.oldIdentity();
  if (kind < 0.14) return persons.mistyped();
  if (kind < 0.24) return persons.identityWithX().toLowerCase();
  return persons.identity(persons.birth(1930, 2023));
}

const LISTS: readonly (readonly [kind: string, heading: string, columns: readonly Column[]])[] = [
  ['公租房公示', '2024年第三批公共租赁住房保障对象名单公示', [ROW, NAME, IDENTITY, PEOPLE, STREET]],
  ['公租房公示', '公租房配租结果', [ROW, NAME, IDENTITY, AREA]],
  ['征收补偿', '国有土地上房屋征收补偿情况公示', [ROW, NAME, IDENTITY, HOME, AREA, AMOUNT]],
  ['低保名单', '2025年一季度最低生活保障对象公示', [ROW, STREET, NAME, IDENTITY, PEOPLE, AMOUNT]],
  ['低保名单', '农村低保金发放花名册（银行代发）', [NAME, IDENTITY, CARD, AMOUNT]],
  ['行政处罚', '交通违法行政处罚信息公示', [ROW, NAME, PLATE, IDENTITY, AMOUNT]],
  ['招聘', '2025年公开招聘拟聘用人员名单', [ROW, NAME, SEX, BIRTH, IDENTITY]],
  ['招聘', '资格复审人员名单', [ROW, NAME, IDENTITY, MOBILE, MAIL]],
  ['补贴发放', '耕地地力保护补贴发放清册', [NAME, IDENTITY, CARD, MOBILE, AMOUNT]],
  ['残疾人补贴', '残疾人两项补贴发放公示', [ROW, NAME, IDENTITY, HEALTH, AMOUNT]],
  ['入学名单', '2025学年随迁子女入学名单', [ROW, NAME, SEX, IDENTITY, MOBILE]],
  ['老旧小区', '加装电梯业主名单', [NAME, HOME, MOBILE]],
  ['共有产权', '共有产权房轮候名册', [ROW, NAME, HOUSE_PHONE, AMOUNT]],
  ['车辆', '黄标车淘汰补贴公示', [ROW, PLATE, NAME, AMOUNT]],
];

const BORDERS = ['\t', '\t', '\t', '|', ' | ', ',', '  ', '    ', '，'];

export function listSnippets(persons: Persons, count: number): Snippet[] {
  return Array.from({ length: count }, (_, index) => {
    const { random } = persons;
    const [kind, heading, columns] = LISTS[index % LISTS.length] ?? random.of(LISTS);
    const border = random.of(BORDERS);
    const rows = [
      columns.map(([heads]) => random.of(heads.filter((head) => border !== '  ' || !head.includes(' ')))).join(border),
    ];
    for (let row = 0; row < random.between(1, 4); row++) {
      rows.push(columns.map(([, value]) => value(persons, row)).join(border));
    }
    if (border === '|' && random.chance(0.5)) for (const [at, line] of rows.entries()) rows[at] = `|${line}|`;
    return snippet(kind, (random.chance(0.6) ? `${heading}\n` : '') + rows.join('\n'));
  });
}

/** Rows that lost their head: only the values speak. */
export function barrenSnippets(persons: Persons, count: number): Snippet[] {
  const { random } = persons;
  return Array.from({ length: count }, () => {
    const border = random.of(['\t', ' ', '  ', ',', '、', '|', '\n', '']);
    const name = marked(
      border === '' || border === '\t' || border === ' ' || border === '  ' ? 'name' : '?name',
      persons.name(),
    );
    const identity = marked('identityNumber', persons.identity());
    const mobile = marked('phone', persons.mobile());
    const rest = random.of([
      [],
      [mobile],
      [mobile, '城东街道'],
      ['男', '城东街道'],
      [`${random.between(1, 6)}人`],
      ['已审核'],
    ]);
    const last = rest.length === 0 && random.chance(0.3) ? random.of(['A', '男', 'X组', '（本人）', '号']) : '';
    return snippet('无表头名单', [name, identity, ...rest].join(border) + last);
  });
}

const SENTENCES: readonly ((persons: Persons) => string)[] = [
  (p) => `申请人${marked('name', p.name())}，身份证号：${identity(p)}，符合公租房保障条件，现予公示。`,
  (p) => `申请人：${marked('name', p.name())}（身份证号码${identity(p)}），联系电话：${mobile(p)}。`,
  (p) =>
    `被处罚人：${marked('name', p.name())}，男，${marked('birthDate', bornOn(p))}出生，公民身份号码${identity(p)}，住址：${marked('address', p.home())}。`,
  (p) =>
    `当事人：${marked('name', p.name())}，身份证号${identity(p)}，驾驶${marked('licencePlate', p.plate())}号小型客车超限行驶，罚款200元。`,
  (p) => `${marked('name', p.name())}（${identity(p)}）经审核符合低保条件，每月发放980元。`,
  (p) =>
    `补偿款汇入${marked('?name', p.name())}账户，卡号：${marked('bankCard', writtenCard(p.random, p.card()))}，开户行：澄川农商银行。`,
  (p) => `户主：${marked('name', p.name())}　身份证：${identity(p)}　手机：${mobile(p)}`,
  (p) => `持证件号码为${identity(p)}的${marked('?name', p.name())}于3月5日申请信息公开。`,
  (p) =>
    `学生${marked('?name', p.name())}，学籍号G${marked('identityNumber', p.identity(p.birth(2008, 2018)))}，现就读三年级。`,
  (p) => `残疾证号：${marked('identityNumber', p.identity())}43，享受护理补贴。`,
  (p) => `监护人：${marked('name', p.name())}，电话${mobile(p)}，身份证号【${identity(p)}】。`,
  (p) => `身份证号码为“${identity(p)}”的考生请于当日到场。`,
  (p) => `姓名：${marked('name', p.name())}\n性别：女\n身份证号：\n${identity(p)}\n联系电话：\n${mobile(p)}`,
  (p) => `银行卡号 ${marked('bankCard', writtenCard(p.random, p.card()))}（户名：${marked('name', p.name())}）。`,
  (p) => `投诉人：${marked('name', p.name())}，邮箱 ${marked('email', p.mailbox())}，电话${mobile(p)}，反映噪声扰民。`,
  (p) => `车主：${marked('name', p.name())}，号牌号码：${marked('licencePlate', p.plate())}。`,
  (p) => `获奖人联系方式：${mobile(p)}；身份证复印件号码：${identity(p)}。`,
  (p) => `护照号码：${marked('passport', `E${p.random.digits(8)}`)}，持有人：外籍专家。`,
  (p) => `港澳通行证号：${marked('travelPermit', `C${p.random.digits(8)}`)}`,
  (p) => `退役军人${marked('?name', p.name())}，军官证号：军字第${marked('militaryId', p.random.digits(7))}号。`,
  (p) =>
    `家庭成员：${marked('name', p.name())}、${marked('name', p.name())}、${marked('name', p.name())}，住${marked('?address', p.home())}。`,
  (p) => `被征收人：${marked('name', p.name())}，房屋坐落：${marked('address', p.home())}，证载面积86.5平方米。`,
  (p) => `${marked('identityNumber', p.identity())}${marked('phone', p.mobile())}`,
  (p) => `${p.random.between(1, 99)}${marked('?name', p.name())}${marked('identityNumber', p.identity())}男已婚`,
  (p) => `身份证号写作${marked('identityNumber', p.mistyped())}，请核对。`,
  (p) => `公民身份号码：${marked('identityNumber', p.oldIdentity())}（一代证）`,
  (p) => `身份证号:${identity(p)},${identity(p)},${identity(p)}`,
  (p) => `现将失主信息公布：${marked('?name', p.name())}，${identity(p)}，请速来认领。`,
  (p) => `病人${marked('?name', p.name())}，身份证号${identity(p)}，联系人电话${mobile(p)}。`,
  (p) => `住址：${marked('address', p.home())}；电话：${mobile(p)}`,
  (p) => `联系人电话是${mobile(p)}，欢迎来电。`,
  (p) => `车辆${marked('licencePlate', p.plate())}、${marked('licencePlate', p.plate())}未按规定年检。`,
];

function identity(persons: Persons): string {
  const number = persons.random.chance(0.2) ? persons.identityWithX() : persons.identity(persons.birth(1930, 2023));
  return marked('identityNumber', writtenIdentity(persons.random, number));
}

function mobile(persons: Persons): string {
  return marked('phone', writtenMobile(persons.random, persons.mobile()));
}

function bornOn(persons: Persons): string {
  const day = persons.birth();
  return `${day.slice(0, 4)}年${Number(day.slice(4, 6))}月${Number(day.slice(6))}日`;
}

export function sentenceSnippets(persons: Persons, count: number): Snippet[] {
  return Array.from({ length: count }, (_, index) =>
    snippet('叙述', SENTENCES[index % SENTENCES.length]?.(persons) ?? ''),
  );
}
