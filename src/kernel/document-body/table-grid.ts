import type { Table, TableCell } from './nodes.ts';

export interface PlacedCell {
  readonly row: number;
  /** Column as seen, counting what cells above and at the left reach over. */
  readonly column: number;
  readonly cell: TableCell;
}

/** Cells with the place at which people see them. */
export function tableGrid(table: Table): PlacedCell[] {
  const placed: PlacedCell[] = [];
  // Column → first row that is free again.
  const taken: number[] = [];
  table.content.forEach((tableRow, row) => {
    let column = 0;
    for (const cell of tableRow.content ?? []) {
      while ((taken[column] ?? 0) > row) column += 1;
      placed.push({ row, column, cell });
      const { colspan = 1, rowspan = 1 } = cell.attrs ?? {};
      for (let offset = 0; offset < colspan; offset += 1) taken[column + offset] = row + rowspan;
      column += colspan;
    }
  });
  return placed;
}
