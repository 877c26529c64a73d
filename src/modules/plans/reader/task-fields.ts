import { readDeadline } from './deadline.ts';
import type { PlanHead, ReadTask, UnitRole, WarningField } from './plan-reading.ts';
import type { RawTask } from './row-groups.ts';
import { joinLines } from './source-text.ts';
import type { RowText } from './table-rows.ts';
import { readUnits, type UnitListContext } from './unit-list.ts';

/** What holds for the unit cells of the whole document. */
export interface UnitReading extends Omit<UnitListContext, 'columnRole' | 'lineWidth'> {
  /** Printed width of the column for each role, where lines are wrapped. */
  readonly lineWidths: Readonly<Record<UnitRole, number>> | null;
}

/** The fields of one task out of its cells; each doubt is handed to `warn` as a Chinese sentence. */
export function readTask(
  task: RawTask,
  number: number,
  head: PlanHead,
  context: UnitReading,
  warn: (field: WarningField, message: string) => void,
): ReadTask {
  const { row } = task;
  for (const [field, doubt] of cellDoubts(task)) warn(field, doubt);
  const answers = task.units
    .filter((u) => u.text !== '')
    .map((u) => readUnits(u.text, { ...context, columnRole: u.role, lineWidth: context.lineWidths?.[u.role] ?? 0 }));
  const named = answers.flatMap((a) => a.units);
  const units = named.filter((unit, i) => named.findIndex((other) => other.name === unit.name) === i);
  for (const doubt of answers.flatMap((a) => a.doubts)) warn('units', doubt);
  if (units.length === 0 && task.units.length > 0) warn('units', '没有写责任单位，请补充或确认');
  const deadlineText = task.deadlines
    .map((d) => deadlineWords(d.text))
    .filter((t) => t !== '')
    .join(' ');
  const { deadline, doubt, needsYear } = readDeadline(deadlineText, head);
  // One warning for the document says it for all tasks.
  if (doubt && !needsYear && task.deadlines.length > 0) warn('deadline', doubt);
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
