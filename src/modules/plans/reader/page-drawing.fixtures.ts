import type { ColumnKind } from './plan-document.fixtures.ts';
import type { PageBlock, PageCell } from './plan-page.fixtures.ts';

import { printedWidth } from './source-text.ts';

/** A page as a printer would set it, for writing PDF, OFD and text dumps in tests. Points, origin top left. */
export interface DrawnPage {
  readonly texts: DrawnText[];
  readonly lines: { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[];
}

export interface DrawnText {
  readonly x: number;
  readonly baseline: number;
  readonly size: number;
  readonly text: string;
  /** Texts of one cell share a number; running text has none. */
  readonly cell?: number;
}

export interface DrawingStyle {
  readonly widths: readonly number[];
  readonly rulings: 'all' | 'horizontal' | 'none';
  readonly vertical: 'middle' | 'top';
  readonly footer: boolean;
}

export const pageWidth = 595;
export const pageHeight = 842;
const margin = 60;
const size = 10;
const leading = 15;
const padding = 5;

/** Sets blocks below each other; a row that does not fit goes to the next page, joined cells as far as they reach. */
export function drawBlocks(blocks: readonly PageBlock[], style: DrawingStyle): DrawnPage[] {
  const pages: DrawnPage[] = [{ texts: [], lines: [] }];
  let y = margin;
  const newPage = () => {
    pages.push({ texts: [], lines: [] });
    y = margin;
  };
  const page = () => pages.at(-1) as DrawnPage;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      for (const line of wrap(block.text, (pageWidth - margin * 2) / size)) {
        if (y + leading > pageHeight - margin) newPage();
        page().texts.push({ x: margin, baseline: y + leading * 0.8, size, text: line });
        y += leading;
      }
    } else y = drawTable(block.rows, style, { y, page, newPage, at: () => y, move: (to) => (y = to) });
  }
  if (style.footer) for (const [index, drawn] of pages.entries()) drawn.texts.push(footer(index + 1));
  return pages;
}

interface Printer {
  readonly y: number;
  readonly page: () => DrawnPage;
  readonly newPage: () => void;
  readonly at: () => number;
  readonly move: (to: number) => number;
}

function footer(number: number): DrawnText {
  return { x: pageWidth / 2 - 15, baseline: pageHeight - 30, size, text: `— ${number} —` };
}

function drawTable(rows: readonly (readonly PageCell[])[], style: DrawingStyle, printer: Printer): number {
  const heights = rowHeights(rows, style);
  let [from, top] = [0, printer.at()];
  const flush = (to: number) => {
    if (to > from) drawRows(rows, from, to, top, heights, style, printer.page());
    from = to;
  };
  for (const [index, height] of heights.entries()) {
    if (printer.at() + height > pageHeight - margin) {
      flush(index);
      printer.newPage();
      top = printer.at();
    }
    printer.move(printer.at() + height);
  }
  flush(rows.length);
  return printer.at();
}

function rowHeights(rows: readonly (readonly PageCell[])[], style: DrawingStyle): number[] {
  const heights = rows.map((row) =>
    Math.max(1, ...row.filter((c) => c.rowSpan === 1).map((c) => linesOf(c, style).length)),
  );
  // A joined cell may need more than its rows have.
  for (const [index, row] of rows.entries()) {
    for (const cell of row.filter((c) => c.rowSpan > 1)) {
      const room = heights.slice(index, index + cell.rowSpan).reduce((sum, lines) => sum + lines, 0);
      heights[index] = (heights[index] ?? 1) + Math.max(0, linesOf(cell, style).length - room);
    }
  }
  return heights.map((lines) => lines * leading + padding * 2);
}

