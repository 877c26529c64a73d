import { expect, it } from 'vitest';
import { planStateWords } from './plan-state.ts';

it('is under way until its last task is done', () => {
  const counts = { notStarted: 0, inProgress: 0, reported: 0, overdue: 0 };
  const words = (accepted: number, total: number, state: 'published' | 'closed' = 'published') =>
    planStateWords({ state, tasks: { ...counts, accepted, total } });
  expect(words(39, 40)).toBe('执行中');
  expect(words(40, 40)).toBe('任务已全部完成');
  expect(words(0, 0)).toBe('执行中');
  expect(words(40, 40, 'closed')).toBe('已办结');
});
