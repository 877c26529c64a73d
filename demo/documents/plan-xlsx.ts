import ExcelJS from 'exceljs';
import type { DemoPlan } from '../plan.ts';
import { COLUMNS, printedRows, tableTitle } from './table-rows.ts';

/** The breakdown table as a spreadsheet: a title over all columns, a head row, joined category cells. */
export async function planXlsx(plan: DemoPlan): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = plan.issuer;
  const sheet = book.addWorksheet('任务分解表', { views: [{ state: 'frozen', ySplit: 2 }] });
  sheet.columns = [7, 16, 26, 60, 34, 16].map((width) => ({ width }));
  sheet.addRow([`${tableTitle(plan)}（${plan.documentNumber}）`]);
  sheet.mergeCells(1, 1, 1, COLUMNS.length);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  sheet.addRow([...COLUMNS]).font = { bold: true };
  const rows = printedRows(plan);
  for (const row of rows) {
    const added = sheet.addRow([
      Number(row.number),
      row.category?.name,
      row.name,
      row.content,
      row.units,
      row.deadline,
    ]);
    added.alignment = { wrapText: true, vertical: 'middle' };
  }
  // Joined only now: joining makes the rows below, and adding would go on after them.
  for (const [place, row] of rows.entries()) {
    const first = place + 3;
    if (row.category && row.category.span > 1) sheet.mergeCells(first, 2, first + row.category.span - 1, 2);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
