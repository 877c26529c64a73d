import { expect, test } from 'vitest';
import { isPageNumber, withoutFurniture } from './layout-furniture.ts';
import type { Glyph, LayoutPage } from './layout-page.ts';

test.each(['— 3 —', '—９１—', '- 12 -', '3', '3/25', '第3页', '第 3 页 共 25 页', '－ 5 －', '· 7 ·'])(
  '%s is a page number',
  (text) => {
    expect(isPageNumber(text)).toBe(true);
  },
);

test.each(['3月', '2022年', '第3项', '12345', '一、总体要求', '3.5', '全年'])('%s is none', (text) => {
  expect(isPageNumber(text)).toBe(false);
});

function line(text: string, baseline: number): Glyph[] {
  return [...text].map((character, index) => ({
    text: character,
    x: 100 + index * 10,
    baseline,
    width: 10,
    size: 10,
    turn: 0,
  }));
}

function page(number: number, ...lines: Glyph[][]): LayoutPage {
  return { number, width: 595, height: 842, glyphs: lines.flat(), rulings: [] };
}

const texts = (pages: readonly LayoutPage[]) => pages.map(({ glyphs }) => glyphs.map((glyph) => glyph.text).join(''));

test('running heads go when most pages say them at the same height, text of one page stays', () => {
  const pages = [1, 2, 3].map((number) =>
    page(
      number,
      line(`某区政务公开第${number}期`, 40),
      line(`正文${'甲乙丙'[number - 1]}`, 400),
      line(`末行${'子丑寅'[number - 1]}`, 800),
    ),
  );
  expect(texts(withoutFurniture(pages, () => false))).toEqual(['正文甲末行子', '正文乙末行丑', '正文丙末行寅']);
});

test('what stands in a table is no furniture, however often it is said', () => {
  const pages = [1, 2, 3].map((number) => page(number, line('序号任务时限', 60)));
  expect(texts(withoutFurniture(pages, () => true))).toEqual(['序号任务时限', '序号任务时限', '序号任务时限']);
});
