import { headingsOf } from './aligned-columns.ts';
import { alignedTables } from './aligned-table.ts';
import { contains, fillGrids, middleOf, type PageTable } from './layout-cells.ts';
import { gridsOfPages } from './layout-frame.ts';
import { withoutFurniture } from './layout-furniture.ts';
import type { RuledGrid } from './layout-grid.ts';
import { goesOn, joinParts, type WholeCell } from './layout-join.ts';
import type { TextLine } from './layout-lines.ts';
import { boxOfGlyphs, type Glyph, type LayoutPage } from './layout-page.ts';
import { paragraphsOf } from './layout-paragraphs.ts';
import { joinLines, wrapLines } from './layout-wrap.ts';
import type { SourceBlock, SourceCell, SourceDocument, SourceTable } from './source-document.ts';
import { taskNumber } from './task-number.ts';

type PageBlock = { readonly table: PageTable } | { readonly line: TextLine; readonly page: number };

/** Pages of characters and lines as paragraphs and tables in reading order, page breaks healed. */
export function documentOfPages(format: 'pdf' | 'ofd', pages: readonly LayoutPage[]): SourceDocument {
  const grids = gridsOfPages(pages);
  const inTable = (page: LayoutPage, glyph: Glyph) =>
    (grids.get(page.number) ?? []).some((grid) => contains(grid.box, ...middleOf(glyph)));
  const clean = withoutFurniture(pages, inTable);
  const filled = clean.map((page) => fillPage(page, grids.get(page.number) ?? []));
  const aligned = alignedTables(filled.map(({ page }) => page));
  const blocks: PageBlock[] = [
    ...filled.flatMap(({ tables }) => tables.map((table) => ({ table }))),
    ...aligned.tables.map((table) => ({ table })),
    ...aligned.rest,
  ];
  return { format, blocks: sourceBlocks(blocks.toSorted(byPlace)) };
}

/** A page's ruled tables, and the page without their text. */
function fillPage(page: LayoutPage, grids: readonly RuledGrid[]) {
  const { tables, outside } = fillGrids(grids, page.glyphs, page.number);
  const [sound, loose] = [tables.filter(isSound), tables.filter((table) => !isSound(table))];
  const freed = loose.flatMap((table) => table.cells.flatMap((cell) => cell.lines.flatMap((line) => line.glyphs)));
  return { tables: sound, page: { ...page, glyphs: [...outside, ...freed] } };
}

/** Lines that enclose many rows in one cell, or all columns in one, are decoration; alignment tells the cells then. */
function isSound(table: PageTable): boolean {
  if (table.xs.length < 3)
    return !table.cells.some((cell) => cell.lines.some((line) => headingsOf([line]) !== undefined));
  return !table.cells.some((cell) => cell.lines.length > 2 && cell.lines.every(countsUp));
}

/** Row numbers below each other; the digits of one that is wrapped do not count up. */
function countsUp(line: TextLine, index: number, lines: readonly TextLine[]): boolean {
  const value = taskNumber(line.text);
  const before = index === 0 ? null : taskNumber(lines[index - 1]?.text ?? '');
  return value !== null && (index === 0 || before === value - 1);
}

function byPlace(a: PageBlock, b: PageBlock): number {
  const [first, second] = [placeOf(a), placeOf(b)];
  return first.page - second.page || first.y - second.y;
}

function placeOf(block: PageBlock): { page: number; y: number } {
  return 'table' in block
    ? { page: block.table.page, y: block.table.box.y }
    : { page: block.page, y: block.line.box.y };
}

function sourceBlocks(blocks: readonly PageBlock[]): SourceBlock[] {
  const result: SourceBlock[] = [];
  let lines: { line: TextLine; page: number }[] = [];
  let parts: PageTable[] = [];
  const flush = () => {
    result.push(...paragraphsOf(lines).map(paragraphBlock));
    if (parts.length > 0) result.push(tableBlock(parts));
    lines = [];
    parts = [];
  };
  for (const block of blocks) {
    const last = parts.at(-1);
    if ('line' in block) {
      if (last) flush();
      lines.push(block);
    } else {
      if (lines.length > 0 || (last && !goesOn(last, block.table))) flush();
      parts.push(block.table);
    }
  }
  flush();
  return result;
}

function paragraphBlock(paragraph: ReturnType<typeof paragraphsOf>[number]): SourceBlock {
  const box = boxOfGlyphs(paragraph.lines.flatMap((line) => line.glyphs));
  return { kind: 'paragraph', text: paragraph.text, place: { page: paragraph.page, box } };
}

/** One table from its parts on the pages. */
export function tableBlock(parts: readonly PageTable[]): SourceTable {
  const { cells, rowCount, columnCount } = joinParts(parts);
  const [first] = parts;
  const padding = first?.padding ?? paddingOf(cells);
  return {
    kind: 'table',
    rowCount,
    columnCount,
    cells: cells.map((cell) => sourceCell(cell, padding)),
    place: first ? { page: first.page, box: first.box } : {},
  };
}

function sourceCell(cell: WholeCell, padding: number): SourceCell {
  const [first] = cell.parts;
  const filled = cell.parts.find((part) => part.lines.length > 0) ?? first;
  const width = (first?.box.width ?? 0) - padding * 2;
  const lines = cell.parts.flatMap((part) => part.lines);
  return {
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    text: joinLines(wrapLines(lines, width)),
    place: filled ? { page: filled.page, row: cell.row + 1, box: filled.box } : {},
    ...(cell.doubt ? { doubt: cell.doubt } : {}),
  };
}

/** The room that a table leaves between border and text, seen where text stands left in its cell. */
function paddingOf(cells: readonly WholeCell[]): number {
  const gaps = cells.flatMap((cell) =>
    cell.parts.flatMap((part) => part.lines.map((line) => line.box.x - part.box.x).filter((gap) => gap > 0)),
  );
  const smallest = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length * 0.1)] ?? 0;
  return Math.min(8, smallest);
}
