import type { TextLine } from './layout-lines.ts';
import type { ColumnModel } from './txt-model.ts';
import { type Piece, pieceOf } from './txt-pieces.ts';

/** One printed line of a table without rulings: what stands in each text column, in the model's order. */
export interface AlignedLine {
  readonly y: number;
  readonly pieces: readonly (Piece | undefined)[];
  readonly cells: readonly (TextLine | undefined)[];
}

/** Rows as ranges of lines, `from` inclusive and `to` exclusive. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface RowsAnswer {
  readonly ranges: readonly RowRange[];
  readonly score: number;
  /** How well each range reads as a row; below `weakRow` more speaks against it than for it. */
  readonly gains: readonly number[];
}

export const weakRow = -5;

/** No row of a plan has more lines. */
const mostLines = 200;

export type VerticalAlignment = 'middle' | 'top';

/** What is known of a page before its lines are shared out. */
export interface RowsPage {
  readonly lines: readonly AlignedLine[];
  /** Heights of the row numbers. */
  readonly anchors: readonly number[];
  /** Heights of long horizontal rulings, where a table has those alone. */
  readonly rulings: readonly number[];
  /** The last line of each column on the page before. */
  readonly before: readonly (Piece | undefined)[];
}

export interface RowsContext {
  readonly model: ColumnModel;
  /** Columns that have a cell of their own in each row. */
  readonly columns: readonly number[];
  readonly alignment: VerticalAlignment;
}

export function alignedLine(y: number, cells: readonly (TextLine | undefined)[], page: number): AlignedLine {
  return { y, cells, pieces: cells.map((cell) => (cell ? pieceOf(cell.text, page, 'line') : undefined)) };
}

/**
 * Shares the lines of a page out among its rows, of which only the numbers' heights are known. A row's cells stand
 * around its number (or begin beside it), end where their texts end, and rows may be set apart by a ruling or a wider
 * gap. The first range is what still belongs to the row of the page before; it may be empty.
 */
export function shareRows(page: RowsPage, context: RowsContext): RowsAnswer {
  const { lines, anchors } = page;
  const leading = leadingOf(lines, context.columns);
  const gain = (row: number, range: RowRange) =>
    row === 0 ? carriedGain(page, range, context) : rowGain(page, range, row - 1, context, leading);
  const shares = bestShares(lines.length, anchors.length + 1, gain, (cut, row) =>
    cutIsPossible(lines, cut, row, anchors),
  );
  return { ...shares, gains: shares.ranges.map((range, row) => gain(row, range)) };
}

/** A cut after the row-th range (0 is the carried one) lies between the numbers of the two rows. */
function cutIsPossible(lines: readonly AlignedLine[], cut: number, row: number, anchors: readonly number[]): boolean {
  const above = lines[cut - 1]?.y ?? Number.NEGATIVE_INFINITY;
  const below = lines[cut]?.y ?? Number.POSITIVE_INFINITY;
  const before = row === 0 ? Number.NEGATIVE_INFINITY : (anchors[row - 1] ?? 0);
  const after = anchors[row] ?? Number.POSITIVE_INFINITY;
  return above <= after - 0.01 && below >= before + 0.01;
}

/** Best partition of `count` lines into `parts` ranges in order; only the first may be empty. */
function bestShares(
  count: number,
  parts: number,
  gain: (part: number, range: RowRange) => number,
  isPossible: (cut: number, part: number) => boolean,
): Omit<RowsAnswer, 'gains'> {
  let scores: number[] = Array.from({ length: count + 1 }, (_, to) =>
    to < count || parts === 1 ? (isPossible(to, 0) || parts === 1 ? gain(0, { from: 0, to }) : -Infinity) : -Infinity,
  );
  const froms: number[][] = [];
  for (let part = 1; part < parts; part++) {
    const next = new Array<number>(count + 1).fill(Number.NEGATIVE_INFINITY);
    const from = new Array<number>(count + 1).fill(-1);
    for (let to = 1; to <= count; to++) {
      if (part === parts - 1 ? to !== count : !isPossible(to, part)) continue;
      for (let start = Math.max(0, to - mostLines); start < to; start++) {
        const reached = scores[start] ?? Number.NEGATIVE_INFINITY;
        if (reached === Number.NEGATIVE_INFINITY) continue;
        const score = reached + gain(part, { from: start, to });
        if (score > (next[to] ?? 0)) [next[to], from[to]] = [score, start];
      }
    }
    scores = next;
    froms.push(from);
  }
  const ranges: RowRange[] = [];
  let to = count;
  for (let part = parts - 1; part >= 1; part--) {
    const from = Math.max(0, froms[part - 1]?.[to] ?? 0);
    ranges.unshift({ from, to });
    to = from;
  }
  return { ranges: [{ from: 0, to }, ...ranges], score: scores[count] ?? Number.NEGATIVE_INFINITY };
}

