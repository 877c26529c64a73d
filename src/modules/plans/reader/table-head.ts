import { type Grid, type GridRow, rowKey, soleCell } from './grid.ts';
import { headerRole } from './header-words.ts';
import { foldKey, isHeadingText, joinLines } from './source-text.ts';
import { taskNumber } from './task-number.ts';

export interface TableHead {
  /** Printed heading of each column, '' where there is none. */
  readonly headings: readonly string[];
  /** First row after title and heading rows. */
  readonly firstRow: number;
  readonly hasHeadings: boolean;
  /** Texts of rows above the headings that one cell fills: the table's own title. */
  readonly titles: readonly string[];
  readonly keys: ReadonlySet<string>;
}

const ROWS_LOOKED_AT = 12;
const LONGEST_HEADING = 24;

/** Finds heading rows (also of two storeys) near the top of a table; a table without them has `hasHeadings` false. */
export function readHead(grid: Grid): TableHead {
  const titles: string[] = [];
  for (const row of grid.rows.slice(0, ROWS_LOOKED_AT)) {
    if (isHeadingRow(row)) return headFrom(grid, row.index, titles);
    const sole = soleCell(row, grid.table.columnCount);
    if (sole) titles.push(joinLines(sole.text));
    else if (row.own.length > 0 && titles.length + 1 < row.index) break;
  }
  return {
    headings: [],
    firstRow: firstContent(grid),
    hasHeadings: false,
    titles: leadingTitles(grid),
    keys: new Set(),
  };
}

/** Whether a row in the midst of a table repeats headings, as printers and converters do on every page. */
export function isHeadingRow(row: GridRow): boolean {
  const cells = [...new Set(row.at)].filter((cell) => cell !== undefined && cell.text.trim() !== '');
  if (cells.length < 2) return false;
  if (cells.some((cell) => foldKey(cell?.text ?? '').length > LONGEST_HEADING)) return false;
  if (cells.some((cell) => taskNumber(cell?.text ?? '') !== null)) return false;
  const roles = cells.flatMap((cell) => headerRole(cell?.text ?? '') ?? []);
  const kinds = new Set(roles);
  return (
    kinds.size >= Math.min(3, cells.length) &&
    roles.length * 2 >= cells.length &&
    (kinds.size >= 3 || isShortTable(row))
  );
}

function isShortTable(row: GridRow): boolean {
  return row.at.length <= 3;
}

function headFrom(grid: Grid, index: number, titles: string[]): TableHead {
  const rows = [grid.rows[index]];
  const second = grid.rows[index + 1];
  if (second && isSecondStorey(grid.rows[index], second)) rows.push(second);
  const headings = Array.from({ length: grid.table.columnCount }, (_, column) => {
    const path = [...new Set(rows.map((row) => row?.at[column]))].flatMap((cell) => (cell ? joinLines(cell.text) : []));
    const last = path.at(-1) ?? '';
    return headerRole(last) ? last : path.join('');
  });
  const keys = new Set(rows.map((row) => (row ? rowKey(row) : '')));
  return { headings, firstRow: index + rows.length, hasHeadings: true, titles, keys };
}

/** 责任单位 over 牵头 | 配合: a joined heading above, short words below, no number yet. */
function isSecondStorey(first: GridRow | undefined, second: GridRow): boolean {
  const wide = first?.own.some((cell) => cell.columnSpan > 1);
  const tall = first?.own.some((cell) => cell.rowSpan > 1);
  if (!wide && !tall) return false;
  const shorts = second.own.every((cell) => foldKey(cell.text).length <= 10);
  const named = second.own.some((cell) => headerRole(cell.text) !== null);
  return second.own.length > 0 && shorts && named && !second.own.some((cell) => taskNumber(cell.text) !== null);
}

function leadingTitles(grid: Grid): string[] {
  return grid.rows.slice(0, firstContent(grid)).flatMap((row) => row.own.map((cell) => joinLines(cell.text)));
}

/**
 * Rows at the top that are blank or hold one text in the first column are the document's title or narrative (a sheet
 * may hold both); the heading of a group just above the first full row belongs to the rows.
 */
function firstContent(grid: Grid): number {
  let index = 0;
  for (const row of grid.rows) {
    const sole = soleCell(row, grid.table.columnCount);
    if (row.own.length > 0 && (sole === null || sole.column > 0)) break;
    index += 1;
  }
  const above = grid.rows[index - 1];
  const sole = above ? soleCell(above, grid.table.columnCount) : null;
  return sole && isGroupHeading(sole.text, sole.columnSpan > 1) ? index - 1 : index;
}

function isGroupHeading(text: string, wide: boolean): boolean {
  const words = joinLines(text);
  if (isHeadingText(words)) return true;
  return wide && words.length <= 30 && !/要点|分解|任务表|清单|附件|计划|[。：:]/.test(words);
}
