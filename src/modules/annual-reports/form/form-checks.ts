import { cellOf, cellsOf, figureRows } from './cells.ts';
import type { Figures } from './figures.ts';
import type { CellId, FormCheck, StatutoryForm } from './form-shape.ts';

/** Something that stands in the way of the report (`blocks`), or that somebody should look at. */
export interface ReportFault {
  /** Stable, kebab-case. */
  readonly code: string;
  readonly severity: 'blocks' | 'warns';
  /** Chinese sentence that says what is wrong and what to do. */
  readonly message: string;
  /** Cells that it is about. */
  readonly cells: readonly CellId[];
}

/**
 * Everything wrong with the figures, all at once (RPT-2).
 * @param lastYear figures of the report of the year before; undefined: none is kept here
 */
export function formFaults(form: StatutoryForm, figures: Figures, lastYear: Figures | undefined): ReportFault[] {
  return [
    ...unstated(form, figures),
    ...impossible(form, figures),
    ...form.checks.flatMap((check) => checkFaults(form, check, figures, lastYear)),
  ];
}

function unstated(form: StatutoryForm, figures: Figures): ReportFault[] {
  const missing = cellsOf(form).filter(({ cell }) => (figures.get(cell)?.value ?? null) === null);
  if (missing.length === 0) return [];
  const labels = missing.map(({ label }) => `“${label}”`).join('、');
  return [
    {
      code: 'unstated',
      severity: 'blocks',
      message: `${labels}还没有填报。平台没有这类记录，请填写数字并注明来源；没有发生的填 0。`,
      cells: missing.map(({ cell }) => cell),
    },
  ];
}

function impossible(form: StatutoryForm, figures: Figures): ReportFault[] {
  return cellsOf(form).flatMap(({ cell, label, isMoney }): ReportFault[] => {
    const value = figures.get(cell)?.value ?? 0;
    if (value < 0) return [blocked('negative', `“${label}”为 ${value}，不能小于 0，请核对补充申报的数字。`, [cell])];
    if (!isMoney && !Number.isInteger(value))
      return [blocked('not-whole', `“${label}”为 ${value}，应为整数，请核对补充申报的数字。`, [cell])];
    return [];
  });
}

function blocked(code: string, message: string, cells: readonly CellId[]): ReportFault {
  return { code, severity: 'blocks', message, cells };
}

function checkFaults(
  form: StatutoryForm,
  check: FormCheck,
  figures: Figures,
  lastYear: Figures | undefined,
): ReportFault[] {
  if (check.kind === 'rows') {
    return form.part3.columns.flatMap(({ code, label }) => {
      const left = check.left.map((row) => cellOf('p3', row, code));
      const right = check.right.map((row) => cellOf('p3', row, code));
      return compared(check, label, [sumOf(left, figures), sumOf(right, figures)], [...left, ...right]);
    });
  }
  if (check.kind === 'columns') {
    const rows = check.part === 'p3' ? figureRows(form.part3.rows) : form.part4.groups;
    return rows.flatMap((row) => {
      const total = cellOf(check.part, row.code, check.total);
      const parts = check.parts.map((column) => cellOf(check.part, row.code, column));
      return compared(check, row.label, [sumOf([total], figures), sumOf(parts, figures)], [total, ...parts]);
    });
  }
  if (!lastYear) return [];
  return form.part3.columns.flatMap(({ code, label }) => {
    const here = cellOf('p3', check.row, code);
    const before = cellOf('p3', check.lastYearRow, code);
    return compared(check, label, [sumOf([here], figures), sumOf([before], lastYear)], [here]);
  });
}

function compared(
  check: FormCheck,
  label: string,
  [left, right]: readonly [number, number],
  cells: readonly CellId[],
): ReportFault[] {
  if (left === right) return [];
  const message = `${label}：${check.words}，现在一边是 ${left}，另一边是 ${right}，相差 ${Math.abs(left - right)}。`;
  return [{ code: check.code, severity: check.severity, message, cells }];
}

function sumOf(cells: readonly CellId[], figures: Figures): number {
  return Math.round(cells.reduce((sum, cell) => sum + (figures.get(cell)?.value ?? 0), 0) * 1e6) / 1e6;
}
