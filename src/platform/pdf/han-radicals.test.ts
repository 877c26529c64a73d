import { expect, test } from 'vitest';
import { ordinaryHan } from './han-radicals.ts';

test('radicals of the supplement become the characters that people meant', () => {
  expect(ordinaryHan('区⺠政局、各部⻔征求意⻅，⻚面、⻛险、⻓期、⻝品、⻋站')).toBe(
    '区民政局、各部门征求意见，页面、风险、长期、食品、车站',
  );
});

test('Kangxi radicals and compatibility forms are folded too', () => {
  expect(ordinaryHan('⽤⼾⾯⽉⼀⾦')).toBe('用户面月一金');
  expect(ordinaryHan('金\uf90a')).toBe('金金');
});

test('ordinary text stays as it is', () => {
  const text = '各街道（镇）2026年3月底前完成';
  expect(ordinaryHan(text)).toBe(text);
});
