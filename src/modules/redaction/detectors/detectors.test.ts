import { describe, expect, it } from 'vitest';
import { findPersonalData } from '../find-personal-data.ts';
import type { FindingType } from '../finding.ts';
import { valuesOf } from '../found.fixtures.ts';

const GOOD = '11010519491231002X';
const CHILD = '440306201211050030';

/** Each line: a text and the values that a detector takes from it. */
const cases: Partial<Record<FindingType, readonly (readonly [string, ...string[]])[]>> = {
  identityNumber: [
    [`身份证号:${GOOD}`, GOOD],
    [`王芳${GOOD}女`, GOOD],
    ['1101 0519 4912 3100 2x', '1101 0519 4912 3100 2x'],
    ['1101051949\n1231002X', '1101051949\n1231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '１１０１０５１９４９１２３１００２Ｘ'],
    ['11O1O51949l231002X', '11O1O51949l231002X'],
    [`${GOOD}13812345678`, GOOD],
    [`学籍号G${CHILD}`, CHILD],
    [`残疾证号${GOOD}62`, GOOD],
    ['身份证号：340524198001010013', '340524198001010013'],
    ['340524198001010013', '340524198001010013'],
    ['330106850312451', '330106850312451'],
    ['身份证号：33010619850312**12', '33010619850312**12'],
    [`订单号：${GOOD}`],
    [`项目编号 ${CHILD}`],
    [`https://www.minghu.gov.cn/art?no=${GOOD}`],
    ['身份证号：110105********002X'],
    ['身份证号：11*************02X'],
    ['统一社会信用代码 91350100M000100Y43'],
    ['营业执照注册号330106850312451'],
    ['名称\t统一社会信用代码/身份证号\n明湖超市\t913301067042500004'],
  ],
  phone: [
    ['手机138 1234 5678', '138 1234 5678'],
    ['+86-13812345678', '+86-13812345678'],
    ['13812345678/13912345678', '13812345678', '13912345678'],
    ['姓名\t联系电话\n王芳\t0571-88123456', '0571-88123456'],
    ['家庭电话0571-88123456', '0571-88123456'],
    ['咨询电话：0571-88123456，12345'],
    ['联系人：王芳，电话0571-88123456'],
    ['总投资13812345678元'],
    ['订单号13812345678'],
    ['138****5678'],
  ],
  bankCard: [
    ['卡号：6222 0212 3456 7890 128', '6222 0212 3456 7890 128'],
    ['6222021234567890128', '6222021234567890128'],
    ['一卡通账号6222021234567890121', '6222021234567890121'],
    ['户名：明湖区财政局，账号：3300161612705000123'],
    ['流水号6222021234567890128'],
    ['6222021234567890121'],
  ],
  email: [
    ['邮箱zhangsan＠qq.com', 'zhangsan＠qq.com'],
    ['lisi@example.com', 'lisi@example.com'],
    ['xxgk@minghu.gov.cn'],
    ['采购代理公司邮箱：zb@example.com'],
    ['z***@qq.com'],
  ],
  licencePlate: [
    ['驾驶浙A12345号车', '浙A12345'],
    ['浙AD12345、沪A12345F', '浙AD12345', '沪A12345F'],
    ['粤Z1234港 浙A1234挂 浙A1234学 浙A1234警', '粤Z1234港', '浙A1234挂', '浙A1234学', '浙A1234警'],
    ['许可证浙B2-20080012'],
    ['浙A股板块、沪G60科创走廊'],
    ['浙A***45'],
  ],
  address: [
    ['我住在湖滨街道安康路8号3幢2单元501室', '我住在湖滨街道安康路8号3幢2单元501室'],
    ['幸福里3幢2单元501室漏水', '幸福里3幢2单元501室'],
    ['家住明湖区景和小区3幢2单元501室', '明湖区景和小区3幢2单元501室'],
    ['户籍地址：柳林镇前进村3组25号', '柳林镇前进村3组25号'],
    ['明珠路333弄17号704室', '明珠路333弄17号704室'],
    ['办公地址：明湖区文化路1号行政中心3号楼512室'],
    ['注册地址：明湖区文化路1号3幢501室'],
    ['改造范围：景和小区1至12幢'],
  ],
  name: [
    ['申请人：王芳', '王芳'],
    ['姓名\t得分\n王芳\t90\n欧阳修远\t89', '王芳', '欧阳修远'],
    ['家庭成员：王芳、李强、买买提·艾力', '王芳', '李强', '买买提·艾力'],
    ['王芳，女，1985年生', '王芳'],
    ['保障对象名单如下：\n1.王芳\n2.李强', '王芳', '李强'],
    ['学生：王芳 班级：三班', '王芳'],
    ['区长王建国主持会议'],
    ['联系人：王芳'],
    ['评审专家名单：王建国、李慧'],
    ['投诉人：王先生'],
    ['申请人应当提交材料'],
    ['当事人：明湖区惠民超市'],
    ['姓名：王某某'],
  ],
  passport: [['护照号码：E12345678', 'E12345678'], ['型号E12345678']],
  travelPermit: [['港澳通行证C12345678', 'C12345678'], ['回乡证号H1234567801', 'H1234567801'], ['货号C12345678']],
  militaryId: [
    ['军官证：军字第1234567号', '1234567'],
    ['士兵证号20123456', '20123456'],
    ['空字第1号'],
    ['附件文字350794'],
    ['见附件文字3507943e号'],
  ],
  birthDate: [
    ['出生日期：1985-03-12', '1985-03-12'],
    ['1985年3月12日出生', '1985年3月12日'],
    ['成立日期：1985年3月12日'],
    ['2019年9月1日至2020年8月31日出生的儿童'],
  ],
  health: [['姓名\t病种\n王芳\t尿毒症\n李强\t无', '尿毒症'], ['病种\t人数\n尿毒症\t12']],
};

describe.each(Object.entries(cases))('%s', (type, lines) => {
  it.each(lines)('%s', (text, ...values) => expect(valuesOf(type as FindingType, text)).toEqual(values));
});

describe('findings', () => {
  it('do not overlap and stand in the order of the text', () => {
    const found = findPersonalData(`王芳，女，身份证号${GOOD}，手机13812345678，卡号6222021234567890128，车牌浙A12345`);
    expect(found.map(({ type }) => type)).toEqual(['name', 'identityNumber', 'phone', 'bankCard', 'licencePlate']);
    for (const [at, { start }] of found.entries()) expect(start).toBeGreaterThanOrEqual(found[at - 1]?.end ?? 0);
  });

  it('say how sure they are and why, in Chinese', () => {
    const [proved] = findPersonalData(GOOD);
    const [mistyped] = findPersonalData('身份证号340524198001010013');
    expect(proved).toMatchObject({ certainty: 'sure', why: expect.stringContaining('校验码') });
    expect(mistyped).toMatchObject({ certainty: 'likely', why: expect.stringContaining('笔误') });
  });

  it('take the head of its column for a cell that is searched alone', () => {
    expect(valuesOf('name', '王芳', { kind: 'table', heading: '户主姓名' })).toEqual(['王芳']);
    expect(valuesOf('identityNumber', GOOD, { kind: 'table', heading: '合同编号' })).toEqual([]);
    expect(valuesOf('phone', '李四，电话13812345678', { kind: 'table', heading: '备注' })).toEqual(['13812345678']);
  });
});
