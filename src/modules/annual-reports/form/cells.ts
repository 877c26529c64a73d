import type { CellId, FormPart, FormRow, StatutoryForm } from './form-shape.ts';

/** 信息处理费 collected in the year, told in part six (国办函〔2020〕109号). */
export const FEE_CELL: CellId = 'p6:fee:yuan';

export function cellOf(part: FormPart, row: string, column: string): CellId {
  return `${part}:${row}:${column}`;
}

/** A cell that is the sum of others. */
export interface TotalCell {
  readonly cell: CellId;
  readonly parts: readonly CellId[];
}

export interface FormCell {
  readonly cell: CellId;
  /** What it is, as people read it: `（一）予以公开 · 自然人`. */
  readonly label: string;
  /** The platform has records of it. */
  readonly isCounted: boolean;
  /** Amount of money with decimals; else a whole number. */
  readonly isMoney: boolean;
}

/** Every cell that carries a figure of its own, totals included, in the order of the printed form. */
export function cellsOf(form: StatutoryForm): readonly FormCell[] {
  return [...contentCells(form), ...requestCells(form), ...proceedingCells(form), feeCell(form)];
}

function contentCells({ part2 }: StatutoryForm): FormCell[] {
  return part2.flatMap(({ rows, columns }) =>
    rows.flatMap((row) =>
      columns.map((column) => ({
        cell: cellOf('p2', row.code, column.code),
        label: `${row.label} · ${column.label}`,
        isCounted: row.isCounted ?? false,
        isMoney: column.isMoney ?? false,
      })),
    ),
  );
}

function requestCells({ part3 }: StatutoryForm): FormCell[] {
  return fullLabels(part3.rows).flatMap(([row, label]) =>
    part3.columns.map((column) => ({
      cell: cellOf('p3', row, column.code),
      label: `${label} · ${column.label}`,
      isCounted: true,
      isMoney: false,
    })),
  );
}

/** Rows with figures and their names; “3.其他” says too little without its group. */
function fullLabels(rows: readonly FormRow[], groups: readonly string[] = []): [string, string][] {
  return rows.flatMap((row): [string, string][] =>
    row.rows ? fullLabels(row.rows, [...groups, row.label]) : [[row.code, `${groups.slice(1).join('')}${row.label}`]],
  );
}

function proceedingCells({ part4 }: StatutoryForm): FormCell[] {
  return part4.groups.flatMap((group) =>
    part4.columns.map((column) => ({
      cell: cellOf('p4', group.code, column.code),
      label: `${group.label} · ${column.label}`,
      isCounted: true,
      isMoney: false,
    })),
  );
}

function feeCell({ parts }: StatutoryForm): FormCell {
  return { cell: FEE_CELL, label: `${parts[5] ?? ''} · 收取信息处理费（元）`, isCounted: true, isMoney: true };
}

/** Rows with figures; groups are only headings. */
export function figureRows(rows: readonly FormRow[]): readonly FormRow[] {
  return rows.flatMap((row) => (row.rows ? figureRows(row.rows) : [row]));
}

/** The cells that are sums of others, in an order in which each needs only sums before it. */
export function totalsOf(form: StatutoryForm): readonly TotalCell[] {
  const byRow = form.checks.flatMap((check): TotalCell[] => {
    if (check.kind !== 'rows' || check.left.length !== 1) return [];
    const [total = ''] = check.left;
    return form.part3.columns.map(({ code }) => ({
      cell: cellOf('p3', total, code),
      parts: check.right.map((row) => cellOf('p3', row, code)),
    }));
  });
  const byColumn = form.checks.flatMap((check): TotalCell[] => {
    if (check.kind !== 'columns') return [];
    const rows = check.part === 'p3' ? figureRows(form.part3.rows) : form.part4.groups;
    return rows.map(({ code }) => ({
      cell: cellOf(check.part, code, check.total),
      parts: check.parts.map((column) => cellOf(check.part, code, column)),
    }));
  });
  const known = new Set(byColumn.map(({ cell }) => cell));
  const all = [...byColumn, ...byRow.filter(({ cell }) => !known.has(cell))];
  const sums = new Set(all.map(({ cell }) => cell));
  // A total of totals comes after them.
  const isOfTotals = ({ parts }: TotalCell) => parts.some((part) => sums.has(part));
  return [...all.filter((one) => !isOfTotals(one)), ...all.filter(isOfTotals)];
}

/** The cells of which a cell is the sum, down to those that are no sums; itself when it is none. */
export function leavesOf(form: StatutoryForm, cell: CellId): readonly CellId[] {
  const parts = new Map(totalsOf(form).map((one) => [one.cell, one.parts]));
  const below = (one: CellId): readonly CellId[] => parts.get(one)?.flatMap(below) ?? [one];
  return below(cell);
}
