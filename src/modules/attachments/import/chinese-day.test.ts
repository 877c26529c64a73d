import { expect, it } from 'vitest';
import { dayIn, daysIn } from './chinese-day.ts';

it.each([
  ['2026年3月1日', '2026-03-01'],
  ['二〇二六年十二月三十一日', '2026-12-31'],
  ['二○二六年二月二十日印发', '2026-02-20'],
  ['２０２６年１０月８日', '2026-10-08'],
  ['2026 年 3 月 9 日', '2026-03-09'],
  ['二零一九年十月十日', '2019-10-10'],
  ['2026年2月30日', undefined],
  ['2026年13月1日', undefined],
  ['3月1日', undefined],
])('%s', (text, day) => {
  expect(dayIn(text)).toBe(day);
});

it('several days in a text', () => {
  expect(daysIn('自2026年1月1日起，至二〇三一年十二月三十一日止')).toEqual(['2026-01-01', '2031-12-31']);
});
