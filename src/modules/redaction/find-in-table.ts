import { findInScan } from './find-personal-data.ts';
import type { Finding, FindingContext } from './finding.ts';
import { plainText } from './plain-text.ts';
import { CELL, ROW } from './table-text.ts';
import { scanPlain } from './text-scan.ts';

/** A finding in one cell; offsets are those of the cell's text. */
export interface CellFinding {
  readonly row: number;
  readonly column: number;
  readonly finding: Finding;
}

/**
 * Personal data in a table. The rows with the heads of the columns are among the rows and are found by their words; a
 * number parted by the border of cells gives one finding for each cell that has a piece of it.
 */
export function findInTable(rows: readonly (readonly string[])[], context: FindingContext = {}): CellFinding[] {
  const places: { row: number; column: number; start: number; end: number }[] = [];
  let text = '';
  for (const [row, cells] of rows.entries()) {
    if (row > 0) text += ROW;
    for (const [column, cell] of cells.entries()) {
      if (column > 0) text += CELL;
      places.push({ row, column, start: text.length, end: text.length + cell.length });
      text += cell;
    }
  }
  const plain = rows.map((cells) => cells.map(plainText).join(CELL)).join(ROW);
  const found: CellFinding[] = [];
  let place = 0;
  for (const finding of findInScan(scanPlain(text, plain, { kind: 'table', ...context }))) {
    while ((places[place]?.end ?? Number.POSITIVE_INFINITY) <= finding.start) place++;
    for (let at = place; (places[at]?.start ?? Number.POSITIVE_INFINITY) < finding.end; at++) {
      const cell = places[at];
      if (cell && cell.end > finding.start) found.push(pieceOf(finding, cell));
    }
  }
  return found;
}

function pieceOf(finding: Finding, cell: { row: number; column: number; start: number; end: number }): CellFinding {
  const from = Math.max(finding.start, cell.start);
  const to = Math.min(finding.end, cell.end);
  const masked = finding.masked.slice(from - finding.start, to - finding.start);
  const piece = { ...finding, start: from - cell.start, end: to - cell.start, masked };
  return { row: cell.row, column: cell.column, finding: piece };
}

/** The rows with every finding masked. */
export function maskRows(rows: readonly (readonly string[])[], findings: readonly CellFinding[]): string[][] {
  const masked = rows.map((cells) => [...cells]);
  for (const { row, column, finding } of findings) {
    const cell = masked[row]?.[column];
    if (cell === undefined) continue;
    (masked[row] as string[])[column] = cell.slice(0, finding.start) + finding.masked + cell.slice(finding.end);
  }
  return masked;
}
