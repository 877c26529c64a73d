import { expect, it } from 'vitest';
import { deadlineWords } from './deadline-words.ts';

it('parts deadlines that stood on lines of their own, and leaves everything else as the plan has it', () => {
  expect(deadlineWords('6月底11月底')).toBe('6月底、11月底');
  expect(deadlineWords('4月底前 12月底前')).toBe('4月底前、12月底前');
  expect(deadlineWords('6月30日11月30日')).toBe('6月30日、11月30日');
  expect(deadlineWords('6月底、11月底')).toBe('6月底、11月底');
  for (const text of ['2026年11月底前', '6月30日前', '6月至11月', '每半年', '全年', '印发之日起15个工作日内']) {
    expect(deadlineWords(text)).toBe(text);
  }
  expect(deadlineWords('时间节点“6月底11月底”')).toBe('时间节点“6月底、11月底”');
});
