import ExcelJS from 'exceljs';
import { plainText } from './plain-cell.ts';
import type { PaperCell, PaperTable, ReportPaper } from './report-paper.ts';

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };
/** Characters that the whole table is wide. */
const WIDTH = 130;
const LONGEST_NAME = 31;

/** A sheet for the words and one for each table, with its joined cells; figures are numbers, words never formulas. */
export async function reportXlsx(paper: ReportPaper): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = '明窗';
  writeWords(workbook, paper);
  for (const block of paper.blocks) if (block.kind === 'table') writeTable(workbook, block);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function writeWords(workbook: ExcelJS.Workbook, { title, notice, blocks }: ReportPaper): void {
  const sheet = workbook.addWorksheet('文字部分', { pageSetup: { paperSize: 9, fitToPage: true, fitToHeight: 0 } });
  sheet.columns = [{ width: 100 }];
  const add = (text: string, font: Partial<ExcelJS.Font>) => {
    const row = sheet.addRow([plainText(text)]);
    row.getCell(1).font = font;
    row.getCell(1).alignment = { wrapText: true, vertical: 'top' };
  };
  add(title, { name: '宋体', size: 18, bold: true });
  if (notice) add(notice, { name: '楷体', size: 11 });
  for (const block of blocks) {
    if (block.kind === 'table') add(`（见工作表“${sheetName(block.name)}”）`, { name: '仿宋', size: 12 });
    else add(block.text, block.kind === 'heading' ? { name: '黑体', size: 13 } : { name: '仿宋', size: 12 });
  }
}

function writeTable(workbook: ExcelJS.Workbook, { name, widths, rows }: PaperTable): void {
  const sheet = workbook.addWorksheet(sheetName(name), {
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  sheet.columns = widths.map((share) => ({ width: Math.max(6, (WIDTH * share) / 100) }));
  // First row that is free again, by column.
  const taken: number[] = [];
  for (const [y, row] of rows.entries()) {
    let column = 0;
    for (const cell of row) {
      while ((taken[column] ?? 0) > y) column += 1;
      writeCell(sheet, { y: y + 1, x: column + 1 }, cell);
      for (let across = 0; across < cell.columns; across += 1) taken[column + across] = y + cell.rows;
      column += cell.columns;
    }
  }
}

function writeCell(sheet: ExcelJS.Worksheet, { y, x }: { y: number; x: number }, cell: PaperCell): void {
  const { columns, rows, heading, text, value } = cell;
  if (columns > 1 || rows > 1) sheet.mergeCells(y, x, y + rows - 1, x + columns - 1);
  const at = sheet.getCell(y, x);
  at.value = value ?? plainText(text);
  at.font = { name: heading === null ? '仿宋' : '宋体', size: 11 };
  at.alignment = { vertical: 'middle', horizontal: heading === 'row' ? 'left' : 'center', wrapText: true };
  for (let down = 0; down < rows; down += 1) {
    for (let across = 0; across < columns; across += 1) sheet.getCell(y + down, x + across).border = BORDER;
  }
}

/** Excel forbids some signs and long names. */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]:*?/\\]/g, ' ').slice(0, LONGEST_NAME);
}
