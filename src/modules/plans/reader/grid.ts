import type { SourceCell, SourceTable } from './source-document.ts';
import { foldKey } from './source-text.ts';

/** A table with every position answered: a joined cell stands at all positions it covers. */
export interface Grid {
  readonly table: SourceTable;
  readonly rows: readonly GridRow[];
}

export interface GridRow {
  readonly index: number;
  readonly at: readonly (SourceCell | undefined)[];
  /** Cells that begin in this row and are not blank, from left to right. */
  readonly own: readonly SourceCell[];
}

const MOST_POSITIONS = 1_000_000;

/** Positions beyond the limit are left out: no plan is that large, a hostile span may be. */
export function gridOf(table: SourceTable): Grid {
  const columns = Math.max(1, table.columnCount);
  const rowCount = Math.min(table.rowCount, Math.floor(MOST_POSITIONS / columns));
  const positions: (SourceCell | undefined)[][] = Array.from({ length: rowCount }, () => []);
  const own: SourceCell[][] = Array.from({ length: rowCount }, () => []);
  for (const cell of table.cells) {
    if (cell.row >= rowCount) continue;
    if (cell.text.trim() !== '') own[cell.row]?.push(cell);
    for (let row = cell.row; row < Math.min(rowCount, cell.row + cell.rowSpan); row += 1) {
      const line = positions[row];
      if (!line) continue;
      for (let column = cell.column; column < Math.min(columns, cell.column + cell.columnSpan); column += 1) {
        line[column] ??= cell;
      }
    }
  }
  const rows = positions.map((at, index) => ({
    index,
    at,
    own: (own[index] ?? []).toSorted((a, b) => a.column - b.column),
  }));
  return { table, rows };
}

/** The only text of a row that one joined cell covers, or that leaves all its other cells empty; otherwise null. */
export function soleCell(row: GridRow, columnCount: number): SourceCell | null {
  const distinct = new Set(row.at.filter((cell) => cell !== undefined && cell.text.trim() !== ''));
  const [cell] = distinct;
  if (distinct.size !== 1 || !cell || cell.row !== row.index || columnCount < 2) return null;
  return cell;
}

export function rowKey(row: GridRow): string {
  return row.at.map((cell) => foldKey(cell?.text ?? '')).join('\u0001');
}
