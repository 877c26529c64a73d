import { expect, it } from 'vitest';
import { suggestAlike, taskLikeness } from './task-likeness.ts';

const task = { name: null, content: '加大规范性文件公开力度，集中公开现行有效文件，6月底前完成。' };

it('finds the task that says nearly the same, before others', () => {
  const others = [
    { id: 1, name: null, content: '开展政府开放月活动，邀请市民代表走进政府机关。' },
    { id: 2, name: null, content: '加大行政规范性文件公开力度，集中公开现行有效的规范性文件。' },
  ];
  expect(suggestAlike(task, others).map((found) => found.task.id)).toEqual([2]);
});

it('is 1 for the same text, 0 for nothing', () => {
  expect(taskLikeness(task, task)).toBe(1);
  expect(taskLikeness(task, { name: null, content: '' })).toBe(0);
});
