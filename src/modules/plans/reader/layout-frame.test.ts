import { expect, test } from 'vitest';
import { gridsOfPages } from './layout-frame.ts';
import type { LayoutPage, Ruling } from './layout-page.ts';

/** A table with the borders of every cell of the columns named. */
function rulings(xs: readonly number[], ys: readonly number[], columns: readonly number[]): Ruling[] {
  return columns.flatMap((column): Ruling[] => {
    const [left, right] = [xs[column] ?? 0, xs[column + 1] ?? 0];
    const sides = [left, right].map((at) => ({
      direction: 'vertical' as const,
      at,
      from: ys[0] ?? 0,
      to: ys.at(-1) ?? 0,
    }));
    return [...sides, ...ys.map((at) => ({ direction: 'horizontal' as const, at, from: left, to: right }))];
  });
}

const xs = [50, 90, 150, 400, 500];
const ys = [100, 140, 180, 220];
const page = (number: number, lines: Ruling[]): LayoutPage => ({
  number,
  width: 600,
  height: 800,
  glyphs: [],
  rulings: lines,
});
const whole = page(1, rulings(xs, ys, [0, 1, 2, 3]));

test.each([
  ['first', [1, 2, 3]],
  ['second', [0, 2, 3]],
  ['last', [0, 1, 2]],
])('the %s column of a page is one open cell when its borders are missing', (_, columns) => {
  const grids = gridsOfPages([whole, page(2, rulings(xs, ys, columns)), page(3, rulings(xs, ys, columns))]);
  for (const number of [2, 3]) {
    const [grid, ...others] = grids.get(number) ?? [];
    expect(others).toEqual([]);
    expect(grid?.xs).toEqual(xs);
    expect(grid?.cells.filter(({ rowSpan }) => rowSpan === 3)).toHaveLength(1);
    expect(grid?.cells).toHaveLength(10);
  }
});

test('another table with other columns keeps its own', () => {
  const other = rulings([50, 200, 300], ys, [0, 1]);
  expect(gridsOfPages([whole, page(2, other)]).get(2)?.[0]?.xs).toEqual([50, 200, 300]);
});
