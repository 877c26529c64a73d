import ExcelJS from 'exceljs';
import { findInTable, maskRows } from '../find-in-table.ts';
import { findPersonalData } from '../find-personal-data.ts';
import { maskText } from '../mask.ts';
import { maskRefusal } from '../refusal.ts';
import type { OfficeFinding } from './office-finding.ts';

/** What a reader of a sheet sees: rows and columns that are not hidden, values without their formulas. */
interface SeenSheet {
  readonly sheet: ExcelJS.Worksheet;
  readonly rows: readonly ExcelJS.Row[];
  readonly columns: readonly number[];
  readonly texts: string[][];
}

const MOST_CELLS = 2_000_000;

/** @throws AppError `mask-refused` when the file is locked or broken */
export async function openWorkbook(bytes: Uint8Array): Promise<SeenSheet[]> {
  const workbook = new ExcelJS.Workbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer as never);
  } catch (error) {
    throw maskRefusal('broken', '表格文件已损坏或加了密码，无法遮盖。请在原软件中重新保存为 .xlsx 后再上传。', error);
  }
  return workbook.worksheets.filter(({ state }) => state === 'visible').map(seen);
}

function seen(sheet: ExcelJS.Worksheet): SeenSheet {
  const width = sheet.columnCount;
  if (width * sheet.rowCount > MOST_CELLS)
    throw maskRefusal('too-big', '表格过大，无法处理。请删去空白的行列或拆分后再试。');
  const columns = Array.from({ length: width }, (_, at) => at + 1).filter((at) => !sheet.getColumn(at).hidden);
  const rows = Array.from({ length: sheet.rowCount }, (_, at) => sheet.getRow(at + 1)).filter((row) => !row.hidden);
  const texts = rows.map((row) => columns.map((column) => shownText(row.getCell(column))));
  return { sheet, rows, columns, texts };
}

function shownText(cell: ExcelJS.Cell): string {
  // A joined cell says its text once.
  if (cell.isMerged && cell.master.address !== cell.address) return '';
  const value = cell.result ?? cell.value;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'number') return Number.isSafeInteger(value) ? String(value) : cell.text;
  return typeof value === 'string' ? value : (cell.text ?? '');
}

export function foundInWorkbook(sheets: readonly SeenSheet[]): OfficeFinding[] {
  return sheets.flatMap(({ sheet, rows, texts }) =>
    findInTable(texts).map(({ row, column, finding }) => ({
      ...finding,
      id: `${sheet.name}#${row},${column},${finding.start}`,
      place: `工作表“${sheet.name}”第${rows[row]?.number ?? row + 1}行`,
      text: texts[row]?.[column]?.slice(finding.start, finding.end) ?? '',
    })),
  );
}

/**
 * A new workbook of what is seen, values only: formulas, comments, hidden sheets, rows and columns, names, links, pictures
 * and properties do not come along, so nothing can be left in them.
 */
export async function maskedWorkbook(sheets: readonly SeenSheet[], except: ReadonlySet<string>): Promise<Uint8Array> {
  const result = new ExcelJS.Workbook();
  [result.created, result.modified] = [new Date(0), new Date(0)];
  for (const { sheet, rows, columns, texts } of sheets) {
    const findings = findInTable(texts).filter(
      ({ row, column, finding }) => !except.has(`${sheet.name}#${row},${column},${finding.start}`),
    );
    const masked = maskRows(texts, findings);
    const copy = result.addWorksheet(maskText(sheet.name, findPersonalData(sheet.name)).slice(0, 31));
    for (const [at, column] of columns.entries()) copyWidth(copy.getColumn(at + 1), sheet.getColumn(column));
    for (const [row, original] of rows.entries()) {
      if (original.height) copy.getRow(row + 1).height = original.height;
      for (const [at, column] of columns.entries()) {
        const hit = findings.some((one) => one.row === row && one.column === at);
        copyCell(copy.getCell(row + 1, at + 1), original.getCell(column), hit ? (masked[row]?.[at] ?? '') : undefined);
      }
    }
    joinCells(copy, sheet, rows, columns);
  }
  if (result.worksheets.length === 0) result.addWorksheet('空白');
  return new Uint8Array(await result.xlsx.writeBuffer());
}

function copyWidth(copy: ExcelJS.Column, original: ExcelJS.Column): void {
  if (original.width) copy.width = original.width;
}

function copyCell(copy: ExcelJS.Cell, original: ExcelJS.Cell, masked: string | undefined): void {
  const { font, alignment, border, fill, numFmt } = original.style;
  copy.style = {
    ...(font && { font }),
    ...(alignment && { alignment }),
    ...(border && { border }),
    ...(fill && { fill }),
    ...(numFmt && masked === undefined && { numFmt }),
  };
  if (original.isMerged && original.master.address !== original.address) return;
  const value = original.result ?? original.value;
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || value instanceof Date;
  copy.value = masked ?? (isPlain ? value : shownText(original) || null);
}

/** Joined cells as far as their rows and columns are seen. */
function joinCells(
  copy: ExcelJS.Worksheet,
  { model }: ExcelJS.Worksheet,
  rows: readonly ExcelJS.Row[],
  columns: readonly number[],
): void {
  for (const range of (model as unknown as { merges?: string[] }).merges ?? []) {
    const [, left = '', top, right = '', bottom] = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(range) ?? [];
    const down = rows.flatMap(({ number }, at) => (number >= Number(top) && number <= Number(bottom) ? [at + 1] : []));
    const across = columns.flatMap((column, at) =>
      column >= columnNumber(left) && column <= columnNumber(right) ? [at + 1] : [],
    );
    if (down.length * across.length > 1)
      copy.mergeCells(down[0] ?? 1, across[0] ?? 1, down.at(-1) ?? 1, across.at(-1) ?? 1);
  }
}

function columnNumber(letters: string): number {
  return letters.split('').reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}
