import type { SourceCell, SourceTable } from './source-document.ts';
import type { Placed } from './txt-assign.ts';
import type { TxtHeader } from './txt-header.ts';
import { isOuter } from './txt-model.ts';
import { neededColumns, type StreamReading, type StreamRow } from './txt-stream.ts';

/** The table that a stream was read as, with the header's columns; a missing name or category belongs to the row above. */
export function tableOfStream(header: TxtHeader, reading: StreamReading, headerLine: number): SourceTable {
  const columnCount = header.headings.length;
  const cells: SourceCell[] = header.headings.map((text, column) => cellAt(0, column, text, headerLine));
  const numberColumn = header.roles.indexOf('number');
  // Index of the cell that names the rows below, by column.
  const heads = new Map<number, number>();
  let at = 0;
  for (const row of reading.rows) {
    for (const group of reading.groups.filter(({ before }) => before === row.number)) {
      at++;
      cells.push({ ...cellAt(at, 0, group.text, group.line), columnSpan: columnCount });
      heads.clear();
    }
    at++;
    if (numberColumn >= 0) cells.push(cellAt(at, numberColumn, String(row.number), row.line));
    addTexts(cells, heads, at, row, reading);
  }
  const doubt = wholeDoubt(reading);
  const table = { kind: 'table', rowCount: at + 1, columnCount, cells, place: { line: headerLine } } as const;
  return doubt ? { ...table, doubt } : table;
}

/** Where many rows are doubted the others are no better: the dump's order is not that of the rows. */
function wholeDoubt({ rows, columns }: StreamReading): string | undefined {
  const needed = neededColumns(columns);
  const isWeak = ({ entries }: StreamRow) =>
    entries.some(({ doubt }) => doubt) || !needed.every((index) => entries.some(({ column }) => column === index));
  return rows.filter(isWeak).length > rows.length * 0.3
    ? '文本的先后顺序与表格各行不一致，各行文字多按推断归位，请逐行对照原文，或改用 Word、PDF、Excel 原件'
    : undefined;
}

function addTexts(
  cells: SourceCell[],
  heads: Map<number, number>,
  at: number,
  row: StreamRow,
  reading: StreamReading,
): void {
  reading.columns.forEach((column, index) => {
    const entries = row.entries.filter((entry) => entry.column === index);
    const above = heads.get(column.index);
    if (entries.length === 0 && column.isHead && above !== undefined) stretch(cells, above);
    else {
      if (entries.length > 0) heads.set(column.index, cells.length);
      cells.push(cellOfEntries(at, column.index, entries, row, reading));
    }
  });
}

function stretch(cells: SourceCell[], index: number): void {
  const cell = cells[index];
  if (cell) cells[index] = { ...cell, rowSpan: cell.rowSpan + 1 };
}

function cellAt(row: number, column: number, text: string, line: number): SourceCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, place: { line } };
}

function cellOfEntries(
  row: number,
  column: number,
  entries: readonly Placed[],
  { line }: StreamRow,
  reading: StreamReading,
): SourceCell {
  const doubt = entries.find((entry) => entry.doubt)?.doubt ?? mixedHeads(reading, entries);
  const text = textOfEntries(entries, reading);
  return { ...cellAt(row, column, text, entries[0]?.piece.line ?? line), ...(doubt ? { doubt } : {}) };
}

/** Categories that change from row to row are hardly categories: the dump ran them together with the names. */
function mixedHeads({ rows, columns }: StreamReading, [first]: readonly Placed[]): string | undefined {
  if (!first || !isOuter(columns, first.column)) return undefined;
  const own = rows.filter((row) => row.entries.some(({ column }) => column === first.column)).length;
  return rows.length >= 8 && own > rows.length * 0.3
    ? '文本中类别与任务名称连在一起，分界按内容推断，请对照原文'
    : undefined;
}

/** Full lines were wrapped and grow together again; a line that ended early stays one. */
function textOfEntries(entries: readonly Placed[], { model, columns }: StreamReading): string {
  let text = '';
  entries.forEach((entry, index) => {
    const before = entries[index - 1];
    if (before) text += separator(before, entry, model, columns[entry.column]?.role ?? 'other');
    text += entry.piece.text;
  });
  return text;
}

function separator(before: Placed, after: Placed, model: StreamReading['model'], role: string): string {
  if (after.piece.joint === 'glued') return ' ';
  if (role === 'deadline') return before.piece.isDeadline && after.piece.isDeadline ? '\n' : '';
  const isList = role === 'units' || role === 'lead' || role === 'support';
  if (!isList) return /[A-Za-z]$/.test(before.piece.text) && /^[A-Za-z]/.test(after.piece.text) ? ' ' : '';
  return model.room(before.piece, after.piece, before.column) > 1.5 ? '\n' : '';
}
