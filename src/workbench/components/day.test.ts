import { describe, expect, it } from 'vitest';
import { dayText, instantText, shortDayText, todayInShanghai, withDayTexts } from './day.ts';

describe('days and instants', () => {
  it('are written as offices write them', () => {
    expect(dayText('2026-03-05')).toBe('2026年3月5日');
    expect(shortDayText('2026-03-05')).toBe('3月5日');
    expect(dayText(null)).toBe('');
  });
  it('are written so inside sentences too', () => {
    expect(withDayTexts('自 2026-03-20 起算，第 15 个工作日为 2026-04-13；不计：周末 6 天。')).toBe(
      '自2026年3月20日起算，第 15 个工作日为2026年4月13日；不计：周末 6 天。',
    );
    expect(withDayTexts('依据明府办〔2026〕8号')).toBe('依据明府办〔2026〕8号');
  });
  it('are of Asia/Shanghai, whatever the zone of the machine', () => {
    expect(instantText('2026-03-31T16:05:00Z')).toBe('2026-04-01 00:05');
    expect(todayInShanghai(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });
});
