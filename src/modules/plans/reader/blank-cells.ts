import type { WarningField } from './plan-reading.ts';
import type { SourceFormat } from './source-document.ts';
import { joinLines } from './source-text.ts';
import type { RowText, TaskRow } from './table-rows.ts';

export interface BlankDoubt {
  readonly field: WarningField;
  readonly message: string;
}

export interface FilledRows {
  readonly rows: readonly TaskRow[];
  readonly doubts: ReadonlyMap<TaskRow, readonly BlankDoubt[]>;
}

/** Formats that cannot say that cells are joined: a blank may be the lower part of a joined cell. */
const WITHOUT_JOINS: readonly SourceFormat[] = ['csv', 'txt'];
const MANY = 0.15;
const SEVERAL = 3;

/**
 * Fills blanks that stand for the cell above (PLAN-4 "blank/merged cell"). Names and categories always repeat downward;
 * units do where joins are lost; a blank deadline stays blank, unless blanks are the column's habit or the units are
 * blank too, because a task without a date is possible and a wrong date is worse than none.
 */
export function inheritBlanks(rows: readonly TaskRow[], format: SourceFormat): FilledRows {
  const joinsLost = WITHOUT_JOINS.includes(format);
  const datesOmitted = joinsLost && isHabit(rows, (row) => row.deadline);
  const doubts = new Map<TaskRow, BlankDoubt[]>();
  const filled: TaskRow[] = [];
  for (const row of rows) {
    const above = row.opensGroup && !row.opensPart ? null : (filled.at(-1) ?? null);
    const noted: BlankDoubt[] = [];
    const said = (field: WarningField, label: string, text: string) =>
      noted.push({ field, message: `${label}一栏为空，按上一行“${joinLines(text)}”理解，请核对` });
    const isPiece = row.number === null && row.numberText === '';
    let next = row;
    if (above && !isPiece) {
      next = { ...next, category: inherit(next.category, above.category), name: inherit(next.name, above.name) };
      if (next.name !== row.name && !joinsLost && !row.opensPart) said('name', '任务名称', next.name?.text ?? '');
      const noUnits = row.units.length > 0 && row.units.every((u) => u.text === '');
      if (noUnits && joinsLost) {
        next = { ...next, units: above.units };
        said('units', '责任单位', above.units.map((u) => u.text).join('；'));
      }
      if (row.deadline?.text === '' && (datesOmitted || (joinsLost && noUnits))) {
        next = { ...next, deadline: inherit(row.deadline, above.deadline) };
        if (next.deadline?.text) said('deadline', '完成时限', next.deadline.text);
      }
    }
    if (noted.length > 0) doubts.set(next, noted);
    filled.push(next);
  }
  return { rows: filled, doubts };
}

function inherit(own: RowText | null, above: RowText | null): RowText | null {
  return own !== null && own.text === '' && above !== null && above.text !== '' ? { ...above, shared: true } : own;
}

function isHabit(rows: readonly TaskRow[], of: (row: TaskRow) => RowText | null): boolean {
  const blank = rows.filter((row) => of(row)?.text === '').length;
  return blank >= SEVERAL && blank >= rows.length * MANY;
}
