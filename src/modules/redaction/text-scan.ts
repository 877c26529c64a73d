import { type DigitStretch, digitStretches } from './digit-stretches.ts';
import type { FindingContext } from './finding.ts';
import { type LabelKind, labelBefore, labelOf } from './labels.ts';
import { plainText } from './plain-text.ts';
import { CELL, type TextCell, type TextTable, tablesIn } from './table-text.ts';

/** One text prepared once for all detectors. Every offset is one of the text given. */
export interface TextScan {
  readonly text: string;
  readonly plain: string;
  readonly context: FindingContext;
  readonly stretches: readonly DigitStretch[];
  readonly tables: readonly TextTable[];
  /** What the column's head or the words before say that the value beginning at `start` is. */
  labelAt(start: number): LabelKind | null;
  tableAt(start: number): TextTable | null;
  /** Whether the offset lies inside a web address. */
  inAddressOfPage(start: number): boolean;
}

const PAGE_ADDRESS = /(?:https?:\/\/|ftp:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/gi;

export function scanText(text: string, context: FindingContext = {}): TextScan {
  return scanPlain(text, plainText(text), context);
}

/** @param plain as long as the text; may hold the borders of cells and rows */
export function scanPlain(text: string, plain: string, context: FindingContext): TextScan {
  const tables = cellAlone(plain, context) ?? tablesIn(plain);
  const pages = [...plain.matchAll(PAGE_ADDRESS)].map((m) => ({ start: m.index, end: m.index + m[0].length }));
  const tableAt = (start: number) => within(tables, start);
  const isAlone = tables[0]?.labels.length === 1;
  const labels = new Map<number, LabelKind | null>();
  const labelAt = (start: number) => {
    let label = labels.get(start);
    if (label === undefined) {
      // In a cell that is searched alone its own words come first: 李四，电话138… under the head 备注.
      const cell = within<TextCell>(tableAt(start)?.cells ?? [], start)?.label ?? null;
      label = cell === null || isAlone ? (labelBefore(plain, start) ?? cell) : cell;
      labels.set(start, label);
    }
    return label;
  };
  return {
    text,
    plain,
    context,
    stretches: digitStretches(plain),
    tables,
    tableAt,
    labelAt,
    inAddressOfPage: (start) => within(pages, start) !== null,
  };
}

const LONGEST_HEAD = 20;

/** One cell searched by itself, with the head of its column as the heading. */
function cellAlone(plain: string, { kind, heading = '' }: FindingContext): TextTable[] | null {
  const label = kind === 'table' && heading.length <= LONGEST_HEAD ? labelOf(plainText(heading)) : null;
  if (label === null || plain.includes(CELL)) return null;
  const cell = { start: 0, end: plain.length, row: 0, label };
  return [{ labels: [label], start: 0, end: plain.length, cells: [cell] }];
}

/** Binary search: spans are in order and do not overlap. */
function within<Span extends { readonly start: number; readonly end: number }>(
  spans: readonly Span[],
  at: number,
): Span | null {
  let [low, high] = [0, spans.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const span = spans[middle] as Span;
    if (at < span.start) high = middle - 1;
    else if (at >= span.end) low = middle + 1;
    else return span;
  }
  return null;
}
