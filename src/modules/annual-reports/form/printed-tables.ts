import { cellOf } from './cells.ts';
import type { CellId, FormColumn, FormRow, StatutoryForm } from './form-shape.ts';

/** A cell of the printed form; joined cells stand at their first place. */
export interface PrintedCell {
  /** Words of the form; empty where a figure stands. */
  readonly text: string;
  /** Heading of a column or a row. */
  readonly heading: 'column' | 'row' | null;
  /** The figure that stands here. */
  readonly cell: CellId | null;
  readonly columns: number;
  readonly rows: number;
}

export interface PrintedTable {
  readonly part: 'p2' | 'p3' | 'p4';
  readonly title: string;
  /** Widths of the columns, as shares of the whole that sum to 100. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly PrintedCell[])[];
}

/** The three tables with their joined cells as the office prints them. */
export function printedTables(form: StatutoryForm): readonly PrintedTable[] {
  return [contentTable(form), requestTable(form), proceedingTable(form)];
}

const CONTENT_COLUMNS = 4;

function contentTable({ part2, parts }: StatutoryForm): PrintedTable {
  const rows = part2.flatMap(({ caption, columns, rows: lines }) => {
    // Fewer figures than columns: the last ones reach over the rest.
    const wide = CONTENT_COLUMNS - columns.length;
    return [
      [words(caption, 'column', CONTENT_COLUMNS)],
      [words('信息内容', 'column'), ...columns.map(({ label }) => words(label, 'column', wide))],
      ...lines.map((line) => [
        words(line.label, 'row'),
        ...columns.map((column) => figure(cellOf('p2', line.code, column.code), wide)),
      ]),
    ];
  });
  return { part: 'p2', title: parts[1] ?? '', widths: [34, 22, 22, 22], rows };
}

/** Columns that hold the words of a row: item, group, leaf. */
const LABEL_COLUMNS = 3;

function requestTable({ part3, parts }: StatutoryForm): PrintedTable {
  const { columns, rows, note, heading } = part3;
  const [upper, lower] = joinedHeads(columns);
  return {
    part: 'p3',
    title: parts[2] ?? '',
    widths: [9, 10, 25, 8, 8, 8, 8, 8, 8, 8],
    rows: [
      [words(note, 'column', LABEL_COLUMNS, 3), words(heading, 'column', columns.length)],
      upper,
      lower,
      ...rows.flatMap((row) => requestRows(row, LABEL_COLUMNS, columns)),
    ],
  };
}

/** @param room columns left for the words of this row and those below it */
function requestRows(row: FormRow, room: number, columns: readonly FormColumn[]): PrintedCell[][] {
  if (!row.rows)
    return [[words(row.label, 'row', room), ...columns.map(({ code }) => figure(cellOf('p3', row.code, code)))]];
  const [first = [], ...rest] = row.rows.flatMap((below) => requestRows(below, room - 1, columns));
  return [[words(row.label, 'row', 1, rest.length + 1), ...first], ...rest];
}

/** Two rows of headings: what stands alone reaches over both. */
function joinedHeads(columns: readonly FormColumn[]): [PrintedCell[], PrintedCell[]] {
  const upper: PrintedCell[] = [];
  const lower: PrintedCell[] = [];
  for (const [at, { label, under }] of columns.entries()) {
    if (under === undefined) {
      upper.push(words(label, 'column', 1, 2));
      continue;
    }
    if (columns[at - 1]?.under !== under)
      upper.push(words(under, 'column', columns.filter((one) => one.under === under).length));
    lower.push(words(label, 'column'));
  }
  return [upper, lower];
}

function proceedingTable({ part4, parts }: StatutoryForm): PrintedTable {
  const { groups, columns } = part4;
  const each = columns.length;
  const alone = groups.filter(({ under }) => under === undefined);
  const joined = groups.filter(({ under }) => under !== undefined);
  const heads = (rows: number) => columns.map(({ label }) => words(label, 'column', 1, rows));
  return {
    part: 'p4',
    title: parts[3] ?? '',
    widths: groups.flatMap(() => columns.map(() => 100 / (groups.length * each))),
    rows: [
      [
        ...alone.map(({ label }) => words(label, 'column', each)),
        words(joined[0]?.under ?? '', 'column', each * joined.length),
      ],
      [...alone.flatMap(() => heads(2)), ...joined.map(({ label }) => words(label, 'column', each))],
      joined.flatMap(() => heads(1)),
      groups.flatMap((group) => columns.map((column) => figure(cellOf('p4', group.code, column.code)))),
    ],
  };
}

function words(text: string, heading: 'column' | 'row', columns = 1, rows = 1): PrintedCell {
  return { text, heading, cell: null, columns: Math.max(1, columns), rows };
}

function figure(cell: CellId, columns = 1): PrintedCell {
  return { text: '', heading: null, cell, columns: Math.max(1, columns), rows: 1 };
}
