import type { BreakdownPart } from './breakdown-tables.ts';
import { type GridRow, soleCell } from './grid.ts';
import type { UnitRole } from './plan-reading.ts';
import type { Place, SourceCell } from './source-document.ts';
import { foldKey, isHeadingText, joinLines } from './source-text.ts';
import { gluedNumber, isChineseNumber, taskNumber } from './task-number.ts';

/** One text of a row. `shared` says that the cell began in a row above (joined cells). */
export interface RowText {
  readonly text: string;
  readonly shared: boolean;
  /** Why the format's reader was not sure of the cell. */
  readonly doubt?: string;
}

export interface RowUnits extends RowText {
  readonly role: UnitRole;
}

/** A table row with its columns named, before rows become tasks. */
export interface TaskRow {
  readonly number: number | null;
  readonly numberText: string;
  readonly numberShared: boolean;
  readonly category: RowText | null;
  readonly name: RowText | null;
  readonly content: RowText;
  readonly units: readonly RowUnits[];
  readonly deadline: RowText | null;
  /** Headings of groups above this row, outermost first: [一、…, （一）…]. */
  readonly headings: readonly string[];
  readonly place: Place;
  /** First row of a piece that goes on from the page or table before. */
  readonly opensPart: boolean;
  /** First row after the headings changed. */
  readonly opensGroup: boolean;
}

const NOTE = /^(?:注|备注|说明|填表说明|附注|附|合计|总计|共计)\s*[:：]?|^(?:\*|★|▲|※)(?:号)?(?:为|表示|代表)/;

const SUM = /^(?:合计|总计|共计|小计)[:：]?$/;

/** Rows that carry tasks, in reading order; headings of groups become part of the rows below, notes are left out. */
export function readRows(parts: readonly BreakdownPart[]): TaskRow[] {
  const rows: TaskRow[] = [];
  let headings: string[] = [];
  let opensGroup = true;
  const inChapters = parts.filter((part) => part.chapter.length > 0).length >= 2;
  for (const part of parts) {
    let opensPart = part.continues;
    if (inChapters && part.chapter.length > 0) {
      headings = part.chapter.reduce<string[]>(nest, []);
      [opensPart, opensGroup] = [false, true];
    }
    for (const row of part.rows) {
      if (row.own.length === 0 && isBlank(row)) continue;
      if (SUM.test(foldKey(row.own[0]?.text ?? ''))) continue;
      const heading = headingOf(row, part);
      if (heading !== null) {
        if (!NOTE.test(heading)) headings = nest(headings, heading);
        opensGroup = true;
        continue;
      }
      rows.push({ ...readRow(row, part), headings, opensPart, opensGroup });
      opensPart = false;
      opensGroup = false;
    }
  }
  return rows;
}

function isBlank(row: GridRow): boolean {
  return row.at.every((cell) => cell === undefined || cell.text.trim() === '');
}

/** Text of a row that is the heading of a group (or a note): one cell across, or a numeral and a title and nothing else. */
function headingOf(row: GridRow, part: BreakdownPart): string | null {
  const { roles } = part;
  const sole = soleCell(row, roles.columnCount);
  if (sole) {
    const text = joinLines(sole.text);
    // A lone content cell is a broken row going on, unless it reaches over the unit or deadline column or is numbered.
    const wide = sole.columnSpan > roles.columnCount / 2;
    const titled = isHeadingText(text) || NOTE.test(text);
    return wide || titled || (sole.column === 0 && roles.content !== 0 && text.length > 3) ? text : null;
  }
  const texts = [...new Set(row.at)].filter((cell) => cell !== undefined && cell.text.trim() !== '');
  const [first, second] = texts;
  if (texts.length !== 2 || !first || !second || first.row !== row.index || second.row !== row.index) return null;
  const numeral = foldKey(first.text);
  const taken = [roles.deadline, ...roles.units.map((u) => u.column)].some(
    (c) => c !== null && covers(second, c) && second.columnSpan === 1,
  );
  if (taken || !isChineseNumber(numeral) || /。$/.test(second.text.trim())) return null;
  return `${joinLines(first.text).replace(/[、.．]$/, '')}、${joinLines(second.text)}`;
}

