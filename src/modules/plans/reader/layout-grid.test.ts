import { describe, expect, test } from 'vitest';
import { gridsOf } from './layout-grid.ts';
import type { Ruling } from './layout-page.ts';

const h = (at: number, from: number, to: number): Ruling => ({ direction: 'horizontal', at, from, to });
const v = (at: number, from: number, to: number): Ruling => ({ direction: 'vertical', at, from, to });

function spans(rulings: readonly Ruling[]) {
  return gridsOf(rulings).map((grid) => grid.cells.map((c) => [c.row, c.column, c.rowSpan, c.columnSpan].join(' ')));
}

describe('cells that lines enclose', () => {
  test('a plain grid', () => {
    const rulings = [h(0, 0, 100), h(20, 0, 100), h(40, 0, 100), v(0, 0, 40), v(50, 0, 40), v(100, 0, 40)];
    expect(spans(rulings)).toEqual([['0 0 1 1', '0 1 1 1', '1 0 1 1', '1 1 1 1']]);
  });

  test('a missing piece of line joins the cells on both sides', () => {
    const joinedRows = [h(0, 0, 100), h(20, 50, 100), h(40, 0, 100), v(0, 0, 40), v(50, 0, 40), v(100, 0, 40)];
    expect(spans(joinedRows)).toEqual([['0 0 2 1', '0 1 1 1', '1 1 1 1']]);
    const joinedColumns = [h(0, 0, 100), h(20, 0, 100), h(40, 0, 100), v(0, 0, 40), v(50, 20, 40), v(100, 0, 40)];
    expect(spans(joinedColumns)).toEqual([['0 0 1 2', '1 0 1 1', '1 1 1 1']]);
  });

  test('lines drawn cell by cell, doubled or dotted are one line', () => {
    const pieces = [0, 1, 2, 3, 4].flatMap((i) => [h(0, i * 20, i * 20 + 18), h(2, i * 20, i * 20 + 18)]);
    const rulings = [...pieces, h(20, 0, 100), h(40, 0, 50), h(40, 50, 100), v(0, 0, 40), v(50, 0, 40), v(100, 0, 40)];
    expect(spans(rulings)[0]).toHaveLength(4);
  });

  test('a table open at its sides and bottom keeps its outer columns and last row', () => {
    const rulings = [h(0, 0, 100), h(20, 0, 100), v(30, 0, 60), v(60, 0, 60)];
    const [grid] = gridsOf(rulings);
    expect(grid?.xs).toEqual([0, 30, 60, 100]);
    expect(grid?.ys).toEqual([0, 20, 60]);
  });

  test('two tables on a page are two grids, top to bottom; a lone line and a frame are none', () => {
    const table = (top: number) => [
      h(top, 0, 100),
      h(top + 20, 0, 100),
      h(top + 40, 0, 100),
      v(0, top, top + 40),
      v(50, top, top + 40),
      v(100, top, top + 40),
    ];
    const frame = [h(-50, -50, 150), h(400, -50, 150), v(-50, -50, 400), v(150, -50, 400)];
    const grids = gridsOf([...table(200), ...table(0), h(120, 0, 100), ...frame]);
    expect(grids.map((grid) => grid.box.y)).toEqual([0, 200]);
  });

  test('a drawing of very many lines is given up, not compared line by line', () => {
    const rulings = Array.from({ length: 60_000 }, (_, index) =>
      h((index % 5000) * 5, (index % 7) * 40, (index % 7) * 40 + 20),
    );
    const started = performance.now();
    expect(gridsOf(rulings)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
