import { cellsOf, totalsOf } from './cells.ts';
import type { CellId, StatutoryForm } from './form-shape.ts';

/** A figure of the report with what it is made of. */
export interface Figure {
  /** From records of the platform; null: it has none of this sort. */
  readonly counted: number | null;
  /** Stated by hand with its source; null: nothing stated. */
  readonly declared: number | null;
  /** What the report says; null: still to be stated. */
  readonly value: number | null;
}

export type Figures = ReadonlyMap<CellId, Figure>;

/**
 * All figures of a report. Totals are sums of their parts, counted and declared apart, so nobody types one.
 * @param counted how many records (or yuan) stand behind a cell; absent: none
 * @param declared what people stated of cells that are no totals
 */
export function figuresOf(
  form: StatutoryForm,
  counted: ReadonlyMap<CellId, number>,
  declared: ReadonlyMap<CellId, number>,
): Figures {
  const totals = totalsOf(form);
  const isTotal = new Set(totals.map(({ cell }) => cell));
  const figures = new Map<CellId, Figure>();
  for (const { cell, isCounted } of cellsOf(form)) {
    if (!isTotal.has(cell)) figures.set(cell, figure(isCounted ? (counted.get(cell) ?? 0) : null, declared.get(cell)));
  }
  for (const { cell, parts } of totals) figures.set(cell, sumOf(parts.map((part) => figures.get(part) ?? EMPTY)));
  return figures;
}

const EMPTY: Figure = { counted: 0, declared: null, value: 0 };

function figure(counted: number | null, declared: number | undefined): Figure {
  const stated = declared ?? null;
  return { counted, declared: stated, value: counted === null && stated === null ? null : sum([counted, stated]) };
}

function sumOf(parts: readonly Figure[]): Figure {
  const stated = parts.map(({ declared }) => declared).filter((one) => one !== null);
  const declared = stated.length === 0 ? null : sum(stated);
  return { counted: sum(parts.map((part) => part.counted)), declared, value: sum(parts.map((part) => part.value)) };
}

/** Figures of several reports together: the district's are those of its units and its own. A figure that nobody stated stays unstated. */
export function mergedCells(all: readonly ReadonlyMap<CellId, number>[]): ReadonlyMap<CellId, number> {
  const merged = new Map<CellId, number>();
  for (const cells of all) {
    for (const [cell, value] of cells) merged.set(cell, sum([merged.get(cell) ?? 0, value]));
  }
  return merged;
}

/** Amounts in 万元 go down to a fen, six decimals; binary fractions are not let through. */
function sum(values: readonly (number | null)[]): number {
  return Math.round(values.reduce<number>((all, one) => all + (one ?? 0), 0) * 1e6) / 1e6;
}
