import { expect, it } from 'vitest';
import { chineseNumber } from './chinese-number.ts';
import { readRelativeLimit } from './relative-deadline.ts';

it.each([
  ['本文印发30日内', { base: 'planIssued', event: null, amount: 30, unit: 'days' }],
  ['印发之日起三十日内', { base: 'planIssued', event: null, amount: 30, unit: 'days' }],
  ['30日内', { base: 'planIssued', event: null, amount: 30, unit: 'days' }],
  ['新规出台后1个月内', { base: 'event', event: '新规出台', amount: 1, unit: 'months' }],
  ['收到通知之日起５个工作日内', { base: 'event', event: '收到通知', amount: 5, unit: 'workdays' }],
  ['活动结束后两周内', { base: 'event', event: '活动结束', amount: 14, unit: 'days' }],
])('reads %s', (text, expected) => {
  expect(readRelativeLimit(text)).toEqual(expected);
});

it('does not take a date for a limit', () => {
  expect(readRelativeLimit('10月底前')).toBeNull();
  expect(readRelativeLimit('新规出台后')).toBeNull();
});

it('reads numbers in either writing', () => {
  expect(['十', '十五', '三十', '一百二十', '９', '两'].map(chineseNumber)).toEqual([10, 15, 30, 120, 9, 2]);
  expect(chineseNumber('若干')).toBeNull();
});
