import { describe, expect, it } from 'vitest';
import { checkedAnswer } from './check-answer.ts';

const PASSAGES = [
  '租金按同地段市场租金的百分之六十五确定，每两年评估一次。每次签约期限不超过两年，累计租住不超过六年。',
  '人均住房建筑面积低于15平方米的，可以申请。',
];

describe('what a model wrote', () => {
  it('is shown when every sentence names the passage that says so', () => {
    expect(checkedAnswer('租金按同地段市场租金的百分之六十五确定[1]。累计租住不超过六年。[1]', PASSAGES)).toEqual([
      { text: '租金按同地段市场租金的百分之六十五确定。', cites: [1] },
      { text: '累计租住不超过六年。', cites: [1] },
    ]);
    expect(
      checkedAnswer('人均住房建筑面积低于15平方米的可以申请，租金每两年评估一次【1、2】。', PASSAGES)?.[0]?.cites,
    ).toEqual([1, 2]);
  });

  it.each([
    ['no passage', '租金按同地段市场租金的百分之六十五确定。'],
    ['one sentence without a passage among others', '累计租住不超过六年[1]。可以续签两次。'],
    ['a passage that was not given', '累计租住不超过六年[3]。'],
    ['passage 0', '累计租住不超过六年[0]。'],
    ['a figure that does not stand there', '累计租住不超过八年，租金按同地段市场租金的百分之七十确定[1]。'],
    ['a number of the other passage', '人均住房建筑面积低于20平方米的，可以申请[2]。'],
    ['something else under a good name', '您可以随时到街道领取现金补助和实物帮困卡[1]。'],
    ['nothing', '  '],
    ['marks alone', '[1][2]'],
    ['too much', '累计租住不超过六年[1]。'.repeat(200)],
  ])('is not shown when it has %s', (_, text) => {
    expect(checkedAnswer(text, PASSAGES)).toBeNull();
  });
});
