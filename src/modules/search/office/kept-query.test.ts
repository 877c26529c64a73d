import { describe, expect, it } from 'vitest';
import { Segmenter } from '../words/segmenter.ts';
import { keptQuery } from './kept-query.ts';

const segmenter = new Segmenter(['明湖区']);
const kept = (written: string) => keptQuery(written, segmenter);
const isClear = (written: string) => !kept(written).isUnclear && kept(written).perhapsNames.length === 0;

describe('what may be kept of a query', () => {
  it.each([
    ['身份证 11010519491231002X 低保', '身份证 【身份证号】 低保'],
    ['１３８１２３４５６７８', '【电话号码】'],
    ['138 1234 5678 投诉', '【电话号码】 投诉'],
    ['网上办理单号 20260118000377', '网上办理单号 【长数字】'],
    ['受理编号ab1234567', '受理编号ab【长数字】'],
    ['zhang.san@example.com 退税', '【电子邮箱】 退税'],
    ['住翠竹路88弄12号502室', '【家庭住址】'],
    ['明府办规〔2026〕3号', '明府办规〔2026〕3号'],
    ['2024-2026年行动方案', '2024-2026年行动方案'],
  ])('numbers and mailboxes give way to what they were: %s', (written, text) => {
    expect(kept(written).text).toBe(text);
  });

  it.each([
    '公租房申请条件',
    '幼升小',
    '宠物医院',
    '摆摊',
    '骑行绿道',
    '身份证怎么领',
    '电动车上牌',
    '高中招生',
    '方便面',
    '人民路 停车',
    '5g基站',
    '公租房〔2026〕3号',
    '地铁3号线',
  ])('ordinary words are clear: %s', (written) => {
    expect(isClear(written)).toBe(true);
  });

  it.each([
    '王芳',
    '王 芳',
    '王芳低保申请',
    '李明 拆迁补偿',
    '王小明',
    '周杰伦',
    '欧阳娜娜',
    '买买提·艾力',
    'zhangsan',
    '翠竹路88弄',
    '翠竹路12号',
    '幸福里十二号 加装电梯',
    '1203室漏水',
  ])('what may be a person or a home is not: %s', (written) => {
    expect(isClear(written)).toBe(false);
  });
});
