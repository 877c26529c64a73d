import type { Doubt, ImportRow } from '../../import/imports.contract.ts';
import { needsChoice } from './match-kinds.ts';

export type RowFilter = 'doubts' | 'units' | 'all' | 'edited';

export function openDoubts(row: ImportRow): readonly Doubt[] {
  return row.doubts.filter((doubt) => !doubt.settled);
}

/** Rows of the filter in the document's order; the open row stays although its last doubt was just settled. */
export function rowsToShow(
  rows: readonly ImportRow[],
  filter: RowFilter,
  openRow: string | undefined,
): readonly ImportRow[] {
  return rows
    .filter((row) => filter === 'all' || row.id === openRow || passes(row, filter))
    .sort((a, b) => a.position - b.position);
}

function passes(row: ImportRow, filter: Exclude<RowFilter, 'all'>): boolean {
  if (filter === 'edited') return row.edited || row.removed;
  if (row.removed) return false;
  return filter === 'doubts' ? openDoubts(row).length > 0 : hasOpenUnit(row);
}

/** A unit of the row is still to be mapped to the register, or none was read. */
export function hasOpenUnit(row: ImportRow): boolean {
  return row.units.length === 0 || row.units.some((unit) => needsChoice(unit.match));
}

/** The next row in doubt after the open one, round to the beginning. */
export function nextDoubtful(rows: readonly ImportRow[], openRow: string | undefined): ImportRow | undefined {
  const doubtful = [...rows]
    .sort((a, b) => a.position - b.position)
    .filter((row) => !row.removed && openDoubts(row).length > 0);
  const here = rows.find((row) => row.id === openRow)?.position ?? -1;
  return doubtful.find((row) => row.position > here) ?? doubtful[0];
}
