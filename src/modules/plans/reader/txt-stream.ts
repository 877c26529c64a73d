import type { HeaderRole } from './header-words.ts';
import { type Placed, placePieces, type Segment } from './txt-assign.ts';
import { ColumnModel, type TextColumn } from './txt-model.ts';
import type { Piece, StreamItem } from './txt-pieces.ts';

/** A row of the table that a dump was made from. */
export interface StreamRow {
  readonly number: number;
  readonly line: number;
  readonly entries: readonly Placed[];
}

export interface StreamReading {
  readonly columns: readonly TextColumn[];
  readonly rows: readonly StreamRow[];
  /** What stands behind the table. */
  readonly rest: readonly Piece[];
  readonly model: ColumnModel;
}

const rounds = 4;

/** Text columns of a header; the main text is the content column, or whatever names the task when there is none. */
export function textColumns(roles: readonly HeaderRole[]): TextColumn[] {
  const main = ['content', 'task', 'name'].map((role) => roles.indexOf(role as HeaderRole)).find((index) => index >= 0);
  return roles.flatMap((role, index) => {
    if (role === 'number') return [];
    return { index, role, isHead: index !== main && ['category', 'name', 'task', 'content'].includes(role) };
  });
}

/** Reads a stream whose row numbers stand before the rows that they count. */
export function readStream(items: readonly StreamItem[], columns: readonly TextColumn[]): StreamReading {
  const bursts = burstsOf(items);
  const pieces = items.flatMap((item) => ('piece' in item ? [item.piece] : []));
  const model = new ColumnModel(columns, pieces);
  let placed: Placed[][] = [];
  for (let round = 0; round < rounds; round++) {
    placed = bursts.map(({ segment }) => placePieces(segment, model));
    model.learn(placed.flatMap((entries, index) => rowsOf(entries, bursts[index]?.numbers.length ?? 0)));
  }
  const rows = bursts.flatMap(({ numbers }, index) => {
    const entries = rowsOf(placed[index] ?? [], numbers.length);
    return numbers.map(({ number, line }, row) => ({ number, line, entries: entries[row] ?? [] }));
  });
  const rest = (placed.at(-1) ?? []).filter((entry) => entry.column === -1).map((entry) => entry.piece);
  return { columns, rows, rest, model };
}

function rowsOf(entries: readonly Placed[], rowCount: number): Placed[][] {
  return Array.from({ length: rowCount }, (_, row) => entries.filter((entry) => entry.row === row));
}

interface Burst {
  readonly numbers: readonly { readonly number: number; readonly line: number }[];
  readonly segment: Segment;
}

/** Numbers that follow each other, and the text up to the next ones: as many rows as numbers. */
function burstsOf(items: readonly StreamItem[]): Burst[] {
  const bursts: { numbers: { number: number; line: number }[]; pieces: Piece[] }[] = [];
  for (const item of items) {
    const last = bursts.at(-1);
    if ('piece' in item) last?.pieces.push(item.piece);
    else if (last && last.pieces.length === 0) last.numbers.push(item);
    else bursts.push({ numbers: [item], pieces: [] });
  }
  return bursts.map(({ numbers, pieces }, index) => ({
    numbers,
    segment: { pieces, rowCount: numbers.length, mayCarry: false, mayTrail: index === bursts.length - 1 },
  }));
}
