// biome-ignore-all lint/a11y/noRedundantRoles: a table laid out as blocks on phones loses its own roles in some screen readers
import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => ComponentChildren;
  /** `name` heads its row; `number` stands right; `wide` takes the room that is left; `bar` holds a picture. */
  readonly kind?: 'name' | 'number' | 'wide' | 'bar';
}

/**
 * A table with a caption that becomes a stack of cards on a phone. Roles are written out because a table that is laid out as
 * blocks is no longer read as one by some screen readers.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  hideCaption = false,
  figures = false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  hideCaption?: boolean;
  /** Mostly numbers: on a phone they stand side by side. */
  figures?: boolean;
}) {
  return (
    <table class={figures ? 'table table-figures' : 'table'} role="table">
      <caption class={hideCaption ? 'unseen' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th key={column.header} scope="col" role="columnheader" class={column.kind && `cell-${column.kind}`}>
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.header} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.kind === 'name') {
    return (
      <th scope="row" role="rowheader" class="cell-name" data-label={column.header}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    <td role="cell" class={column.kind && `cell-${column.kind}`} data-label={column.header}>
      {column.cell(row)}
    </td>
  );
}
