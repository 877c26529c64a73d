import type { SourceCell, SourceDocument, SourceFormat, SourceTable } from './source-document.ts';

/** Draws a table for tests: `^` goes on from the cell above, `<` from the cell to the left. */
export function drawTable(rows: readonly (readonly string[])[]): SourceTable {
  const cells: SourceCell[] = [];
  const at = (row: number, column: number) => rows[row]?.[column];
  for (const [row, texts] of rows.entries()) {
    for (const [column, text] of texts.entries()) {
      if (text === '^' || text === '<') continue;
      let [rowSpan, columnSpan] = [1, 1];
      while (at(row + rowSpan, column) === '^') rowSpan += 1;
      while (at(row, column + columnSpan) === '<') columnSpan += 1;
      cells.push({ row, column, rowSpan, columnSpan, text, place: { row: row + 1 } });
    }
  }
  const columnCount = Math.max(...rows.map((row) => row.length));
  return { kind: 'table', rowCount: rows.length, columnCount, cells, place: {} };
}

/** A document of paragraphs (strings) and drawn tables. */
export function drawDocument(
  blocks: readonly (string | readonly (readonly string[])[])[],
  format: SourceFormat = 'docx',
): SourceDocument {
  return {
    format,
    blocks: blocks.map((block) =>
      typeof block === 'string' ? { kind: 'paragraph', text: block, place: {} } : drawTable(block),
    ),
  };
}
