import { describe, expect, it } from 'vitest';
import { AnsweredQuestions, pairsOf } from './answered-questions.ts';

const QUESTIONS = new AnsweredQuestions([
  { number: 1, title: '外地户籍可以申请公租房吗', question: '我在本区工作三年，没有本市户口，可以申请公租房吗？' },
  { number: 2, title: '老楼加装电梯补贴怎样领', question: '加装电梯验收后，财政补贴向哪里申请，多久到账？' },
  { number: 3, title: '低保标准今年是多少', question: '最低生活保障标准调整后，从哪个月起发放？' },
  { number: 4, title: '孩子入学要哪些材料', question: '明年小学入学报名，房产证还没有办下来，用什么代替？' },
]);
const found = (text: string) => QUESTIONS.like(text, 3).map((one) => one.number);

describe('“answered before” finds', () => {
  it('the question asked in other words', () => {
    expect(found('没有本地户口能不能申请公租房')[0]).toBe(1);
    expect(found('我们楼装了电梯，补贴什么时候到账')[0]).toBe(2);
    expect(found('请问入学报名没有房产证怎么办')[0]).toBe(4);
  });

  it('nothing for what is about something else, and nothing for nothing', () => {
    expect(found('路灯坏了没有人修')).toEqual([]);
    expect(found('请问，您好，谢谢')).toEqual([]);
    expect(found('')).toEqual([]);
    expect(new AnsweredQuestions([]).like('公租房', 3)).toEqual([]);
  });

  it('the more alike first and no more than asked for', () => {
    expect(QUESTIONS.like('公租房 电梯补贴申请到账', 1).map((one) => one.number)).toEqual([2]);
  });
});

it('pairs letters across no border, and keeps words of other scripts whole', () => {
  expect([...pairsOf('公租房，ＡＰＰ')]).toEqual(['公租', '租房', 'app']);
});
