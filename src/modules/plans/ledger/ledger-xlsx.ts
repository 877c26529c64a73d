import { PassThrough, type Readable } from 'node:stream';
import ExcelJS from 'exceljs';
import type { LedgerLine } from './ledger-docx.ts';
import { PROGRESS_COLUMNS, PROGRESS_SHEET, type ProgressLine } from './progress-sheet.ts';
import { safeCell } from './safe-cell.ts';

export const LEDGER_COLUMNS: readonly {
  readonly key: keyof LedgerLine;
  readonly header: string;
  readonly width: number;
}[] = [
  { key: 'number', header: '序号', width: 6 },
  { key: 'category', header: '类别', width: 14 },
  { key: 'task', header: '任务', width: 52 },
  { key: 'units', header: '责任单位', width: 24 },
  { key: 'deadline', header: '时间节点', width: 14 },
  { key: 'progress', header: '进展情况', width: 44 },
  { key: 'state', header: '状态', width: 10 },
  { key: 'evidence', header: '佐证材料', width: 32 },
];

const THIN = { style: 'thin' } as const;
const BORDER = { top: THIN, left: THIN, bottom: THIN, right: THIN };

/**
 * Two sheets: the ledger as offices print it (A4 landscape, heading repeated on every page) and the sheet in which units fill in their
 * progress and send it back. Written row by row as the chunks arrive.
 */
export function writeLedgerXlsx(
  head: { readonly title: string; readonly subtitle: string },
  chunks: AsyncIterable<{ readonly lines: readonly LedgerLine[]; readonly progress: readonly ProgressLine[] }>,
): Readable {
  const output = new PassThrough();
  write(output, head, chunks).catch((error: unknown) => output.destroy(error as Error));
  return output;
}

async function write(
  output: PassThrough,
  head: { readonly title: string; readonly subtitle: string },
  chunks: Parameters<typeof writeLedgerXlsx>[1],
): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = '明窗';
  const ledger = workbook.addWorksheet('工作台账', {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '3:3',
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: 3 }],
  });
  ledger.columns = LEDGER_COLUMNS.map(({ key, width }) => ({ key, width }));
  titleRow(ledger, safeCell(head.title), LEDGER_COLUMNS.length);
  ledger.addRow([safeCell(head.subtitle)]).commit();
  headRow(
    ledger,
    LEDGER_COLUMNS.map((column) => column.header),
  );
  const sheet = workbook.addWorksheet(PROGRESS_SHEET, {
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:1',
    },
    views: [{ state: 'frozen', ySplit: 1 }],
  });
  sheet.columns = [6, 40, 16, 14, 12, 10, 52, 10, 46].map((width) => ({ width }));
  headRow(sheet, Object.values(PROGRESS_COLUMNS));
  for await (const chunk of chunks) {
    for (const line of chunk.lines)
      bodyRow(
        ledger,
        LEDGER_COLUMNS.map(({ key }) => cell(line[key])),
      );
    for (const line of chunk.progress) {
      const { number, task, unit, deadline, dueOn, percent, text, completion } = line;
      const key = `${line.assignmentId}:${line.version}`;
      bodyRow(sheet, [
        number,
        cell(task),
        cell(unit),
        cell(deadline),
        dueOn ?? '',
        percent,
        cell(text),
        completion ? '是' : '否',
        key,
      ]);
    }
  }
  ledger.commit();
  sheet.commit();
  await workbook.commit();
}

function cell(value: string | number): string | number {
  return typeof value === 'number' ? value : safeCell(value);
}

function titleRow(sheet: ExcelJS.Worksheet, title: string, width: number): void {
  const row = sheet.addRow([title]);
  row.height = 32;
  row.getCell(1).font = { name: '宋体', size: 18, bold: true };
  row.getCell(1).alignment = { horizontal: 'center', vertical: 'middle' };
  sheet.mergeCells(1, 1, 1, width);
  row.commit();
}

function headRow(sheet: ExcelJS.Worksheet, headers: readonly string[]): void {
  const row = sheet.addRow([...headers]);
  row.eachCell((one) => {
    one.font = { name: '黑体', size: 11 };
    one.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    one.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDF1F5' } };
    one.border = BORDER;
  });
  row.commit();
}

function bodyRow(sheet: ExcelJS.Worksheet, values: readonly (string | number)[]): void {
  const row = sheet.addRow([...values]);
  row.eachCell({ includeEmpty: true }, (one) => {
    one.font = { name: '仿宋', size: 11 };
    one.alignment = { vertical: 'top', wrapText: true };
    one.border = BORDER;
  });
  row.commit();
}
