import { describe, expect, it } from 'vitest';
import { dayText, instantText, shortDayText, todayInShanghai } from './day.ts';

describe('days and instants', () => {
  it('are written as offices write them', () => {
    expect(dayText('2026-03-05')).toBe('2026年3月5日');
    expect(shortDayText('2026-03-05')).toBe('3月5日');
    expect(dayText(null)).toBe('');
  });
  it('are of Asia/Shanghai, whatever the zone of the machine', () => {
    expect(instantText('2026-03-31T16:05:00Z')).toBe('2026-04-01 00:05');
    expect(todayInShanghai(new Date('2025-12-31T16:00:00Z'))).toBe('2026-01-01');
  });
});
