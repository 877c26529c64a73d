import { headerRole } from './header-words.ts';
import type { SourceBlock, SourceCell } from './source-document.ts';
import { foldKey } from './source-text.ts';
import { taskNumber } from './task-number.ts';
import type { TxtLine } from './txt-lines.ts';

interface TabbedRow {
  readonly line: number;
  readonly fields: string[];
  readonly pageBefore: boolean;
}

/** Whether most lines are rows whose cells tabs part. */
export function isTabbed(lines: readonly TxtLine[]): boolean {
  const tabbed = lines.filter((line) => line.text.includes('\t')).length;
  return tabbed >= 3 && tabbed >= lines.length * 0.5;
}

/** @param columnCount of the header, 0 when there is none */
export function tabbedTable(lines: readonly TxtLine[], columnCount: number): SourceBlock[] {
  const rows = healed(wholeRows(lines, columnCount || widest(lines)));
  const isRow = (row: TabbedRow) => row.fields.length > 1;
  const first = rows.findIndex(isRow);
  const last = rows.findLastIndex(isRow);
  const inside = rows.slice(first, last + 1);
  const width = Math.max(...inside.map((row) => row.fields.length));
  const cells = inside.flatMap((row, index) =>
    row.fields.map((text, column) => cellOf(row, index, column, text, width)),
  );
  const place = { line: inside[0]?.line ?? 1 };
  return [
    ...rows.slice(0, first).map(paragraph),
    { kind: 'table', rowCount: inside.length, columnCount: width, cells, place },
    ...rows.slice(last + 1).map(paragraph),
  ];
}

function paragraph(row: TabbedRow): SourceBlock {
  return { kind: 'paragraph', text: row.fields.join(' '), place: { line: row.line } };
}

/** A line without tabs between rows is a heading across the whole table. */
function cellOf(row: TabbedRow, index: number, column: number, text: string, width: number): SourceCell {
  const columnSpan = row.fields.length === 1 ? width : 1;
  return { row: index, column, rowSpan: 1, columnSpan, text, place: { line: row.line } };
}

function widest(lines: readonly TxtLine[]): number {
  return Math.max(...lines.map((line) => fieldsOf(line).length));
}

function fieldsOf(line: TxtLine): string[] {
  return line.text.split('\t').map((field) => field.trim());
}

/** A line end inside a cell cuts a row in two: both halves together have as many cells as the table. */
function wholeRows(lines: readonly TxtLine[], columnCount: number): TabbedRow[] {
  const rows: TabbedRow[] = [];
  for (const line of lines) {
    const fields = fieldsOf(line);
    const open = rows.at(-1);
    const total = (open?.fields.length ?? 0) + fields.length - 1;
    if (
      open &&
      open.fields.length > 1 &&
      open.fields.length < columnCount &&
      total <= columnCount &&
      !startsRow(fields)
    ) {
      open.fields[open.fields.length - 1] += `\n${fields[0] ?? ''}`;
      open.fields.push(...fields.slice(1));
    } else rows.push({ line: line.line, fields, pageBefore: line.pageBefore });
  }
  return rows;
}

function startsRow(fields: readonly string[]): boolean {
  return fields.length > 1 && taskNumber(fields[0] ?? '') !== null;
}

/** Takes out headers repeated on later pages and joins the rows that page breaks cut. */
function healed(rows: readonly TabbedRow[]): TabbedRow[] {
  const header = rows.find((row) => row.fields.length > 2 && row.fields.every((field) => headerRole(field) !== null));
  const numberColumn = header?.fields.findIndex((field) => headerRole(field) === 'number') ?? -1;
  const result: TabbedRow[] = [];
  let afterHeader = false;
  for (const row of rows) {
    const isRepeated = header !== undefined && row !== header && keyOf(row) === keyOf(header);
    const above = result.at(-1);
    if (isRepeated) afterHeader = true;
    else {
      const isTop = afterHeader || row.pageBefore;
      if (isTop && above && numberColumn >= 0 && isRest(row, above, numberColumn)) append(above, row);
      else result.push(row);
      afterHeader = false;
    }
  }
  return result;
}

function keyOf(row: TabbedRow): string {
  return row.fields.map(foldKey).join('|');
}

/** A row at a page top without a number, and with empty cells, is the rest of the last one. */
function isRest(row: TabbedRow, above: TabbedRow, numberColumn: number): boolean {
  if (row.fields.length < 2 || above.fields.length < 2) return false;
  const others = row.fields.filter((field, column) => column !== numberColumn && field !== '');
  return row.fields[numberColumn] === '' && others.length < above.fields.length - 1;
}

function append(above: TabbedRow, row: TabbedRow): void {
  row.fields.forEach((field, column) => {
    above.fields[column] = `${above.fields[column] ?? ''}${field}`;
  });
}
