import { OfficePackage } from '../office/office-package.ts';
import { readSharedStrings } from '../office/shared-strings.ts';
import { type ReadCell, SheetReader } from '../office/sheet.ts';
import { readCellStyles } from '../office/sheet-styles.ts';
import { sheetsOf } from '../office/workbook.ts';
import { walkXml } from '../office/xml-walk.ts';
import type { JudgedFile } from '../opening/judge-kind.ts';
import { broken } from '../opening/refusal.ts';
import type { PreviewTable } from '../preview.contract.ts';
import { cellWords } from './cell-words.ts';

const MOST_SHEETS = 10;
const MOST_ROWS = 50;
const MOST_COLUMNS = 30;
const LONGEST_CELL = 300;

interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** The first rows of every sheet as people see them, hidden rows and sheets left out. */
export function previewSheets({ zip }: JudgedFile): PreviewTable[] {
  if (!zip) throw broken();
  const files = new OfficePackage(zip);
  const strings = readSharedStrings(files.xml('xl/sharedStrings.xml') ?? '');
  const styles = readCellStyles(files.xml('xl/styles.xml') ?? '');
  const shown = sheetsOf(files).filter((sheet) => !sheet.hidden);
  return shown.slice(0, MOST_SHEETS).map(({ name, part }) => {
    const cells = new Map<string, ReadCell>();
    const rows = new Set<number>();
    const merges: Merge[] = [];
    let more = false;
    const reader = new SheetReader(strings, (cell) => {
      const hidden =
        cell.rowHidden || reader.hiddenColumns.some(([from, to]) => cell.column >= from && cell.column <= to);
      if (hidden || cell.column > MOST_COLUMNS) return;
      more ||= rows.size >= MOST_ROWS && !rows.has(cell.row);
      if (rows.size >= MOST_ROWS && !rows.has(cell.row)) return;
      rows.add(cell.row);
      cells.set(`${cell.row},${cell.column}`, cell);
    });
    walkXml(files.xml(part) ?? '', {
      open: (tag, attributes) => {
        if (tag === 'mergeCell' && merges.length < 1000) merges.push(...mergeOf(attributes.ref ?? ''));
        reader.open(tag, attributes);
      },
      text: (text) => reader.text(text),
      close: (tag) => reader.close(tag),
    });
    const words = (cell: ReadCell | undefined) =>
      cell ? cellWords(cell, styles[cell.style]?.format ?? '').slice(0, LONGEST_CELL) : '';
    return { name, hidden: false, rows: grid(rows, cells, merges, words), more };
  });
}

function grid(
  rows: ReadonlySet<number>,
  cells: ReadonlyMap<string, ReadCell>,
  merges: readonly Merge[],
  words: (cell: ReadCell | undefined) => string,
): PreviewTable['rows'] {
  const numbers = [...rows].sort((a, b) => a - b);
  const columns = Math.max(0, ...[...cells.values()].map((cell) => cell.column));
  return numbers.map((row) => {
    const line: PreviewTable['rows'][number] = [];
    for (let column = 1; column <= columns; column++) {
      const merge = merges.find((m) => row >= m.top && row <= m.bottom && column >= m.left && column <= m.right);
      const corner = merge && merge.top === row && merge.left === column;
      if (merge && !corner) continue;
      const columnSpan = merge ? Math.min(merge.right, columns) - column + 1 : 1;
      const rowSpan = merge ? numbers.filter((number) => number >= row && number <= merge.bottom).length : 1;
      line.push({
        text: words(cells.get(`${row},${column}`)).toWellFormed(),
        ...(columnSpan > 1 ? { columnSpan } : {}),
        ...(rowSpan > 1 ? { rowSpan } : {}),
      });
    }
    return line;
  });
}

function mergeOf(reference: string): Merge[] {
  const match = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(reference);
  if (!match) return [];
  const column = (letters: string) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return [
    { left: column(match[1] ?? ''), top: Number(match[2]), right: column(match[3] ?? ''), bottom: Number(match[4]) },
  ];
}
