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

export function withMarks(marks: unknown[]): Block {
  return {
    type: 'paragraph',
    attrs: { id: 'm' },
    content: [{ type: 'text', text: '文字', marks }],
  } as unknown as Block;
}

/** One of every node and mark of the closed set. */
export function everyNode(): unknown {
  const link = { type: 'link', attrs: { href: 'https://www.gov.cn/?a=1&b=2' } };
  const item = (...content: unknown[]) => ({ type: 'listItem', content });
  return {
    type: 'doc',
    content: [
      {
        type: 'heading',
        attrs: { id: 'h', level: 2, align: 'center' },
        content: [{ type: 'text', text: '第一章 总则' }],
      },
      {
        type: 'paragraph',
        attrs: { id: 'p', align: 'right' },
        content: [
          { type: 'text', text: '<通知>', marks: [{ type: 'underline' }, link, { type: 'bold' }, { type: 'italic' }] },
        ],
      },
      {
        type: 'bulletList',
        attrs: { id: 'u' },
        content: [
          item(paragraph('u1', '一'), {
            type: 'orderedList',
            attrs: { id: 'o', start: 3 },
            content: [item(paragraph('o1', '二'))],
          }),
        ],
      },
      { type: 'blockquote', attrs: { id: 'q' }, content: [paragraph('q1', '引文')] },
      {
        type: 'table',
        attrs: { id: 't' },
        content: [
          {
            type: 'tableRow',
            content: [{ type: 'tableHeader', attrs: { colspan: 2 }, content: [paragraph('c1', '姓名')] }],
          },
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', content: [paragraph('c2', '甲')] },
              { type: 'tableCell', attrs: { rowspan: 2 }, content: [paragraph('c3', '')] },
            ],
          },
        ],
      },
      { type: 'image', attrs: { id: 'i', fileSha256: 'a'.repeat(64), alt: '"流程"图' } },
      { type: 'horizontalRule', attrs: { id: 'r' } },
    ],
  };
}