function drawRows(
  rows: readonly (readonly PageCell[])[],
  from: number,
  to: number,
  top: number,
  heights: readonly number[],
  style: DrawingStyle,
  page: DrawnPage,
): void {
  const ys = [top];
  for (let row = from; row < to; row++) ys.push((ys.at(-1) ?? top) + (heights[row] ?? 0));
  const xs = bordersOf(style);
  for (let row = 0; row < to; row++) {
    for (const cell of rows[row] ?? []) {
      const [first, last] = [Math.max(row, from), Math.min(row + cell.rowSpan, to)];
      if (last <= first) continue;
      const box = {
        left: xs[cell.column] ?? 0,
        right: xs[cell.column + cell.columnSpan] ?? 0,
        top: ys[first - from] ?? 0,
        bottom: ys[last - from] ?? 0,
      };
      ruleCell(page, box, style);
      // The text of a cell that a page cuts stands on the page where it begins.
      if (row >= from) drawCell(page, cell, box, style);
    }
  }
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function ruleCell(page: DrawnPage, { left, right, top, bottom }: Edges, { rulings }: DrawingStyle): void {
  if (rulings === 'none') return;
  page.lines.push({ x1: left, y1: top, x2: right, y2: top }, { x1: left, y1: bottom, x2: right, y2: bottom });
  if (rulings === 'all') {
    page.lines.push({ x1: left, y1: top, x2: left, y2: bottom }, { x1: right, y1: top, x2: right, y2: bottom });
  }
}

function drawCell(page: DrawnPage, cell: PageCell, { left, top, bottom }: Edges, style: DrawingStyle): void {
  const lines = linesOf(cell, style);
  const free = bottom - top - lines.length * leading;
  const start = style.vertical === 'top' ? top + padding : top + free / 2;
  const number = page.texts.length;
  for (const [index, text] of lines.entries()) {
    page.texts.push({ x: left + padding, baseline: start + leading * (index + 0.8), size, text, cell: number });
  }
}

function bordersOf({ widths }: DrawingStyle): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0);
  const xs = [margin];
  for (const width of widths) xs.push((xs.at(-1) ?? margin) + (width / total) * (pageWidth - margin * 2));
  return xs;
}

function linesOf(cell: PageCell, style: DrawingStyle): string[] {
  const xs = bordersOf(style);
  const width = (xs[cell.column + cell.columnSpan] ?? 0) - (xs[cell.column] ?? 0) - padding * 2;
  return wrap(cell.text, width / size);
}

const noStart = /^[，。、；：！？）》”〕]/;

/** Fills lines up to a width in letters; a closing mark never begins a line, digits stay together. */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines = [''];
    for (const word of paragraph.match(/[\u0021-\u007e]+|[（《“〔]*.[，。、；：！？）》”〕]*/gu) ?? []) {
      const line = lines.at(-1) ?? '';
      if (line !== '' && printedWidth(line + word) > width && !noStart.test(word)) lines.push(word);
      else lines[lines.length - 1] = line + word;
    }
    return lines;
  });
}

/** What a PDF dumped cell by cell reads like; `parted` puts a blank line between cells. */
export function dumpOf(pages: readonly DrawnPage[], parted: boolean): string {
  return pages
    .map(({ texts }) =>
      texts
        .map(({ text, cell }, index) => {
          const isNext = parted && index > 0 && cell !== texts[index - 1]?.cell;
          return `${isNext ? '\n' : ''}${text}\n`;
        })
        .join(''),
    )
    .join('\f');
}

/** Widths of columns as such tables have them, in letters. */
export function usualWidths(columns: readonly ColumnKind[]): number[] {
  const widths: Record<ColumnKind, number> = {
    number: 8,
    category: 12,
    name: 16,
    content: 34,
    units: 22,
    lead: 14,
    support: 15,
    deadline: 14,
    remark: 8,
  };
  return columns.map((kind) => widths[kind]);
}

/** A table of plain cells: `^` goes on from the cell above, `<` from the cell to the left. */
export function tableBlock(rows: readonly (readonly string[])[]): PageBlock {
  return {
    kind: 'table',
    rows: rows.map((texts, row) =>
      texts.flatMap((text, column) => {
        if (text === '^' || text === '<') return [];
        let [rowSpan, columnSpan] = [1, 1];
        while (rows[row + rowSpan]?.[column] === '^') rowSpan++;
        while (texts[column + columnSpan] === '<') columnSpan++;
        return { text, column, rowSpan, columnSpan };
      }),
    ),
  };
}