/** A cell that the page before left in the middle of a line or a list goes on here. */
function carriedGain({ lines, before }: RowsPage, range: RowRange, { columns, model }: RowsContext): number {
  const isEmpty = range.to === range.from;
  let score = isEmpty ? 0 : -3;
  for (const column of columns) {
    const piece = lines.slice(range.from, range.to).find((line) => line.pieces[column])?.pieces[column];
    const first = lines.find((line) => line.pieces[column])?.pieces[column];
    const last = before[column];
    if (last && piece) score += model.stay(last, piece, column);
    else if (last && first) score += model.leave(last, first, column);
    if (!isEmpty) score += columnText(lines, range, column, model);
  }
  return score;
}

function rowGain(page: RowsPage, range: RowRange, row: number, context: RowsContext, leading: number): number {
  const { lines, anchors } = page;
  const { columns, model, alignment } = context;
  const anchor = anchors[row] ?? 0;
  const isLast = row === anchors.length - 1;
  const top = lines[range.from]?.y ?? 0;
  let score = gapGain(lines, range.from, leading) + rulingGain(page, range);
  for (const column of columns) {
    const ys = lines.slice(range.from, range.to).flatMap((line) => (line.pieces[column] ? [line.y] : []));
    const [first, last] = [ys[0], ys.at(-1)];
    if (first === undefined || last === undefined) score += model.missing(column);
    else {
      const centre = Math.abs((first + last) / 2 - anchor) / leading;
      const start = Math.abs(first - top) / leading;
      // A row cut by the page's end is set from its top whatever the others are.
      score -= Math.min(6, alignment === 'top' ? start : isLast ? Math.min(centre, start + 0.5) : centre) * 2;
      score += columnText(lines, range, column, model);
    }
  }
  return alignment === 'top' ? score - (Math.abs(anchor - top) / leading) * 3 : score;
}

/** Where a table rules its rows off, a ruling stands above each and none within. */
function rulingGain({ lines, anchors, rulings }: RowsPage, { from, to }: RowRange): number {
  const top = lines[from]?.y ?? 0;
  const bottom = lines[to - 1]?.y ?? 0;
  const above = lines[from - 1]?.y ?? Number.NEGATIVE_INFINITY;
  const within = rulings.filter((y) => y > top && y < bottom).length;
  const isRuledOff = rulings.some((y) => y > above && y < top);
  const areRuled = rulings.length >= anchors.length / 2;
  return (isRuledOff ? 3 : areRuled ? -3 : 0) - within * 5;
}

/** What the texts of one cell say for standing together: full lines within, an ended one at the end. */
function columnText(lines: readonly AlignedLine[], range: RowRange, column: number, model: ColumnModel): number {
  let score = 0;
  let before: Piece | undefined;
  let joined = '';
  for (let index = range.from; index < range.to; index++) {
    const piece = lines[index]?.pieces[column];
    if (!piece) continue;
    if (before) score += model.stay(before, piece, column);
    joined += piece.key;
    before = piece;
  }
  const after = lines.slice(range.to).find((line) => line.pieces[column])?.pieces[column];
  if (before && after) score += model.leave(before, after, column);
  const role = model.columns[column]?.role;
  if (role === 'deadline' && before) score += pieceOf(joined, 0, 'line').isDeadline ? 2 : -4;
  return score;
}

/** A gap wider than the leading speaks for a row's beginning, one like it slightly against. */
function gapGain(lines: readonly AlignedLine[], from: number, leading: number): number {
  const above = lines[from - 1]?.y;
  const below = lines[from]?.y;
  if (above === undefined || below === undefined) return 0;
  return Math.max(-0.5, Math.min(3, ((below - above) / leading - 1.1) * 4));
}

/** Usual distance of lines within a column; lines of neighbouring columns may stand at half of it. */
export function leadingOf(lines: readonly AlignedLine[], columns: readonly number[]): number {
  const gaps = columns.flatMap((column) => {
    const ys = lines.flatMap((line) => (line.pieces[column] ? [line.y] : []));
    return ys.slice(1).map((y, index) => y - (ys[index] ?? 0));
  });
  const sorted = gaps.filter((gap) => gap > 0.5).toSorted((a, b) => a - b);
  return Math.max(0.5, sorted[Math.floor(sorted.length * 0.1)] ?? 1);
}
