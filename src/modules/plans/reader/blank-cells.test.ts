import { expect, test } from 'vitest';
import { categories, read } from './plan-views.fixtures.ts';

test('a joined blank category repeats the one above in all of its rows', () => {
  const reading = read([
    [
      ['序号', '类别', '任务内容', '责任单位', '时间节点'],
      ['1', '政策解读', '做好公文公开属性认定', '区府办', '6月底'],
      ['2', '', '开展政策解读', '各单位', '全年'],
      ['3', '^', '开展12次培训', '各单位', '全年'],
      ['4', '^', '发布年度报告', '区府办', '1月底'],
    ],
  ]);
  expect(categories(reading)).toEqual(['政策解读', '政策解读', '政策解读', '政策解读']);
});
