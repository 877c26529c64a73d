import { shareHeads } from './aligned-heads.ts';
import { type AlignedPage, partsByHeader, splitPage } from './aligned-page.ts';
import {
  type AlignedLine,
  type RowRange,
  type RowsAnswer,
  shareRows,
  type VerticalAlignment,
  weakRow,
} from './aligned-rows.ts';
import type { PageCell, PageTable } from './layout-cells.ts';
import { commonest, type TextLine } from './layout-lines.ts';
import { boxOfGlyphs, type LayoutPage } from './layout-page.ts';
import { type Assignment, ColumnModel, type TextColumn } from './txt-model.ts';
import type { Piece } from './txt-pieces.ts';
import { textColumns } from './txt-stream.ts';

export interface AlignedAnswer {
  readonly tables: readonly PageTable[];
  /** Lines that belong to no table. */
  readonly rest: readonly { readonly line: TextLine; readonly page: number }[];
}

const rounds = 3;
const doubt = '原文没有表格线，这一格的起止按对齐和文字推断，请对照原文';

export interface AlignedOptions {
  /** How many leadings the lines of one cell may be apart. */
  readonly slack: number;
  /** Whether blanks alone keep the columns of a text apart. */
  readonly isDumped: boolean;
}

const drawn: AlignedOptions = { slack: 1.25, isDumped: false };

/** Finds tables without rulings: a header of plan headings, and below it what stands in line with it. */
export function alignedTables(pages: readonly LayoutPage[], { slack, isDumped } = drawn): AlignedAnswer {
  const rest: { line: TextLine; page: number }[] = [];
  const found: AlignedPage[] = [];
  for (const page of pages.flatMap(partsByHeader)) {
    const split = splitPage(page, found.at(-1), isDumped);
    if (split.page) found.push(split.page);
    rest.push(...split.rest.map((line) => ({ line, page: page.number })));
  }
  return { tables: tablesOf(found, slack), rest };
}

function tablesOf(pages: readonly AlignedPage[], slack: number): PageTable[] {
  const [first] = pages;
  if (!first) return [];
  const texts = textColumns(first.columns.roles);
  const main = texts.flatMap((column, index) => (column.isHead ? [] : [index]));
  const answers = (['middle', 'top'] as const).map((alignment) => share(pages, texts, main, alignment));
  const best = answers.reduce((a, b) => (b.score > a.score ? b : a));
  const joined = joinedColumns(pages, best.answers, texts);
  const extents = columnExtents(pages, texts, best.model);
  return pages.map((page, index) =>
    pageTable(page, best.answers[index] ?? nothing, {
      texts,
      joined,
      model: best.model,
      alignment: best.alignment,
      extents,
      slack,
      isFirst: index === 0,
    }),
  );
}

function share(
  pages: readonly AlignedPage[],
  texts: readonly TextColumn[],
  main: readonly number[],
  alignment: VerticalAlignment,
) {
  const pieces = pages.flatMap((page) => page.lines.flatMap((line) => line.pieces.flatMap((piece) => piece ?? [])));
  const model = new ColumnModel(texts, pieces, 0.4, true);
  model.learn(allLines(pages, texts));
  const shareAll = () =>
    pages.map((page, index) => {
      const anchors = page.anchors.map(({ y }) => y);
      const before = lastPieces(pages[index - 1], texts);
      const { lines, rulings } = page;
      return shareRows({ lines, anchors, rulings, before }, { model, columns: main, alignment });
    });
  let answers = shareAll();
  for (let round = 1; round < rounds; round++) {
    model.learn(pages.flatMap((page, index) => assignments(page, answers[index]?.ranges ?? [], texts)));
    answers = shareAll();
  }
  const score = answers.reduce((sum, answer) => sum + answer.score, 0);
  return { score, model, alignment, answers };
}

function lastPieces(page: AlignedPage | undefined, texts: readonly TextColumn[]): (Piece | undefined)[] {
  return texts.map((_, column) => page?.lines.findLast((line) => line.pieces[column])?.pieces[column]);
}