function covers(cell: SourceCell, column: number): boolean {
  return column >= cell.column && column < cell.column + cell.columnSpan;
}

function nest(headings: readonly string[], text: string): string[] {
  const isInner = /^[（(][一二三四五六七八九十]+[）)]/.test(text);
  return isInner && headings[0] !== undefined && !/^[（(]/.test(headings[0]) ? [headings[0], text] : [text];
}

function readRow(row: GridRow, part: BreakdownPart): Omit<TaskRow, 'headings' | 'opensPart' | 'opensGroup'> {
  const { roles } = part;
  const text = (column: number | null): RowText | null => {
    if (column === null) return null;
    const cell = row.at[column];
    const read = { text: cell?.text.trim() ?? '', shared: cell !== undefined && cell.row < row.index };
    return cell?.doubt === undefined ? read : { ...read, doubt: cell.doubt };
  };
  const number = text(roles.number);
  const content = text(roles.content) ?? { text: '', shared: false };
  const name = text(roles.name);
  return {
    number: number ? taskNumber(number.text) : null,
    numberText: number?.text ?? '',
    numberShared: number?.shared ?? false,
    category: text(roles.category),
    // A cell that covers name and content has one text for both: it is the content.
    name: sameCell(row, roles.name, roles.content) ? null : name,
    content,
    units: roles.units.map(({ column, role }) => ({ ...(text(column) ?? { text: '', shared: false }), role })),
    deadline: sameCell(row, roles.deadline, roles.content) ? null : text(roles.deadline),
    place: placeOf(row, part),
  };
}

function sameCell(row: GridRow, a: number | null, b: number | null): boolean {
  return a !== null && b !== null && row.at[a] !== undefined && row.at[a] === row.at[b];
}

/** The row's own place, with the box around all its cells where the format knows boxes. */
function placeOf(row: GridRow, part: BreakdownPart): Place {
  const base = row.own[0]?.place ?? row.at.find((cell) => cell !== undefined)?.place ?? part.grid.table.place;
  const boxes = row.own.flatMap((cell) => (cell.place.box && cell.place.page === base.page ? [cell.place.box] : []));
  if (boxes.length === 0) return base;
  const x = Math.min(...boxes.map((b) => b.x));
  const y = Math.min(...boxes.map((b) => b.y));
  const right = Math.max(...boxes.map((b) => b.x + b.width));
  const bottom = Math.max(...boxes.map((b) => b.y + b.height));
  return { ...base, box: { x, y, width: right - x, height: bottom - y } };
}

/** Numbers printed at the head of the text itself (1.做好…) when no column holds them: only if nearly every row has one. */
export function withGluedNumbers(rows: readonly TaskRow[]): TaskRow[] {
  if (rows.some((row) => row.number !== null) || rows.length < 2) return [...rows];
  const read = rows.map((row) => gluedNumber(leadingText(row)));
  const inOrder = read.filter(
    (r, i) => r !== null && (i === 0 || r.number === (read[i - 1]?.number ?? r.number - 1) + 1),
  );
  if (inOrder.length < rows.length * 0.8) return [...rows];
  return rows.map((row, i) => {
    const found = read[i];
    if (!found) return row;
    const inName = row.name !== null && row.name.text !== '' && !row.name.shared;
    const numbered = { ...row, number: found.number, numberText: String(found.number) };
    if (inName && row.name) return { ...numbered, name: { ...row.name, text: found.rest } };
    return { ...numbered, content: { ...row.content, text: found.rest } };
  });
}

function leadingText(row: TaskRow): string {
  return row.name !== null && row.name.text !== '' && !row.name.shared ? row.name.text : row.content.text;
}
