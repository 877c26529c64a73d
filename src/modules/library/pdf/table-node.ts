import { type Element, isTag } from 'domhandler';
import { findAll, textContent } from 'domutils';
import type { CellNode, PdfNode, TableNode } from './pdf-nodes.ts';

const HEAD_FILL = '#eef3f5';
/** Characters: a column of figures stays readable, a column of sentences does not push the others out. */
const [NARROWEST, WIDEST] = [3, 24];
/** Rows up to this height are kept on one page; a taller one may have to go over two. */
const LONGEST_KEPT = 400;

type CellBlocks = (cell: Element, width: number) => readonly PdfNode[];

/** A table with its joined cells; heading rows come again on each page. */
export function tableNode(table: Element, blocksOf: CellBlocks, width: number): TableNode {
  const rows = findAll((node) => node.name === 'tr', table.children).map((row) => row.children.filter(isTag));
  const grid = gridOf(rows);
  const shares = columnShares(grid);
  const padding = 8 * shares.length;
  const body = grid.map((line) =>
    line.map((place) => (place === null || !place.isFirst ? {} : cellNode(place, blocksOf, width - padding, shares))),
  );
  return {
    table: {
      headerRows: headerRows(grid),
      dontBreakRows: !rows.flat().some((cell) => textContent(cell).length > LONGEST_KEPT),
      widths: shares.map((share) => `${(share * 100).toFixed(3)}%`),
      body,
    },
    layout: 'record',
    margin: [0, 4, 0, 10],
  };
}

interface Place {
  readonly cell: Element;
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  /** Whether it is the cell's own place, and not one that it covers by joining. */
  readonly isFirst: boolean;
}

/** Every place of the table with the cell that covers it; rows that are too short are filled up. */
function gridOf(rows: readonly (readonly Element[])[]): (Place | null)[][] {
  const grid: (Place | null)[][] = rows.map(() => []);
  for (const [y, cells] of rows.entries()) {
    let x = 0;
    for (const cell of cells) {
      while (grid[y]?.[x]) x += 1;
      const columns = spanOf(cell, 'colspan', 100);
      const height = spanOf(cell, 'rowspan', rows.length - y);
      for (let down = 0; down < height; down += 1) {
        for (let right = 0; right < columns; right += 1) {
          const isFirst = down === 0 && right === 0;
          (grid[y + down] as (Place | null)[])[x + right] = { cell, column: x, columns, rows: height, isFirst };
        }
      }
      x += columns;
    }
  }
  const width = Math.max(1, ...grid.map((line) => line.length));
  return grid.map((line) => Array.from({ length: width }, (_, x) => line[x] ?? null));
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number(cell.attribs[name] ?? 1);
  return Number.isInteger(span) && span > 1 ? Math.min(span, most) : 1;
}

function cellNode(place: Place, blocksOf: CellBlocks, width: number, shares: readonly number[]): CellNode {
  const { cell, column, columns, rows } = place;
  const share = shares.slice(column, column + columns).reduce((sum, one) => sum + one, 0);
  return {
    stack: blocksOf(cell, width * share),
    ...(columns > 1 ? { colSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(cell.name === 'th' ? { fillColor: HEAD_FILL } : {}),
  };
}

/** How the width is shared out, by the longest text of each column. */
function columnShares(grid: readonly (readonly (Place | null)[])[]): number[] {
  const longest = (grid[0] ?? []).map((_, x) => {
    const lengths = grid.map((line) => line[x]).map((place) => (place?.columns === 1 ? lengthOf(place.cell) : 0));
    return Math.min(WIDEST, Math.max(NARROWEST, ...lengths));
  });
  const sum = longest.reduce((all, one) => all + one, 0);
  return longest.map((one) => one / sum);
}

function lengthOf(cell: Element): number {
  return textContent(cell).trim().length;
}

/** Rows at the top that hold headings alone and are closed in themselves. */
function headerRows(grid: readonly (readonly (Place | null)[])[]): number {
  let count = 0;
  for (const line of grid) {
    if (!line.every((place) => place?.cell.name === 'th')) break;
    count += 1;
  }
  const reaches = grid
    .slice(0, count)
    .some((line, y) => line.some((place) => place?.isFirst && y + place.rows > count));
  return reaches || count === grid.length ? 0 : count;
}
