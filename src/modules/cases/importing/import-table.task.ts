import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { AppError } from '../../../kernel/app-error.ts';
import type { Message } from '../../../platform/isolated-process/frame.ts';

const MOST_ROWS = 20_000;

/** Opens an uploaded table apart from the server: a hostile file costs this process, nothing else. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const isXlsx = (value as { fileName: string }).fileName.toLowerCase().endsWith('.xlsx');
  const rows = isXlsx ? await readXlsx(bytes) : readCsv(bytes);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length - 1 > MOST_ROWS) throw unreadable(`一次最多导入 ${MOST_ROWS} 行，请分成几个文件`);
  return { value: filled, bytes: [] };
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(Buffer.from(bytes) as unknown as ExcelJS.Buffer);
  } catch {
    throw unreadable('不是可以读取的 Excel 文件，请另存为 .xlsx 后上传');
  }
  const rows: string[][] = [];
  book.worksheets.at(0)?.eachRow({ includeEmpty: false }, (row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text;
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  });
  return rows;
}

/** UTF-8 with or without mark, else GB 18030, as Chinese spreadsheet programs save. */
function readCsv(bytes: Uint8Array): string[][] {
  try {
    return parse(decoded(bytes), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch {
    throw unreadable('不是可以读取的 CSV 文件，请另存为 UTF-8 的 .csv 或 .xlsx 后上传');
  }
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030', { fatal: true }).decode(bytes);
  }
}

function unreadable(what: string): AppError {
  return new AppError('import-unreadable', 422, `${what}。`);
}
