import type { Segment } from './txt-assign.ts';
import type { Piece, StreamItem } from './txt-pieces.ts';

type NumberItem = Extract<StreamItem, { number: number }>;

/** A segment with the numbers of its rows. */
export interface CountedSegment extends Segment {
  readonly numbers: readonly NumberItem[];
}

/** Numbers that follow each other, and the text up to the next ones: as many rows as numbers. */
export function segmentsByNumber(items: readonly StreamItem[]): CountedSegment[] {
  const bursts: { numbers: NumberItem[]; pieces: Piece[] }[] = [];
  for (const item of items) {
    const last = bursts.at(-1);
    if ('piece' in item) last?.pieces.push(item.piece);
    else if ('group' in item) continue;
    else if (last && last.pieces.length === 0) last.numbers.push(item);
    else bursts.push({ numbers: [item], pieces: [] });
  }
  return bursts.map(({ numbers, pieces }, index) => ({
    numbers,
    pieces,
    rowCount: numbers.length,
    isTop: false,
    mayCarry: false,
    mayTrail: index === bursts.length - 1,
  }));
}

/** The pages named as one segment each, the others by their numbers. */
export function segmentsByPage(items: readonly StreamItem[], pages: ReadonlySet<number>): CountedSegment[] {
  const runs: { isWhole: boolean; page: number; items: StreamItem[] }[] = [];
  for (const item of items) {
    const isWhole = pages.has(item.page);
    const last = runs.at(-1);
    if (last && (isWhole ? last.page === item.page : !last.isWhole)) last.items.push(item);
    else runs.push({ isWhole, page: item.page, items: [item] });
  }
  return runs.flatMap((run, index) => {
    if (run.isWhole) return [pageSegment(run.items, index > 0, true)];
    return leading(run.items, index > 0).concat(withTrail(segmentsByNumber(run.items), index === runs.length - 1));
  });
}

/** What stands before the first number of a page: the rest of the row before. */
function leading(items: readonly StreamItem[], mayCarry: boolean): CountedSegment[] {
  const end = items.findIndex((item) => 'number' in item);
  const before = items.slice(0, end < 0 ? items.length : end);
  return before.length > 0 && mayCarry ? [pageSegment(before, true, false)] : [];
}

function withTrail(segments: readonly CountedSegment[], isLast: boolean): CountedSegment[] {
  return segments.map((segment, index) => ({ ...segment, mayTrail: isLast && index === segments.length - 1 }));
}

/** Rows are counted by value, in whatever order the dump gave the numbers. */
function pageSegment(items: readonly StreamItem[], mayCarry: boolean, mayTrail: boolean): CountedSegment {
  const numbers = items.filter((item) => 'number' in item).toSorted((a, b) => a.number - b.number);
  const pieces: Piece[] = [];
  const marks = new Map<number, number[]>();
  for (const item of items) {
    if ('piece' in item) pieces.push(item.piece);
    else if ('number' in item) marks.set(pieces.length, [...(marks.get(pieces.length) ?? []), numbers.indexOf(item)]);
  }
  return { numbers, pieces, rowCount: numbers.length, isTop: false, mayCarry, mayTrail, marks };
}
