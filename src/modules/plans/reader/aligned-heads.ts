import { type AlignedLine, leadingOf, type RowRange, type VerticalAlignment } from './aligned-rows.ts';
import type { ColumnModel } from './txt-model.ts';

/** A cell of a name or category column: its lines, and the rows that it stands for. */
export interface HeadCell {
  readonly lines: RowRange;
  readonly rows: RowRange;
}

export interface HeadContext {
  readonly model: ColumnModel;
  /** How many leadings the lines of one cell may be apart. */
  readonly slack: number;
  /** Whether no page is before, on which a first cell could stand. */
  readonly isFirst: boolean;
  readonly alignment: VerticalAlignment;
}

/** In doubt rather two cells than one. */
const perCell = 0.2;
/** Two deadlines below each other are those of two rows, more often than steps of one. */
const twoDeadlines = 4;
const mostRows = 30;
const mostLines = 20;

/**
 * Cells of a column that may be joined over rows: each stands around the middle of its rows, is one text, and every row
 * has one. A first cell may be missing when it stands on the page before.
 * @param rows extents of the rows, in lines
 */
export function shareHeads(
  lines: readonly AlignedLine[],
  rows: readonly RowRange[],
  column: number,
  { model, slack, isFirst, alignment }: HeadContext,
): HeadCell[] {
  const start = rows[0]?.from ?? 0;
  const own = lines.flatMap((line, index) => (index >= start && line.pieces[column] ? [index] : []));
  if (own.length === 0 || rows.length === 0) return [];
  // Of all columns: one whose cells have a line each would show the distance of rows.
  const leading = leadingOf(lines, [...model.columns.keys()]);
  const best: { score: number; from: [number, number] | undefined }[][] = Array.from({ length: rows.length + 1 }, () =>
    Array.from({ length: own.length + 1 }, () => ({ score: Number.NEGATIVE_INFINITY, from: undefined })),
  );
  // Rows before the first cell belong to one on the page before.
  for (let row = 0; row <= rows.length; row++) {
    const cell = best[row]?.[0];
    if (cell) cell.score = row === 0 ? 0 : isFirst ? -6 : -1.5 - row * 0.1;
  }
  for (let row = 1; row <= rows.length; row++) {
    for (let line = 1; line <= own.length; line++) {
      for (let rowFrom = Math.max(0, row - mostRows); rowFrom < row; rowFrom++) {
        for (let lineFrom = Math.max(0, line - mostLines); lineFrom < line; lineFrom++) {
          const reached = best[rowFrom]?.[lineFrom]?.score ?? Number.NEGATIVE_INFINITY;
          if (reached === Number.NEGATIVE_INFINITY) continue;
          const head = { own: own.slice(lineFrom, line), next: own[line], rows: rows.slice(rowFrom, row) };
          const score = reached + headGain(lines, head, { column, model, leading, slack, alignment });
          const cell = best[row]?.[line];
          if (cell && score > cell.score) Object.assign(cell, { score, from: [rowFrom, lineFrom] });
        }
      }
    }
  }
  return trace(best, own, rows.length);
}

interface Head {
  readonly own: readonly number[];
  readonly next: number | undefined;
  readonly rows: readonly RowRange[];
}

interface HeadColumn {
  readonly alignment: VerticalAlignment;
  readonly column: number;
  readonly model: ColumnModel;
  readonly leading: number;
  readonly slack: number;
}

function headGain(lines: readonly AlignedLine[], { own, next, rows }: Head, known: HeadColumn): number {
  const { column, model, leading, slack } = known;
  const y = (index: number | undefined) => lines[index ?? 0]?.y ?? 0;
  const centre = (y(own[0]) + y(own.at(-1))) / 2;
  const extent = [y(rows[0]?.from), y((rows.at(-1)?.to ?? 1) - 1)] as const;
  const offCentre = Math.abs(centre - (extent[0] + extent[1]) / 2) / leading;
  // A cell that goes on on the next page is set from its top there, too.
  const fromTop = known.alignment === 'top' || (rows.at(-1)?.to ?? 0) >= lines.length;
  const offTop = fromTop ? Math.abs(y(own[0]) - extent[0]) / leading + 0.3 : Number.POSITIVE_INFINITY;
  let score = perCell - Math.min(8, Math.min(offCentre, offTop) * 1.5);
  if (saysTwice(own.map((index) => lines[index]?.pieces[column]?.key ?? ''))) score -= 10;
  // What stands outside its rows cannot be theirs.
  if (centre < extent[0] - leading || centre > extent[1] + leading) score -= 8;
  own.slice(1).forEach((index, at) => {
    const [before, after] = [lines[own[at] ?? 0]?.pieces[column], lines[index]?.pieces[column]];
    const gap = (y(index) - y(own[at])) / leading;
    if (!before || !after) return;
    score += model.stay(before, after, column) - Math.min(10, Math.max(0, gap - slack) * 8);
    if (model.columns[column]?.role === 'deadline' && before.isDeadline && after.isDeadline) score -= twoDeadlines;
  });
  const [last, after] = [
    lines[own.at(-1) ?? 0]?.pieces[column],
    next === undefined ? undefined : lines[next]?.pieces[column],
  ];
  if (last && after) score += model.leave(last, after, column) + Math.min(1, (y(next) - y(own.at(-1))) / leading - 1);
  return score;
}

/** The same words twice are two cells of a table that repeats instead of joining. */
function saysTwice(keys: readonly string[]): boolean {
  const half = keys.length / 2;
  return Number.isInteger(half) && keys.slice(0, half).join('') === keys.slice(half).join('');
}

function trace(
  best: readonly (readonly { score: number; from: [number, number] | undefined }[])[],
  own: readonly number[],
  rowCount: number,
): HeadCell[] {
  const cells: HeadCell[] = [];
  let [row, line] = [rowCount, own.length];
  while (line > 0) {
    const from = best[row]?.[line]?.from;
    if (!from) break;
    const [rowFrom, lineFrom] = from;
    cells.unshift({
      rows: { from: rowFrom, to: row },
      lines: { from: own[lineFrom] ?? 0, to: (own[line - 1] ?? 0) + 1 },
    });
    [row, line] = from;
  }
  return cells;
}