/** Before rows are known, each column's widest lines already tell its width. */
function allLines(pages: readonly AlignedPage[], texts: readonly TextColumn[]): Assignment[][] {
  return texts.map((_, column) =>
    pages.flatMap((page) =>
      page.lines.flatMap(({ pieces }) => {
        const piece = pieces[column];
        return piece ? [{ piece, column, isContinued: true }] : [];
      }),
    ),
  );
}

function assignments(page: AlignedPage, ranges: readonly RowRange[], texts: readonly TextColumn[]): Assignment[][] {
  return ranges.map(({ from, to }) =>
    texts.flatMap((_, column) => {
      const own = page.lines.slice(from, to).flatMap(({ pieces }) => pieces[column] ?? []);
      return own.map((piece, index) => ({ piece, column, isContinued: index > 0 }));
    }),
  );
}

/**
 * Units and deadlines are joined over rows where some rows have none of their own. Supporting units may just be none,
 * unless those who lead are missing there too.
 */
function joinedColumns(
  pages: readonly AlignedPage[],
  answers: readonly RowsAnswer[],
  texts: readonly TextColumn[],
): Set<number> {
  const rows = pages.flatMap((page, index) =>
    (answers[index]?.ranges ?? []).slice(1).map(({ from, to }) => page.lines.slice(from, to)),
  );
  const lacks = (row: readonly AlignedLine[], column: number) => !row.some((line) => line.pieces[column]);
  const leading = texts.findIndex(({ role }) => role === 'lead' || role === 'units');
  const isJoined = (column: number) => {
    const without = rows.filter((row) => lacks(row, column));
    const areNone = texts[column]?.role === 'support' && !without.every((row) => lacks(row, leading));
    // A row or two may lack a text only because it was shared out wrongly.
    return without.length > rows.length / 25 && !areNone;
  };
  return new Set(
    texts.flatMap(({ role }, column) =>
      ['units', 'lead', 'support', 'deadline'].includes(role) && isJoined(column) ? [column] : [],
    ),
  );
}

const nothing: RowsAnswer = { ranges: [], gains: [], score: 0 };

function pageTable(page: AlignedPage, { ranges, gains }: RowsAnswer, known: Known): PageTable {
  const { texts, extents } = known;
  const [carried, ...own] = ranges;
  const hasCarried = carried !== undefined && carried.to > carried.from;
  const rows = hasCarried ? [carried, ...own] : own;
  const top = page.isHeaded ? 1 : 0;
  // A group heading takes a row of its own above the first row that stands below it.
  const heights = rows.map((_, row) => page.anchors[hasCarried ? row - 1 : row]?.y ?? Number.NEGATIVE_INFINITY);
  const shift = (row: number) => top + page.groups.filter(({ y }) => y < (heights[row] ?? 0)).length;
  const cells: PageCell[] = [];
  const add = (row: number, column: number, rowSpan: number, lines: TextLine[], isWeak = false) => {
    const box = cellBox(extents[column], lines);
    cells.push({ row: row + shift(row), column, rowSpan, columnSpan: 1, box, lines, ...(isWeak ? { doubt } : {}) });
  };
  for (const [column, heading] of page.isHeaded ? page.columns.headings.entries() : []) {
    cells.push({ row: 0, column, rowSpan: 1, columnSpan: 1, box: heading.box, lines: [heading] });
  }
  for (const [index, { y, line }] of page.groups.entries()) {
    const row = top + index + heights.filter((height) => height < y).length;
    cells.push({ row, column: 0, rowSpan: 1, columnSpan: extents.length, box: line.box, lines: [line] });
  }
  const number = page.columns.roles.indexOf('number');
  const main = texts.find(({ isHead }) => !isHead)?.index;
  rows.forEach((_, row) => {
    const anchor = page.anchors[hasCarried ? row - 1 : row];
    add(row, number, 1, anchor ? [anchor.line] : []);
  });
  texts.forEach((column, at) => {
    if (column.isHead || known.joined.has(at)) addHeads(page, { rows, hasCarried }, at, known, add);
    else {
      rows.forEach((range, row) => {
        add(
          row,
          column.index,
          1,
          page.lines.slice(range.from, range.to).flatMap((line) => line.cells[at] ?? []),
          column.index === main && (gains[row + (hasCarried ? 0 : 1)] ?? 0) < weakRow,
        );
      });
    }
  });
  const box = boxOfGlyphs(cells.flatMap((cell) => cell.lines.flatMap((line) => line.glyphs)));
  const last = extents.at(-1);
  const xs = [...extents.map(({ x }) => x), (last?.x ?? 0) + (last?.width ?? 0)];
  return { page: page.page, box, xs, rowCount: rows.length + top + page.groups.length, cells, padding: 0 };
}

