import type { DocumentBody } from '../../../kernel/document-body.ts';
import type { PaperCell, PaperTable, ReportPaper } from './report-paper.ts';

type Block = DocumentBody['content'][number];
type Paragraph = Extract<Block, { type: 'paragraph' }>;

/** The report as the text of a publication: what is reviewed, published and frozen by the door out. */
export function reportBody({ blocks }: ReportPaper): DocumentBody {
  return {
    type: 'doc',
    content: blocks.map((block, at): Block => {
      const id = `b${at + 1}`;
      if (block.kind === 'table') return tableBlock(id, block);
      if (block.kind === 'paragraph') return paragraph(id, block.text);
      return { type: 'heading', attrs: { id, level: block.level }, content: [{ type: 'text', text: block.text }] };
    }),
  };
}

function tableBlock(id: string, { rows }: PaperTable): Block {
  return {
    type: 'table',
    attrs: { id },
    content: rows.map((row, y) => ({
      type: 'tableRow',
      content: row.map((cell, x) => tableCell(`${id}-${y}-${x}`, cell)),
    })),
  };
}

function tableCell(id: string, { text, heading, columns, rows }: PaperCell) {
  return {
    type: heading === null ? ('tableCell' as const) : ('tableHeader' as const),
    attrs: { ...(columns > 1 ? { colspan: columns } : {}), ...(rows > 1 ? { rowspan: rows } : {}) },
    content: [paragraph(id, text)],
  };
}

function paragraph(id: string, text: string): Paragraph {
  return { type: 'paragraph', attrs: { id }, ...(text ? { content: [{ type: 'text', text }] } : {}) };
}
