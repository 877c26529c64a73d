import { expect, test } from 'vitest';
import { gluedNumber, isChineseNumber, taskNumber } from './task-number.ts';

test.each([
  ['1', 1],
  ['１２', 12],
  ['１２\n１', 121],
  ['3.', 3],
  ['3、', 3],
  ['(4)', 4],
  ['（１０）', 10],
  ['⑤', 5],
  ['㉑', 21],
  ['⑴', 1],
  ['一', 1],
  ['二十三、', 23],
  ['（十）', 10],
  ['第3项', 3],
  ['No.7', 7],
  ['★8', 8],
  ['9*', 9],
])('%j is %i', (text, number) => expect(taskNumber(text)).toBe(number));

test.each(['', '1.1', '2-3', '区府办', '2023年', '10月', '全年', '1、做好', '一般'])('%j is no row number', (text) => {
  expect(taskNumber(text)).toBeNull();
});

test('Chinese numerals are told from digits, since they number groups', () => {
  expect(isChineseNumber('（一）')).toBe(true);
  expect(isChineseNumber('1')).toBe(false);
});

test.each([
  ['1.做好政策解读', 1, '做好政策解读'],
  ['（２）做好政策解读', 2, '做好政策解读'],
  ['３、做好政策解读', 3, '做好政策解读'],
  ['12做好政策解读', 12, '做好政策解读'],
  ['⑦做好政策解读', 7, '做好政策解读'],
])('%s begins with its number', (text, number, rest) => expect(gluedNumber(text)).toEqual({ number, rest }));

test.each(['2023年工作', '3.5版', '26个试点领域', '12月底前完成', '100%覆盖', '做好'])(
  '%s begins with no row number',
  (text) => {
    expect(gluedNumber(text)).toBeNull();
  },
);
