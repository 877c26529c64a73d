import { foldKey } from './source-text.ts';
import type { RowText, RowUnits, TaskRow } from './table-rows.ts';

/** A task gathered from one or more rows: joined number and content, or a row broken over pages. */
export interface RawTask {
  readonly row: TaskRow;
  readonly number: number | null;
  readonly content: string;
  readonly units: readonly RowUnits[];
  readonly deadlines: readonly RowText[];
  /** Put together from a piece at the foot of one page and one at the head of the next. */
  readonly mended: boolean;
  /** Its number cell covers several tasks. */
  readonly sharesNumber: boolean;
}

/** Rows to tasks. A row is a task of its own unless it only adds units or dates, or continues a broken row. */
export function gatherTasks(rows: readonly TaskRow[]): RawTask[] {
  const tasks: RawTask[] = [];
  const numbered = rows.filter((row) => row.number !== null).length >= rows.length * 0.7;
  for (const row of rows) {
    const last = tasks.at(-1);
    if (last && row.numberShared && row.content.shared) tasks[tasks.length - 1] = withSubRow(last, row);
    else if (last && isBrokenPiece(last, row, numbered)) tasks[tasks.length - 1] = withPiece(last, row);
    else tasks.push(newTask(row));
  }
  return tasks;
}

function newTask(row: TaskRow): RawTask {
  return {
    row,
    number: row.number,
    content: row.content.text,
    units: row.units,
    deadlines: row.deadline ? [row.deadline] : [],
    mended: false,
    sharesNumber: row.numberShared && row.number !== null,
  };
}

/** One task whose unit or date cell is divided. */
function withSubRow(task: RawTask, row: TaskRow): RawTask {
  const fresh = row.units.filter((u) => !u.shared && u.text !== '');
  const date = row.deadline && !row.deadline.shared && row.deadline.text !== '' ? [row.deadline] : [];
  return { ...task, units: [...task.units, ...fresh], deadlines: [...task.deadlines, ...date] };
}

function isBrokenPiece(task: RawTask, row: TaskRow, numbered: boolean): boolean {
  if (row.opensGroup && !row.opensPart) return false;
  if (row.number !== null) return row.opensPart && row.number === task.number && !row.numberShared;
  if (!numbered || row.numberText !== '' || row.numberShared) return false;
  if (row.opensPart) return true;
  const bare = row.units.every((u) => u.text === '') && (row.deadline === null || row.deadline.text === '');
  return bare && (row.name === null || row.name.text === '' || row.name.shared);
}

function withPiece(task: RawTask, row: TaskRow): RawTask {
  const repeats = (text: string, whole: string) => text === '' || foldKey(whole).endsWith(foldKey(text));
  const content = repeats(row.content.text, task.content) ? task.content : `${task.content}\n${row.content.text}`;
  const units = task.units.map((unit, i) => {
    const piece = row.units[i];
    return !piece || repeats(piece.text, unit.text) ? unit : { ...unit, text: `${unit.text}\n${piece.text}` };
  });
  const [first] = task.deadlines;
  const date = row.deadline?.text ?? '';
  const deadlines =
    first && !repeats(date, first.text) ? [{ ...first, text: `${first.text}\n${date}` }] : task.deadlines;
  return { ...task, content, units, deadlines, mended: true };
}

/** A second copy of the table (another sheet, an annex printed twice) adds no tasks. */
export function withoutCopies(tasks: readonly RawTask[]): { tasks: RawTask[]; copies: number } {
  const seen = new Set<string>();
  const kept = tasks.filter((task) => {
    const own = [String(task.number), task.content, ...task.units.map((unit) => unit.text)];
    const key = own.map(foldKey).join('\u0001');
    if (task.number !== null && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  return { tasks: kept, copies: tasks.length - kept.length };
}

export interface Numbering {
  readonly numbers: readonly number[];
  /** Chinese sentences; `index` is the task concerned, null for the whole table. */
  readonly doubts: readonly { readonly index: number | null; readonly message: string }[];
}

/** Printed numbers where each task has its own; otherwise counted in order, and said so. */
export function numberTasks(tasks: readonly RawTask[]): Numbering {
  const printed = tasks.map((task) => task.number);
  const known = printed.filter((n) => n !== null);
  const distinct = new Set(known).size === known.length;
  if (known.length === tasks.length && distinct) return { numbers: known, doubts: gaps(known) };
  if (known.length === 0) {
    const printedOtherwise = tasks.some((task) => task.row.numberText !== '');
    const reason = printedOtherwise ? '序号不是单一的顺序号（如1.1）' : '表中没有序号';
    return counted(tasks, `${reason}，已按先后顺序编号`);
  }
  if (distinct && known.length >= tasks.length * 0.7) {
    const filled = fillGaps(printed);
    if (filled) return filled;
  }
  if (tasks.some((task) => task.sharesNumber)) return counted(tasks, '一个序号对应多行任务，已按行重新编号');
  return counted(
    tasks,
    distinct ? '部分任务没有序号，已按先后顺序重新编号' : '序号有重复或分段重新起编，已按先后顺序重新编号',
  );
}

function counted(tasks: readonly RawTask[], message: string): Numbering {
  return { numbers: tasks.map((_, i) => i + 1), doubts: [{ index: null, message }] };
}

function gaps(numbers: readonly number[]): Numbering['doubts'] {
  return numbers.flatMap((n, index) => {
    const before = index === 0 ? 0 : (numbers[index - 1] ?? 0);
    if (n === before + 1) return [];
    const missing = n === before + 2 ? `第${before + 1}项` : `第${before + 1}项至第${n - 1}项`;
    const message =
      n > before
        ? `序号从${before}跳到${n}，没有找到${missing}，请核对原文`
        : `序号${n}排在${before}之后，次序与原文可能不同`;
    return [{ index, message }];
  });
}

/** 7, blank, 9: the blank is 8; null when the blanks do not fit the numbers around. */
function fillGaps(printed: readonly (number | null)[]): Numbering | null {
  const numbers: number[] = [];
  const doubts: { index: number; message: string }[] = [];
  for (const [index, own] of printed.entries()) {
    const number = own ?? (numbers.at(-1) ?? 0) + 1;
    if (own === null) doubts.push({ index, message: `原文此行没有序号，按前后顺序补为${number}` });
    numbers.push(number);
  }
  return new Set(numbers).size === numbers.length ? { numbers, doubts } : null;
}
