import type { Placed } from './txt-assign.ts';
import { type ColumnModel, isInnerHead } from './txt-model.ts';
import type { Piece } from './txt-pieces.ts';

const doubt = '文本中这一名称与所属任务分开排列，按内容推断归入本行起的若干行，请对照原文';

/**
 * Gives the names that a dump put at the end of a page back to its rows: they keep their order, rows without a name of
 * their own take them in turn, and where one ends and the next begins shows in the words that they share with the rows.
 */
export function withStrayed(rows: readonly Placed[][], strayed: readonly Placed[], model: ColumnModel): Placed[][] {
  const column = model.columns.findLastIndex(isInnerHead);
  if (strayed.length === 0 || column < 0) return [...rows];
  const names = namesOf(
    strayed.map(({ piece }) => piece),
    column,
    model,
  );
  const free = rows.flatMap((row, index) => (row.some((entry) => entry.column === column) ? [] : [index]));
  const starts = shareNames(names, free, rows);
  return rows.map((row, index) => {
    const name = starts.get(index);
    if (!name) return row;
    const entries = name.map((piece, at): Placed => ({ piece, column, row: index, isContinued: at > 0, doubt }));
    return [...entries, ...row];
  });
}

/** Lines of several names: each ends with a line that is not full. */
function namesOf(pieces: readonly Piece[], column: number, model: ColumnModel): Piece[][] {
  const names: Piece[][] = [];
  for (const piece of pieces) {
    const before = names.at(-1)?.at(-1);
    if (before && model.room(before, piece, column) <= 0.5) names.at(-1)?.push(piece);
    else names.push([piece]);
  }
  return names;
}

/** First row of each name: the partition of the free rows whose words fit the names best. */
function shareNames(
  names: readonly Piece[][],
  free: readonly number[],
  rows: readonly Placed[][],
): Map<number, Piece[]> {
  const keys = names.map((name) => name.map((piece) => piece.key).join(''));
  const texts = free.map((row) => (rows[row] ?? []).map((entry) => entry.piece.key).join(''));
  const best = new Map<string, { score: number; from: number }>();
  const at = (name: number, row: number) => best.get(`${name} ${row}`);
  for (let row = 0; row <= free.length; row++) best.set(`0 ${row}`, { score: -row, from: 0 });
  for (let name = 1; name <= names.length; name++) {
    for (let row = 1; row <= free.length; row++) {
      for (let from = 0; from < row; from++) {
        const reached = at(name - 1, from);
        if (!reached || !isRun(free, from, row)) continue;
        const score =
          reached.score + texts.slice(from, row).reduce((sum, text) => sum + likeness(keys[name - 1] ?? '', text), 0);
        const known = at(name, row);
        if (!known || score > known.score) best.set(`${name} ${row}`, { score, from });
      }
    }
  }
  const starts = new Map<number, Piece[]>();
  let row = free.length;
  for (let name = names.length; name > 0; name--) {
    const from = at(name, row)?.from;
    if (from === undefined) break;
    starts.set(free[from] ?? 0, names[name - 1] ?? []);
    row = from;
  }
  return starts;
}

/** A name cannot reach over a row that has its own. */
function isRun(free: readonly number[], from: number, to: number): boolean {
  return (free[to - 1] ?? 0) - (free[from] ?? 0) === to - 1 - from;
}

/** Share of the name's letter pairs that the text has too. */
function likeness(name: string, text: string): number {
  const pairs = Array.from({ length: Math.max(0, name.length - 1) }, (_, index) => name.slice(index, index + 2));
  return pairs.length === 0 ? 0 : pairs.filter((pair) => text.includes(pair)).length / pairs.length;
}
