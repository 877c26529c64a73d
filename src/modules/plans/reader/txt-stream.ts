import type { HeaderRole } from './header-words.ts';
import { type Placed, placePieces } from './txt-assign.ts';
import { ColumnModel, isOuter, type TextColumn } from './txt-model.ts';
import type { Piece, StreamItem } from './txt-pieces.ts';
import { type CountedSegment, segmentsByNumber, segmentsByPage } from './txt-segments.ts';
import { withStrayed } from './txt-strayed.ts';

/** A row of the table that a dump was made from. */
export interface StreamRow {
  readonly number: number;
  readonly line: number;
  readonly entries: readonly Placed[];
}

export interface StreamReading {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly StreamRow[];
  /** Headings of groups, each before a row. */
  readonly groups: readonly { readonly text: string; readonly line: number; readonly before: number }[];
  /** What stands behind the table. */
  readonly rest: readonly Piece[];
  readonly model: ColumnModel;
}

const rounds = 4;
/** First guesses of the share of rows without a category of their own. */
const outerBlanks = [0.8, 0.6, 0.9];

/**
 * Text columns of a header, as their texts follow a row's number: what stands before it in a row comes last, before the
 * number of the next row. The main text is the content column, or whatever names the task when there is none.
 */
export function textColumns(roles: readonly HeaderRole[]): TextColumn[] {
  const main = ['content', 'task', 'name'].map((role) => roles.indexOf(role as HeaderRole)).find((index) => index >= 0);
  const number = roles.indexOf('number');
  const columns = roles.flatMap((role, index): TextColumn[] => {
    if (role === 'number') return [];
    const isHead = index !== main && ['category', 'name', 'task', 'content'].includes(role);
    return [{ index, role, isHead, ...(isHead && index < number ? { isAhead: true } : {}) }];
  });
  return [...columns.filter(({ isAhead }) => !isAhead), ...columns.filter(({ isAhead }) => isAhead)];
}

/**
 * Reads a stream of lines and row numbers. Where each number stands before its row, the text between two numbers is
 * that of one row; pages on which this leaves rows incomplete are shared out as a whole, with the numbers as a hint.
 */
export function readStream(items: readonly StreamItem[], columns: readonly TextColumn[]): StreamReading {
  const pieces = items.flatMap((item) => ('piece' in item ? [item.piece] : []));
  let { parts, model } = likeliest(segmentsByNumber(items), columns, pieces);
  const weakPages = pagesWithGaps(parts, columns);
  // What was learned from a wrong sharing out would be learned again.
  if (weakPages.size > 0) ({ parts, model } = likeliest(segmentsByPage(items, weakPages), columns, pieces));
  const rows = parts.flatMap(({ segment, placed }) => {
    const strayed = segment.marks ? placed.filter((entry) => entry.column === -1) : [];
    const shared = withStrayed(rowsOf(placed, segment.numbers.length), strayed, model);
    const entries = segment.marks ? doubtedPage(shared, columns) : shared;
    return segment.numbers.map(({ number, line }, row) => ({ number, line, entries: entries[row] ?? [] }));
  });
  return {
    columns,
    rows: withAhead(withCarried(rows, parts), columns, items),
    groups: groupsOf(items),
    rest: restOf(parts),
    model,
  };
}

const pageDoubt = '文本中这一页的文字顺序与表格不一致，从本行起整页各行按推断分列，请逐行对照原文';

/** One warning stands for a scrambled page, at the text of its first row. */
function doubtedPage(rows: readonly Placed[][], columns: readonly TextColumn[]): Placed[][] {
  const main = columns.findIndex(({ isHead }) => !isHead);
  const first = rows[0]?.find((entry) => entry.column === main);
  return rows.map((row) => row.map((entry) => (entry === first ? { ...entry, doubt: pageDoubt } : entry)));
}

function groupsOf(items: readonly StreamItem[]): StreamReading['groups'] {
  return items.flatMap((item, index) => {
    const next = items.slice(index).find((other) => 'number' in other);
    return 'group' in item && next ? [{ text: item.group, line: item.line, before: next.number }] : [];
  });
}

interface Part {
  readonly segment: CountedSegment;
  readonly placed: readonly Placed[];
  /** Logarithm of how likely this placing is. */
  readonly score: number;
}

/** Learning keeps what it began with, so where rows may begin categories it begins from several shares of them. */
function likeliest(
  segments: readonly CountedSegment[],
  columns: readonly TextColumn[],
  pieces: readonly Piece[],
): { parts: Part[]; model: ColumnModel } {
  const starts = columns.some((_, index) => isOuter(columns, index)) ? outerBlanks : outerBlanks.slice(0, 1);
  const tries = starts.map((share) => {
    const model = new ColumnModel(columns, pieces, share);
    return { parts: place(segments, model), model };
  });
  const likelihood = (parts: readonly Part[]) => parts.reduce((sum, { score }) => sum + score, 0);
  return tries.reduce((best, next) => (likelihood(next.parts) > likelihood(best.parts) ? next : best));
}

