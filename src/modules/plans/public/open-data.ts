import { OPEN_TASK_STATE_WORDS, UNIT_ROLE_WORDS } from '../plan-words.ts';
import type { OpenPlanDetail, OpenTask } from './open-plans.contract.ts';
import { isTracked } from './plan-address.ts';

const COLUMNS: readonly (readonly [string, (task: OpenTask) => string | number | null])[] = [
  ['序号', (task) => task.number],
  ['类别', (task) => task.category],
  ['任务名称', (task) => task.name],
  ['工作内容', (task) => task.content],
  ['责任单位（原文）', (task) => task.unitsText],
  ['牵头单位', (task) => unitsOf(task, 'lead')],
  ['配合单位', (task) => unitsOf(task, 'support')],
  [`${UNIT_ROLE_WORDS.responsible}单位`, (task) => unitsOf(task, 'responsible')],
  ['时间节点（原文）', (task) => task.deadlineText],
  ['完成时限', (task) => task.dueOn],
];

/** Left out where others account for the progress. */
const PROGRESS_COLUMNS: typeof COLUMNS = [
  ['状态', (task) => OPEN_TASK_STATE_WORDS[task.state]],
  ['完成比例（%）', (task) => task.percent],
  ['完成日期', (task) => task.acceptedOn],
];

/** The plan's tasks as CSV: UTF-8 with a byte order mark and CRLF, as office spreadsheets open it. */
export function tasksCsv(plan: OpenPlanDetail): string {
  const columns = isTracked(plan.level) ? [...COLUMNS, ...PROGRESS_COLUMNS] : COLUMNS;
  const rows = [columns.map(([name]) => name), ...plan.taskList.map((task) => columns.map(([, value]) => value(task)))];
  return `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`;
}

/** The plan's tasks as JSON, in the words of the open API. */
export function tasksJson(plan: OpenPlanDetail): string {
  const { taskList, id, level, unit, year, title, documentNumber, issuer, issuedOn, state, publishedAt, updatedAt } =
    plan;
  const head = { id, level, unit, year, title, documentNumber, issuer, issuedOn, state, publishedAt, updatedAt };
  return `${JSON.stringify({ plan: head, tasks: isTracked(level) ? taskList : taskList.map(withoutProgress) }, null, 1)}\n`;
}

function withoutProgress({ state, percent, acceptedOn, units, ...task }: OpenTask) {
  return { ...task, units: units.map(({ unit, role }) => ({ unit, role })) };
}

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
export function csvCell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^[\s]*[=+\-@|%]/.test(value) || /^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unitsOf(task: OpenTask, role: OpenTask['units'][number]['role']): string {
  return task.units
    .filter((share) => share.role === role)
    .map((share) => share.unit.name)
    .join('、');
}
