import { AppError } from '../../../kernel/app-error.ts';
import { inheritBlanks } from './blank-cells.ts';
import { type Breakdown, findBreakdown } from './breakdown-tables.ts';
import { readPlanHead } from './plan-head.ts';
import type { PlanHead, PlanReading, ReadingWarning, UnitRole, WarningField } from './plan-reading.ts';
import { gatherTasks, numberTasks, type RawTask, withoutCopies } from './row-groups.ts';
import type { SourceDocument } from './source-document.ts';
import { readRows, type TaskRow, withGluedNumbers } from './table-rows.ts';
import { readTask, type UnitReading } from './task-fields.ts';
import { unitVocabulary } from './unit-vocabulary.ts';
import { areLinesWrapped, columnWidth } from './wrapped-lines.ts';

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

/** Printed in the heading or in a note: 责任单位（列第一位的为牵头单位）. */
const FIRST_LEADS =
  /(?:列|排|居|标)?(?:在|于)?(?:第一位?|首位|首个|首家|最前|排名第一|前列).{0,8}(?:牵头|主办|主要责任)/;

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
  const { tasks: raw, copies } = withoutCopies(gatherTasks(whole));
  const numbering = numberTasks(raw);
  const context = unitReading(document, breakdown, raw);
  const warnings: ReadingWarning[] = documentWarnings(breakdown, head, copies);
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

/** What the document as a whole says about its unit cells: known names, line ends, who leads. */
function unitReading(document: SourceDocument, breakdown: Breakdown, tasks: readonly RawTask[]): UnitReading {
  const cells = tasks.flatMap((task) => task.units);
  const wrapped = WRAPPED_FORMATS.includes(document.format) || areLinesWrapped(tasks.map((task) => task.content));
  const widthOf = (role: UnitRole) => columnWidth(cells.filter((u) => u.role === role).map((u) => u.text));
  return {
    vocabulary: unitVocabulary(cells.map((u) => u.text)),
    wrapped,
    lineWidths: wrapped
      ? { lead: widthOf('lead'), support: widthOf('support'), responsible: widthOf('responsible') }
      : null,
    firstLeads: breakdown.remarks.some((text) => FIRST_LEADS.test(text)),
  };
}

function documentWarnings(breakdown: Breakdown, head: PlanHead, copies: number): ReadingWarning[] {
  const say = (field: WarningField, message: string): ReadingWarning => ({
    field,
    taskNumber: null,
    place: null,
    message,
  });
  const warnings = breakdown.doubts.map((message) => say('document', message));
  if (copies > 0) warnings.push(say('document', `文件中有${copies}项任务重复出现，只读取一次，请核对`));
  const { parts } = breakdown;
  if (parts.every((part) => part.roles.deadline === null))
    warnings.push(say('deadline', '表中没有完成时限一列，请补充'));
  if (parts.every((part) => part.roles.units.length === 0)) warnings.push(say('units', '表中没有责任单位一列，请补充'));
  if (head.title === null) warnings.push(say('title', '没有找到计划名称，请补充'));
  if (head.year === null) warnings.push(say('year', '没有找到计划年度，完成时限无法换算成日期，请补充年度'));
  return warnings;
}
