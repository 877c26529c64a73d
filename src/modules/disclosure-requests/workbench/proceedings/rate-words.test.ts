import { describe, expect, it } from 'vitest';
import { rateText, trendText } from './rate-words.ts';

const rate = (closed: number, corrected: number) => ({
  closed,
  corrected,
  rate: closed === 0 ? null : corrected / closed,
  correctedIds: [],
});

describe('a rate in words', () => {
  it.each([
    [4, 1, '25%（4 件中 1 件）'],
    [3, 1, '33.3%（3 件中 1 件）'],
    [3, 0, '0%（3 件中 0 件）'],
    [0, 0, '没有审结的案件'],
  ])('of %i closed and %i set aside', (closed, corrected, text) => {
    expect(rateText(rate(closed, corrected))).toBe(text);
  });

  it.each([
    [rate(4, 1), rate(4, 2), true, '低于上年'],
    [rate(4, 2), rate(4, 1), false, '高于上年'],
    [rate(4, 1), rate(8, 2), true, '与上年持平'],
    [rate(4, 1), rate(0, 0), null, '上年没有可比数据'],
    [rate(0, 0), rate(4, 1), null, '上年没有可比数据'],
  ])('beside the year before', (year, before, isNotHigher, text) => {
    expect(trendText({ year, before, isNotHigher })).toBe(text);
  });
});
