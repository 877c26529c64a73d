import { AppError } from '../../../kernel/app-error.ts';
import { inheritBlanks } from './blank-cells.ts';
import { type Breakdown, findBreakdown } from './breakdown-tables.ts';
import { readDeadline } from './deadline.ts';
import { readPlanHead } from './plan-head.ts';
import type { PlanHead, PlanReading, ReadingWarning, ReadTask, WarningField } from './plan-reading.ts';
import { gatherTasks, numberTasks, type RawTask } from './row-groups.ts';
import type { SourceDocument } from './source-document.ts';
import { joinLines } from './source-text.ts';
import { type RowText, readRows, type TaskRow, withGluedNumbers } from './table-rows.ts';
import { readUnits } from './unit-list.ts';
import type { PieceContext } from './unit-pieces.ts';
import { unitVocabulary } from './unit-vocabulary.ts';

const PLEASE = '请确认文件含有列出任务、责任单位和完成时限的表格。';

const WITHOUT_BREAKDOWN: Readonly<Record<SourceDocument['format'], string>> = {
  docx: `这个 Word 文件里没有任务分解表，${PLEASE}`,
  xlsx: `这个 Excel 文件里没有任务分解表，${PLEASE}`,
  pdf: `这个 PDF 文件里没有任务分解表，${PLEASE}`,
  ofd: `这个 OFD 文件里没有任务分解表，${PLEASE}`,
  html: `这个网页里没有任务分解表，${PLEASE}`,
  csv: `这个 CSV 文件不是任务分解表，${PLEASE}`,
  txt: `这个文本文件里没有任务分解表，${PLEASE}`,
};

const WRAPPED_FORMATS: readonly SourceDocument['format'][] = ['pdf', 'ofd', 'txt'];

/**
 * What a document says as a plan: its head, its tasks and the doubts (PLAN-2, PLAN-4).
 * @throws AppError `plan-unreadable` when no table of the document breaks a plan down
 */
export function understand(document: SourceDocument, options: { readonly fileName?: string } = {}): PlanReading {
  const breakdown = findBreakdown(document);
  const rows = breakdown ? withGluedNumbers(readRows(breakdown.parts)) : [];
  if (!breakdown || rows.length === 0) {
    throw new AppError('plan-unreadable', 422, WITHOUT_BREAKDOWN[document.format]);
  }
  const head = readPlanHead(document, breakdown.captions, options.fileName ?? null);
  return withTasks(document, breakdown, rows, head);
}

function withTasks(document: SourceDocument, breakdown: Breakdown, rows: TaskRow[], head: PlanHead): PlanReading {
  const { rows: whole, doubts: blankDoubts } = inheritBlanks(rows, document.format);
  const raw = gatherTasks(whole);
  const numbering = numberTasks(raw);
  const context: PieceContext = {
    vocabulary: unitVocabulary(raw.flatMap((task) => task.units.map((u) => u.text))),
    wrapped: WRAPPED_FORMATS.includes(document.format),
  };
  const warnings: ReadingWarning[] = documentWarnings(breakdown, head);
  for (const { index, message } of numbering.doubts) {
    const at =
      index === null ? null : { number: numbering.numbers[index] ?? null, place: raw[index]?.row.place ?? null };
    warnings.push({ field: 'number', taskNumber: at?.number ?? null, place: at?.place ?? null, message });
  }
  const tasks = raw.map((task, i) => {
    const number = numbering.numbers[i] ?? i + 1;
    const warn = (field: ReadingWarning['field'], message: string) =>
      warnings.push({ field, taskNumber: number, place: task.row.place, message });
    for (const doubt of blankDoubts.get(task.row) ?? []) warn(doubt.field, doubt.message);
    return readTask(task, number, head, context, warn);
  });
  return { plan: head, tasks, warnings };
}

function readTask(
  task: RawTask,
  number: number,
  head: PlanHead,
  context: PieceContext,
  warn: (field: ReadingWarning['field'], message: string) => void,
): ReadTask {
  const { row } = task;
  for (const [field, doubt] of cellDoubts(task)) warn(field, doubt);
  const answers = task.units
    .filter((u) => u.text !== '')
    .map((u) => readUnits(u.text, { ...context, columnRole: u.role }));
  const units = [...new Map(answers.flatMap((a) => a.units).map((u) => [u.name, u])).values()];
  for (const doubt of answers.flatMap((a) => a.doubts)) warn('units', doubt);
  if (units.length === 0) warn('units', '没有写责任单位，请补充或确认');
  const deadlineText = task.deadlines
    .map((d) => deadlineWords(d.text))
    .filter((t) => t !== '')
    .join(' ');
  const { deadline, doubt } = readDeadline(deadlineText, head);
  if (doubt) warn('deadline', doubt);
  const content = joinLines(task.content);
  if (content === '') warn('content', '没有读到任务内容，请核对原文');
  return {
    number,
    category: textOrNull(row.category?.text) ?? row.headings[0] ?? null,
    name: textOrNull(row.name?.text) ?? (row.name === null ? (row.headings[1] ?? null) : null),
    content,
    units,
    unitsText: task.units
      .map((u) => unitWords(u.text))
      .filter((t) => t !== '')
      .join('；'),
    deadlineText,
    deadline,
    place: row.place,
  };
}

function cellDoubts({ row, deadlines, units }: RawTask): [WarningField, string][] {
  const cells: [WarningField, RowText | null][] = [
    ['category', row.category],
    ['name', row.name],
    ['content', row.content],
    ...units.map((unit): [WarningField, RowText] => ['units', unit]),
    ...deadlines.map((deadline): [WarningField, RowText] => ['deadline', deadline]),
  ];
  return cells.flatMap(([field, cell]): [WarningField, string][] =>
    cell?.doubt === undefined || cell.shared ? [] : [[field, cell.doubt]],
  );
}

function documentWarnings(breakdown: Breakdown, head: PlanHead): ReadingWarning[] {
  const warnings: ReadingWarning[] = breakdown.doubts.map((message) => ({
    field: 'document',
    taskNumber: null,
    place: null,
    message,
  }));
  if (head.title === null)
    warnings.push({ field: 'title', taskNumber: null, place: null, message: '没有找到计划名称，请补充' });
  if (head.year === null)
    warnings.push({ field: 'year', taskNumber: null, place: null, message: '没有找到计划年度，请补充' });
  return warnings;
}

function textOrNull(text: string | undefined): string | null {
  const joined = joinLines(text ?? '');
  return joined === '' ? null : joined;
}

/** Line ends between two complete deadlines stay visible as a blank (6月底 9月底). */
function deadlineWords(text: string): string {
  const lines = text
    .split('\n')
    .map(joinLines)
    .filter((line) => line !== '');
  let words = '';
  for (const line of lines)
    words += words !== '' && /(?:月|底|前|日|季度|半年)$/.test(words) && /^\d/.test(line) ? ` ${line}` : line;
  return words;
}

function unitWords(text: string): string {
  const lines = text
    .split('\n')
    .map(joinLines)
    .filter((line) => line !== '');
  let words = '';
  for (const line of lines) {
    const open = words !== '' && !/[、，,；;（(]$/.test(words) && /^[*＊★区市各]/.test(line);
    words += open ? ` ${line}` : line;
  }
  return words;
}
