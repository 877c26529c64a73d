import {
  type AlignedColumns,
  cellsOfLine,
  columnsShifted,
  columnsUnder,
  crossesColumns,
  headerAmong,
  isGroupHeading,
} from './aligned-columns.ts';
import { type AlignedLine, alignedLine } from './aligned-rows.ts';
import { cellsOfRuns } from './aligned-runs.ts';
import { mergedRulings } from './layout-grid.ts';
import { linesOf, type TextLine } from './layout-lines.ts';
import type { LayoutPage } from './layout-page.ts';
import { taskNumber } from './task-number.ts';
import { textColumns } from './txt-stream.ts';

/** A page whose table shows only by alignment. */
export interface AlignedPage {
  readonly page: number;
  readonly isHeaded: boolean;
  readonly columns: AlignedColumns;
  readonly lines: readonly AlignedLine[];
  /** Row numbers and where they stand. */
  readonly anchors: readonly PlacedLine[];
  /** Headings of groups, across all columns. */
  readonly groups: readonly PlacedLine[];
  /** Heights of long horizontal rulings, and of what else parts rows for sure. */
  readonly rulings: readonly number[];
}

export interface PlacedLine {
  readonly y: number;
  readonly line: TextLine;
}

export interface SplitPage {
  readonly page: AlignedPage | undefined;
  readonly rest: readonly TextLine[];
}

/** Cuts a page above each header, so that each part goes on with one table or begins one. */
export function partsByHeader(page: LayoutPage): LayoutPage[] {
  const lines = linesOf(page.glyphs);
  const tops: number[] = [];
  for (let from = 0; from < lines.length; ) {
    const header = headerAmong(lines.slice(from));
    if (!header) break;
    if (from + header.start > 0) tops.push(lines[from + header.start]?.box.y ?? 0);
    from += header.end;
  }
  const bounds = [Number.NEGATIVE_INFINITY, ...tops, Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((bottom, index) => {
    const top = bounds[index] ?? bottom;
    return { ...page, glyphs: page.glyphs.filter(({ baseline }) => baseline >= top && baseline < bottom) };
  });
}

/**
 * @param before the page before, whose table may go on without a header when its numbers do
 * @param isDumped whether blanks alone keep the columns of a text apart
 */
export function splitPage(page: LayoutPage, before: AlignedPage | undefined, isDumped: boolean): SplitPage {
  const all = linesOf(page.glyphs);
  const header = headerAmong(all);
  const below = all.slice(header?.end ?? 0);
  const goneOn = before && isDumped ? columnsShifted(before.columns, below) : before?.columns;
  const columns = header ? columnsUnder(header, below) : goneOn;
  const nothing = { page: undefined, rest: all };
  if (!columns) return nothing;
  const cells = below.map((line) => (isDumped ? cellsOfRuns(line, columns) : cellsOfLine(line, columns.cuts)));
  const number = columns.roles.indexOf('number');
  const isAnchor = (index: number) => taskNumber(cells[index]?.[number]?.text ?? '') !== null;
  const stop = endOfTable(below, columns, isAnchor);
  const anchors = below.slice(0, stop).flatMap((_, index) => {
    const line = cells[index]?.[number];
    return line && isAnchor(index) ? [{ y: middleOf(line), line }] : [];
  });
  if (anchors.length === 0 || (!header && !goesOnCounting(before, anchors))) return nothing;
  const groups = below
    .slice(0, stop)
    .filter(isGroupHeading)
    .map((line) => ({ y: middleOf(line), line }));
  const texts = textColumns(columns.roles);
  const lines = below.slice(0, stop).flatMap((line, index) => {
    if (isGroupHeading(line)) return [];
    return alignedLine(
      middleOf(line),
      texts.map((column) => cells[index]?.[column.index]),
      page.number,
    );
  });
  const own = lines.filter((line) => line.pieces.some(Boolean));
  const rulings = [...longRulings(page), ...groups.map(({ y }) => y)];
  const rest = [...all.slice(0, header?.start ?? 0), ...below.slice(stop)];
  const isHeaded = header !== undefined;
  return {
    page: { page: page.number, isHeaded, columns, lines: own, anchors, groups, rulings },
    rest,
  };
}

function goesOnCounting(before: AlignedPage | undefined, anchors: readonly PlacedLine[]): boolean {
  const numbers = anchors.map(({ line }) => taskNumber(line.text) ?? 0);
  const last = taskNumber(before?.anchors.at(-1)?.line.text ?? '');
  return last !== null && numbers.some((value) => value === last + 1 || value === last + 2);
}

/** Index of the first line that is below the last row. */
function endOfTable(lines: readonly TextLine[], columns: AlignedColumns, isAnchor: (index: number) => boolean): number {
  const last = lines.findLastIndex((_, index) => isAnchor(index));
  if (last < 0) return 0;
  const isBelow = (line: TextLine, index: number) => crossesColumns(line, columns.cuts) || isApart(lines, index);
  const end = lines.findIndex((line, index) => index > last && !isGroupHeading(line) && isBelow(line, index));
  return end < 0 ? lines.length : end;
}

function longRulings({ rulings, width }: LayoutPage): number[] {
  return mergedRulings(rulings)
    .filter(({ direction, from, to }) => direction === 'horizontal' && to - from > width * 0.3)
    .map(({ at }) => at);
}

/** Text below a table stands apart from it further than the lines of any row. */
function isApart(lines: readonly TextLine[], index: number): boolean {
  const gaps = lines.slice(1).map((line, at) => middleOf(line) - middleOf(lines[at] ?? line));
  const usual = gaps.toSorted((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  // Columns whose lines stand at different heights make the usual gap narrower than a line is high.
  const leading = Math.max(usual, (lines[index]?.size ?? 0) * 1.6);
  return index > 0 && (gaps[index - 1] ?? 0) > leading * 2.5;
}

function middleOf(line: TextLine): number {
  return line.box.y + line.box.height / 2;
}