/** What all pages of a table share, and which is the first. */
interface Known {
  readonly texts: readonly TextColumn[];
  /** Columns whose cells may stand for several rows though they are no names. */
  readonly joined: ReadonlySet<number>;
  readonly model: ColumnModel;
  readonly extents: readonly Extent[];
  readonly slack: number;
  readonly isFirst: boolean;
  readonly alignment: VerticalAlignment;
}

interface TableRows {
  readonly rows: readonly RowRange[];
  /** Whether the first row is the rest of the one on the page before. */
  readonly hasCarried: boolean;
}

type AddCell = (row: number, column: number, rowSpan: number, lines: TextLine[], isWeak?: boolean) => void;

function addHeads(page: AlignedPage, table: TableRows, at: number, known: Known, add: AddCell): void {
  const index = known.texts[at]?.index ?? 0;
  const linesOf = ({ from, to }: RowRange) => page.lines.slice(from, to).flatMap((line) => line.cells[at] ?? []);
  const first = table.hasCarried ? 1 : 0;
  const rows = table.rows.slice(first);
  // What a broken row has left is no cell of its own.
  if (table.hasCarried) add(0, index, 1, linesOf(table.rows[0] ?? { from: 0, to: 0 }));
  let next = 0;
  for (const head of shareHeads(page.lines, rows, at, known)) {
    // Rows before the page's first name belong to the name on the page before.
    if (next < head.rows.from) add(first + next, index, head.rows.from - next, []);
    const span = head.rows.to - head.rows.from;
    add(first + head.rows.from, index, span, linesOf(head.lines), span > 1);
    next = head.rows.to;
  }
  if (next < rows.length) add(first + next, index, rows.length - next, []);
}

/** Where the text of each column stands, over all pages: left edge and the room that full lines fill. */
function columnExtents(pages: readonly AlignedPage[], texts: readonly TextColumn[], model: ColumnModel): Extent[] {
  const first = pages[0]?.columns.headings ?? [];
  return first.map((_, column) => {
    const lines = pages.flatMap((page) => linesOfColumn(page, column));
    const at = texts.findIndex(({ index }) => index === column);
    const size = lines.length > 0 ? commonest(lines.map((line) => line.size)) : 1;
    const x = Math.min(...lines.map((line) => line.box.x));
    return { x: Number.isFinite(x) ? x : 0, width: at < 0 ? 0 : model.width(at) * size };
  });
}

interface Extent {
  readonly x: number;
  readonly width: number;
}

function linesOfColumn(page: AlignedPage, column: number): TextLine[] {
  if (page.columns.roles[column] === 'number') return page.anchors.map(({ line }) => line);
  const at = textColumns(page.columns.roles).findIndex(({ index }) => index === column);
  return page.lines.flatMap(({ cells }) => cells[at] ?? []);
}

function cellBox(extent: Extent | undefined, lines: readonly TextLine[]) {
  const own = lines.length > 0 ? boxOfGlyphs(lines.flatMap((line) => line.glyphs)) : { y: 0, height: 0 };
  return { x: extent?.x ?? 0, width: extent?.width ?? 0, y: own.y, height: own.height };
}
