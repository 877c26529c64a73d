import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import { unzipSync } from 'fflate';
import { AppError } from '../../../kernel/app-error.ts';
import type { Message } from '../../../platform/isolated-process/frame.ts';

const MOST_ROWS = 100_000;
const MOST_FILES = 20_000;
const MOST_UNPACKED = 1_500_000_000;
/** Rows in one piece of the answer: the server takes a large table piece by piece and goes on answering. */
const LOT = 500;

export type ImportWish =
  | { readonly want: 'table'; readonly fileName: string }
  | { readonly want: 'names' }
  | { readonly want: 'files'; readonly names: readonly string[] };

const encoder = new TextEncoder();

/** Opens an uploaded table or archive apart from the server: a hostile file costs this process, nothing else. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const wish = value as ImportWish;
  if (wish.want === 'table') return inLots(await readTable(bytes, wish.fileName));
  if (wish.want === 'names') return { value: namesOf(bytes), bytes: [] };
  const names = new Set(wish.names);
  const entries = entriesOf(bytes, (name) => names.has(name));
  return { value: [...entries.keys()], bytes: [...entries.values()] };
}

function inLots([head = [], ...rows]: readonly string[][]): Message {
  const lots: Uint8Array[] = [];
  for (let from = 0; from < rows.length; from += LOT)
    lots.push(encoder.encode(JSON.stringify(rows.slice(from, from + LOT))));
  return { value: { head, rows: rows.length }, bytes: lots };
}

/** @returns rows of cells, the heading first; empty rows are left out */
async function readTable(bytes: Uint8Array, fileName: string): Promise<string[][]> {
  const ending = fileName.toLowerCase().split('.').at(-1);
  const rows = ending === 'xlsx' ? await readXlsx(bytes) : ending === 'json' ? readJson(bytes) : readCsv(bytes);
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  if (filled.length - 1 > MOST_ROWS) throw unreadable(`一次最多导入 ${MOST_ROWS} 行，请分成几个文件`);
  return filled;
}

/** UTF-8 with or without mark, else GB 18030, as Chinese spreadsheet programs save. */
function readCsv(bytes: Uint8Array): string[][] {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    text = new TextDecoder('gb18030').decode(bytes);
  }
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true }) as string[][];
  } catch {
    throw unreadable('CSV 文件的引号或换行有误，请用表格软件另存后重试');
  }
}

async function readXlsx(bytes: Uint8Array): Promise<string[][]> {
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes as unknown as Parameters<typeof book.xlsx.load>[0]);
  } catch {
    throw unreadable('不是可以读取的 XLSX 文件，请用表格软件另存后重试');
  }
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString().slice(0, 10) : cell.text;
    });
    rows.push(Array.from(cells, (cell) => cell ?? ''));
  });
  return rows;
}

/** A list of objects; keys are headings, lists are joined. */
function readJson(bytes: Uint8Array): string[][] {
  let items: unknown;
  try {
    items = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unreadable('不是有效的 JSON 文件');
  }
  if (!Array.isArray(items) || items.some((item) => typeof item !== 'object' || item === null))
    throw unreadable('JSON 文件应为对象的列表');
  const heads = [...new Set(items.flatMap((item) => Object.keys(item as object)))];
  const text = (value: unknown) =>
    Array.isArray(value) ? value.join('；') : value === null || value === undefined ? '' : String(value);
  return [heads, ...items.map((item) => heads.map((head) => text((item as Record<string, unknown>)[head])))];
}

function namesOf(bytes: Uint8Array): string[] {
  const names = new Set<string>();
  entriesOf(bytes, (name) => {
    names.add(name);
    return false;
  });
  return [...names];
}

/** Files by their bare names, those that are wanted; sizes are summed before anything is unpacked. */
function entriesOf(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let [files, size] = [0, 0];
  try {
    const entries = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/')) return false;
        files += 1;
        size += originalSize;
        if (files > MOST_FILES || size > MOST_UNPACKED) throw unreadable('压缩包中的文件过多或过大，请分成几个');
        return isWanted(bareName(name));
      },
    });
    return new Map(Object.entries(entries).map(([name, content]) => [bareName(name), content]));
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw unreadable('不是可以读取的 ZIP 压缩包，请重新压缩后上传');
  }
}

function bareName(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name;
}

function unreadable(what: string): AppError {
  return new AppError('import-unreadable', 422, `${what}。`);
}
