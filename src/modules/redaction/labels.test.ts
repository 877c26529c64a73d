import { describe, expect, it } from 'vitest';
import { labelBefore, labelOf } from './labels.ts';
import { plainText } from './plain-text.ts';
import { tablesIn } from './table-text.ts';

describe('heads of columns', () => {
  it.each([
    ['申请人身份证号', 'identity'],
    ['户主姓名', 'name'],
    ['姓 名', 'name'],
    ['联系电话', 'phone'],
    ['办公电话', 'officePhone'],
    ['一卡通账号', 'card'],
    ['项目编号', 'serial'],
    ['统一社会信用代码', 'credit'],
    ['准考证号', 'ticket'],
    ['补助金额', 'amount'],
    ['家庭住址', 'home'],
    ['职务', 'position'],
    ['核发单位', null],
  ] as const)('%s', (head, kind) => expect(labelOf(head)).toBe(kind));
});

describe('the label before a value', () => {
  const kindBefore = (text: string) => labelBefore(plainText(text), text.length);
  it.each([
    ['身份证号：', 'identity'],
    ['身份证号码（18位）为', 'identity'],
    ['身份证编号:', 'identity'],
    ['身份证号:\n', 'identity'],
    ['订单号:', 'serial'],
    ['驾驶证编号', 'identity'],
    ['特种作业许可证编号', 'serial'],
    ['编号', 'code'],
  ] as const)('%s', (text, kind) => expect(kindBefore(text)).toBe(kind));

  it.each(['编号001 ', '订单号AB12，', '身份证号不符。', '项目编号详见附件；另有一串与其毫无关系的数字'])(
    'has its value in %s',
    (text) => expect(kindBefore(text)).toBeNull(),
  );
});

describe('tables in running text', () => {
  it.each([
    ['姓名\t身份证号\n王芳\t1\n李强\t2'],
    ['|姓名|身份证号|\n|王芳|1|\n|李强|2|'],
    ['名单公示\n姓名  身份证号\n王芳  1\n李强  2\n\n'],
    ['姓名,身份证号\n王芳,1\n李强,2\n以上名单公示五日'],
  ])('are found under their head: %j', (text) => {
    const [table] = tablesIn(text);
    expect(table?.labels).toEqual(['name', 'identity']);
    expect(table?.cells.map(({ start, end }) => text.slice(start, end))).toEqual(['王芳', '1', '李强', '2']);
  });

  it('end where the lines no longer look like theirs', () => {
    const [table] = tablesIn('姓名\t电话\n王芳\t1\n公示期五日\n李强\t2');
    expect(table?.cells).toHaveLength(2);
  });

  it('may have a head of two rows', () => {
    const [table] = tablesIn('申请人姓名\t联系方式\n\t手机号码\n王芳\t1');
    expect(table?.labels).toEqual(['name', 'phone']);
  });

  it('are not seen in a sentence', () => expect(tablesIn('请填写姓名、身份证号、联系电话。\n谢谢')).toEqual([]));
});
