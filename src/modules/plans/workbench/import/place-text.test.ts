import { describe, expect, it } from 'vitest';
import { isSamePlace, placeText } from './place-text.ts';

describe('placeText', () => {
  it('speaks of pages and rows, of sheets, and of lines', () => {
    expect(placeText({ page: 3, row: 5 })).toBe('第 3 页 第 5 行');
    expect(placeText({ sheet: '任务分解', row: 12 })).toBe('工作表“任务分解” 第 12 行');
    expect(placeText({ line: 40 })).toBe('第 40 行');
    expect(placeText({})).toBe('原文');
  });
});

describe('isSamePlace', () => {
  it('needs a row or a line in common: a page alone is too wide', () => {
    expect(isSamePlace({ page: 3 }, { page: 3 })).toBe(false);
    expect(isSamePlace({ page: 3, row: 5 }, { page: 3, row: 5 })).toBe(true);
  });
  it('is refused by any part that differs', () => {
    expect(isSamePlace({ page: 3, row: 5 }, { page: 4, row: 5 })).toBe(false);
    expect(isSamePlace({ sheet: '甲', row: 5 }, { sheet: '乙', row: 5 })).toBe(false);
  });
  it('does not mind parts that only one side knows', () => {
    expect(isSamePlace({ row: 5, box: { x: 1, y: 1, width: 1, height: 1 } }, { row: 5 })).toBe(true);
  });
});
