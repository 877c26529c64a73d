import { describe, expect, it } from 'vitest';
import { isPersonName, surnameLength } from './surnames.ts';

describe('names of persons', () => {
  it.each([
    '王芳',
    '张建国',
    '欧阳修远',
    '司马光',
    '买买提·艾力',
    '古丽娜尔·吐尔逊',
    '尼玛',
    '李可',
    '侯月',
    '完颜婉儿',
    '诸葛亮',
  ])('%s', (name) => expect(isPersonName(name)).toBe(true));
  it.each([
    '王某某',
    '王先生',
    '李老师',
    '张*',
    '申请',
    '应当',
    '金额',
    '年龄',
    '时间',
    '单位',
    '常住户口',
    '明湖区',
    '王家村',
    '成绩',
    '关系',
    '权利人',
    '海口市',
    '人',
  ])('not %s', (word) => expect(isPersonName(word)).toBe(false));
  it('keep a surname of two characters whole', () => {
    expect(surnameLength('欧阳修')).toBe(2);
    expect(surnameLength('王芳')).toBe(1);
  });
});