function place(segments: readonly CountedSegment[], model: ColumnModel): Part[] {
  let parts: Part[] = [];
  for (let round = 0; round < rounds; round++) {
    const before = parts;
    parts = segments.map((segment, index) => ({
      segment,
      ...placePieces({ ...segment, isTop: index === 0 && segment.numbers[0]?.number === 1 }, model),
    }));
    // The same would be learned from it again.
    if (isSamePlacing(before, parts)) break;
    model.learn(parts.flatMap(({ segment, placed }) => rowsOf(placed, segment.rowCount)));
  }
  return parts;
}

/** Whether each line stands where it stood the round before. */
function isSamePlacing(before: readonly Part[], after: readonly Part[]): boolean {
  return (
    before.length === after.length &&
    after.every(({ placed }, index) => {
      const known = before[index]?.placed ?? [];
      return (
        known.length === placed.length &&
        placed.every((entry, at) => {
          const other = known[at];
          return entry.row === other?.row && entry.column === other.column && entry.isContinued === other.isContinued;
        })
      );
    })
  );
}

function rowsOf(entries: readonly Placed[], rowCount: number): Placed[][] {
  return Array.from({ length: rowCount }, (_, row) => entries.filter((entry) => entry.row === row));
}

/**
 * Pages of rows that came out without a cell that each row has. A deadline alone may be blank in the original, as long as
 * no row of the page has one too many.
 */
function pagesWithGaps(parts: readonly Part[], columns: readonly TextColumn[]): Set<number> {
  const needed = neededColumns(columns);
  const gaps = new Map<number, number[]>();
  const surplus = new Set<number>();
  for (const { segment, placed } of parts) {
    for (const [row, entries] of rowsOf(placed, segment.rowCount).entries()) {
      const page = segment.numbers[row]?.page ?? -1;
      const missing = needed.filter((column) => !entries.some((entry) => entry.column === column));
      if (missing.length > 0) gaps.set(page, [...(gaps.get(page) ?? []), ...missing]);
      if (entries.filter(({ piece }) => piece.isDeadline).length > 1) surplus.add(page);
    }
  }
  const isBlank = (page: number, missing: readonly number[]) =>
    missing.length === 1 && columns[missing[0] ?? 0]?.role === 'deadline' && !surplus.has(page);
  return new Set([...gaps].filter(([page, missing]) => page >= 0 && !isBlank(page, missing)).map(([page]) => page));
}

/** Columns in which each row has a text; supporting units may be none. */
export function neededColumns(columns: readonly TextColumn[]): number[] {
  return columns.flatMap(({ isHead, role }, index) =>
    isHead || role === 'other' || role === 'support' ? [] : [index],
  );
}

/** What a page says first for the row before it goes to that row. */
function withCarried(rows: readonly StreamRow[], parts: readonly Part[]): StreamRow[] {
  const result = [...rows];
  let count = 0;
  for (const { segment, placed } of parts) {
    const carried = placed.filter((entry) => entry.row === -1);
    const above = result[count - 1];
    if (carried.length > 0 && above) result[count - 1] = { ...above, entries: [...above.entries, ...carried] };
    count += segment.rowCount;
  }
  return result;
}

/** Gives the texts that stand before a row's number to that row. */
function withAhead(
  rows: readonly StreamRow[],
  columns: readonly TextColumn[],
  items: readonly StreamItem[],
): readonly StreamRow[] {
  const ahead = columns.findIndex(({ isAhead }) => isAhead);
  if (ahead < 0) return rows;
  const top = items.slice(
    0,
    Math.max(
      0,
      items.findIndex((item) => 'number' in item),
    ),
  );
  const first = top.flatMap((item, index): Placed[] =>
    'piece' in item ? [{ piece: item.piece, row: 0, column: ahead, isContinued: index > 0 }] : [],
  );
  return rows.map((row, index) => {
    const before = index === 0 ? first : (rows[index - 1]?.entries ?? []).filter(isOf(columns, true));
    return { ...row, entries: [...before, ...row.entries.filter(isOf(columns, false))] };
  });
}

function isOf(columns: readonly TextColumn[], isAhead: boolean) {
  return ({ column }: Placed) => (columns[column]?.isAhead === true) === isAhead;
}

function restOf(parts: readonly Part[]): Piece[] {
  const last = parts.at(-1);
  const behind = (last?.placed ?? []).filter((entry) => entry.column === -1);
  return last?.segment.marks ? [] : behind.map((entry) => entry.piece);
}
