import type { CellId } from '../form/form-shape.ts';
import type { Statement } from './statements.store.ts';

/** The newest statement of each cell, those taken back left out. @param statements newest first */
export function standing(statements: readonly Statement[]): readonly Statement[] {
  const newest = new Map<string, Statement>();
  for (const one of statements) {
    const key = `${one.reportId} ${one.cell}`;
    if (!newest.has(key)) newest.set(key, one);
  }
  return [...newest.values()].filter(({ amount }) => amount !== null);
}

/** What stands stated of each cell of one report. */
export function statedCells(statements: readonly Statement[]): ReadonlyMap<CellId, number> {
  return new Map(standing(statements).map(({ cell, amount }) => [cell, amount ?? 0]));
}
