import type { LocalDate } from '../../../kernel/local-date.ts';
import type { ProgressImport } from '../assignments/assignments.contract.ts';
import type { SourceDocument } from '../reader/index.ts';
import { plainCell } from './safe-cell.ts';

/** One unit's share as it stands, in the sheet that units fill in and send back. */
export interface ProgressLine {
  readonly assignmentId: string;
  readonly version: number;
  readonly number: number;
  readonly task: string;
  readonly unit: string;
  readonly deadline: string;
  readonly dueOn: LocalDate | null;
  readonly percent: number;
  readonly text: string;
  readonly completion: boolean;
}

export const PROGRESS_SHEET = '进展填报';
export const PROGRESS_COLUMNS = {
  number: '序号',
  task: '任务',
  unit: '责任单位',
  deadline: '时间节点',
  dueOn: '到期日',
  percent: '进度（%）',
  text: '进展情况',
  completion: '是否完成',
  key: '系统编号（请勿修改）',
} as const;

type Column = keyof typeof PROGRESS_COLUMNS;
const NEEDED: readonly Column[] = ['percent', 'text', 'completion', 'key'];

export interface FilledRow {
  readonly row: number;
  readonly assignmentId: string;
  readonly version: number;
  readonly percent: number;
  readonly text: string;
  readonly completion: boolean;
}

export interface FilledSheet {
  readonly rows: readonly FilledRow[];
  readonly errors: ProgressImport['errors'];
  /** Column letters of what is read, for addresses of cells. */
  readonly letters: Readonly<Record<'percent' | 'text' | 'completion', string>>;
}

const NO_LETTERS = { percent: '', text: '', completion: '' };

/**
 * Reads the sheet that came back: columns are found by their headings wherever they stand, only the progress columns are taken, and every
 * error names its cell. Nothing is guessed from a damaged row.
 */
export function readProgressSheet(document: SourceDocument): FilledSheet {
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const grid = Map.groupBy(block.cells, (cell) => cell.row);
    for (const [headRow, cells] of grid) {
      const columns = new Map<Column, number>();
      for (const cell of cells) {
        const found = (Object.keys(PROGRESS_COLUMNS) as Column[]).find(
          (key) => plain(PROGRESS_COLUMNS[key]) === plain(cell.text),
        );
        if (found) columns.set(found, cell.column);
      }
      if (!NEEDED.every((column) => columns.has(column))) continue;
      return readRows(
        [...grid].filter(([row]) => row > headRow).map(([, line]) => line),
        columns,
      );
    }
  }
  const wanted = NEEDED.map((column) => `“${PROGRESS_COLUMNS[column]}”`).join('、');
  return {
    rows: [],
    errors: [{ cell: '', message: `没有找到表头。请使用导出的“${PROGRESS_SHEET}”表填写，并保留${wanted}各列。` }],
    letters: NO_LETTERS,
  };
}

type Cell = Extract<SourceDocument['blocks'][number], { kind: 'table' }>['cells'][number];

function readRows(lines: readonly Cell[][], columns: ReadonlyMap<Column, number>): FilledSheet {
  const rows: FilledRow[] = [];
  const errors: { cell: string; message: string }[] = [];
  const seen = new Map<string, number>();
  const letter = (column: Column) => columnLetter(columns.get(column) ?? 0);
  for (const line of lines) {
    const row = line[0]?.place.row ?? (line[0]?.row ?? 0) + 1;
    const text = (column: Column) =>
      plainCell(line.find((cell) => cell.column === columns.get(column))?.text.trim() ?? '');
    const at = (column: Column) => `${letter(column)}${row}`;
    if (NEEDED.every((column) => text(column) === '')) continue;
    const key = /^([0-9a-f-]{36}):(\d+)$/.exec(text('key'));
    const percent = readPercent(text('percent'));
    const completion = readYes(text('completion'));
    const before = errors.length;
    if (!key) errors.push({ cell: at('key'), message: '系统编号已被改动或缺失，无法确定是哪一项任务' });
    if (percent === null)
      errors.push({ cell: at('percent'), message: `进度应为 0 到 100 的整数，现为“${text('percent')}”` });
    if (completion === null)
      errors.push({ cell: at('completion'), message: `“是否完成”应填“是”或“否”，现为“${text('completion')}”` });
    if (text('text').length > 4000) errors.push({ cell: at('text'), message: '进展情况超过 4000 字，请精简' });
    const other = key?.[1] ? seen.get(key[1]) : undefined;
    if (other !== undefined) errors.push({ cell: at('key'), message: `与第 ${other} 行是同一项任务，请只保留一行` });
    if (errors.length > before || !key?.[1] || percent === null || completion === null) continue;
    seen.set(key[1], row);
    rows.push({ row, assignmentId: key[1], version: Number(key[2]), percent, text: text('text'), completion });
  }
  return {
    rows,
    errors,
    letters: { percent: letter('percent'), text: letter('text'), completion: letter('completion') },
  };
}

function readPercent(text: string): number | null {
  const found = /^(\d{1,3})(?:\.0+)?\s*[%％]?$/.exec(text.normalize('NFKC'));
  const percent = found ? Number(found[1]) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent : null;
}

function readYes(text: string): boolean | null {
  if (['', '否', '未完成', 'N', 'n', '0'].includes(text)) return false;
  return ['是', '完成', '已完成', '√', 'Y', 'y', '1'].includes(text) ? true : null;
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

/** @param column 0-based */
function columnLetter(column: number): string {
  return column < 26
    ? String.fromCharCode(65 + column)
    : columnLetter(Math.floor(column / 26) - 1) + columnLetter(column % 26);
}
