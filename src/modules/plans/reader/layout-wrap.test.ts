import { describe, expect, test } from 'vitest';
import { lineOf, type TextLine } from './layout-lines.ts';
import { joinLines, wrapLines } from './layout-wrap.ts';

/** Lines of a cell ten letters wide; every letter is ten points. */
function cell(...texts: string[]): string {
  const lines = texts.map((text, row) => {
    const glyphs = [...text].map((character, index) => {
      return { text: character, x: index * 10, baseline: row * 15, width: 10, size: 10, turn: 0 as const };
    });
    return lineOf(glyphs) as TextLine;
  });
  return joinLines(wrapLines(lines, 100));
}

describe('lines of a cell', () => {
  test('a full line was wrapped', () => {
    expect(cell('推进重点领域信息公开工', '作')).toBe('推进重点领域信息公开工作');
  });

  test('a line that ends early was ended', () => {
    expect(cell('6月底', '9月底')).toBe('6月底\n9月底');
  });

  test('a closing mark takes its letter along, so the line before is full with two letters missing', () => {
    expect(cell('加强信息公开和规', '范》的解读')).toBe('加强信息公开和规范》的解读');
  });

  test('an opening mark never ends a line', () => {
    expect(cell('全面实施国家标准', '《工作指南》')).toBe('全面实施国家标准《工作指南》');
  });

  test('a number is not parted', () => {
    expect(cell('热线电话为', '12345678')).toBe('热线电话为12345678');
  });

  test('a full line that ends with a whole unit before another one may have been ended', () => {
    expect(cell('区人力资源社会保障局', '区税务局')).toBe('区人力资源社会保障局\n区税务局');
    expect(cell('区民政局、区卫生健', '康委')).toBe('区民政局、区卫生健康委');
  });
});
