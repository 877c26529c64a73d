import type { Block, CellBlock, Paragraph, Table } from './document-body/nodes.ts';

/** Short ways to write bodies in tests. */
export function paragraph(id: string, text: string): Paragraph {
  return { type: 'paragraph', attrs: { id }, ...(text ? { content: [{ type: 'text', text }] } : {}) };
}

/** Rows of words; the first row is the heading. */
export function table(id: string, rows: readonly (readonly string[])[]): Table {
  return {
    type: 'table',
    attrs: { id },
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((words, column) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        content: [paragraph(`${id}-${row}-${column}`, words) as CellBlock],
      })),
    })),
  };
}

export function bodyOf(...content: Block[]) {
  return { type: 'doc' as const, content };
}
