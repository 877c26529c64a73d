import type { Doubt, ImportRow } from '../../imports.contract.ts';

export type RowFilter = 'doubts' | 'all' | 'edited';

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
    .filter(
      (row) =>
        filter === 'all' ||
        row.id === openRow ||
        (filter === 'doubts' ? !row.removed && openDoubts(row).length > 0 : row.edited || row.removed),
    )
    .sort((a, b) => a.position - b.position);
}

/** The next row in doubt after the open one, round to the beginning. */
export function nextDoubtful(rows: readonly ImportRow[], openRow: string | undefined): ImportRow | undefined {
  const doubtful = [...rows]
    .sort((a, b) => a.position - b.position)
    .filter((row) => !row.removed && openDoubts(row).length > 0);
  const here = rows.find((row) => row.id === openRow)?.position ?? -1;
  return doubtful.find((row) => row.position > here) ?? doubtful[0];
}
