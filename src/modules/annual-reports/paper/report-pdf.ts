import { type PdfNode, printPages } from '../../library/index.ts';
import { headingRows, type PaperBlock, type PaperCell, type PaperTable, type ReportPaper } from './report-paper.ts';

const MARGINS = [64, 72, 64, 72] as const;
const HEAD_FILL = '#f2f2f2';
const TABLE_SIZE = 8;
const AFTER = [0, 0, 0, 6] as const;

/** A4 with the tables of the form; made in a process of its own. */
export function reportPdf(paper: ReportPaper, madeAt: Date): Promise<Buffer> {
  return printPages({
    title: paper.title,
    author: paper.unitName,
    nodes: reportNodes(paper),
    margins: MARGINS,
    fontSize: 12,
    lineHeight: 1.5,
    hasPageNumbers: true,
    madeAt,
  });
}

export function reportNodes({ title, notice, blocks }: ReportPaper): PdfNode[] {
  return [
    { text: [{ text: title, bold: true }], fontSize: 20, alignment: 'center', margin: [0, 0, 0, 12] },
    ...(notice ? [{ text: [{ text: notice }], alignment: 'center', margin: [0, 0, 0, 10] } as const] : []),
    ...blocks.flatMap((block, at) => {
      const [before, after] = [blocks[at - 1], blocks[at + 1]];
      if (isWholeTable(block) && before?.kind === 'heading') return [];
      if (block.kind === 'heading' && isWholeTable(after))
        return [{ stack: [blockNode(block), blockNode(after)], unbreakable: true }];
      return [blockNode(block)];
    }),
  ];
}

function isWholeTable(block: PaperBlock | undefined): block is PaperTable {
  return block?.kind === 'table' && block.isWhole;
}

function blockNode(block: PaperBlock): PdfNode {
  if (block.kind === 'table') return tableNode(block);
  if (block.kind === 'paragraph') return { text: [{ text: block.text }], leadingIndent: 24, margin: AFTER };
  const isPart = block.level === 2;
  return { text: [{ text: block.text, bold: true }], fontSize: isPart ? 14 : 12, margin: [0, isPart ? 10 : 4, 0, 6] };
}

function tableNode({ widths, rows }: PaperTable): PdfNode {
  return {
    table: {
      headerRows: headingRows(rows),
      dontBreakRows: true,
      widths: widths.map((share) => `${share.toFixed(3)}%`),
      body: grid(rows, widths.length),
    },
    layout: 'record',
    margin: [0, 4, 0, 10],
  };
}

type Node = ReturnType<typeof cellNode> | Record<string, never>;

/** The engine wants an empty place wherever a joined cell reaches. */
function grid(rows: readonly (readonly PaperCell[])[], width: number): Node[][] {
  const body: Node[][] = rows.map(() => Array.from({ length: width }, () => ({})));
  const taken = rows.map(() => new Set<number>());
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const cell of row) {
      while (taken[y]?.has(x)) x += 1;
      const line = body[y];
      if (line) line[x] = cellNode(cell);
      for (let down = 0; down < cell.rows; down += 1) {
        for (let across = 0; across < cell.columns; across += 1) taken[y + down]?.add(x + across);
      }
      x += cell.columns;
    }
  }
  return body;
}

function cellNode({ text, value, heading, columns, rows }: PaperCell) {
  const isCentred = heading === 'column' || value !== null;
  const words = {
    text: [{ text }],
    fontSize: TABLE_SIZE,
    lineHeight: 1.25,
    ...(isCentred ? { alignment: 'center' as const } : {}),
  };
  return {
    stack: [words],
    ...(columns > 1 ? { colSpan: columns } : {}),
    ...(rows > 1 ? { rowSpan: rows } : {}),
    ...(heading === null ? {} : { fillColor: HEAD_FILL }),
  };
}
