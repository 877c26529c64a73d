import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  HeadingLevel,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
} from 'docx';
import { headingRows, type PaperCell, type PaperTable, type ReportPaper } from './report-paper.ts';

const mm = convertMillimetersToTwip;
const A4 = { width: 11_906, height: 16_838 };
const MARGIN = { top: mm(30), bottom: mm(28), left: mm(24), right: mm(24) };
/** Millimetres between the margins. */
const WIDTH = 162;
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };
/** Half points: 三号 of official papers, and what a table of ten columns can bear. */
const BODY_SIZE = 32;
const TABLE_SIZE = 18;
const LINE = { line: 560, lineRule: LineRuleType.EXACT } as const;

/** A4 as official papers are typed: 方正小标宋 title, 黑体 and 楷体 headings, 仿宋 text, page numbers between dashes. */
export async function reportDocx(paper: ReportPaper): Promise<Buffer> {
  const document = new Document({
    creator: '明窗',
    title: paper.title,
    styles: { default: { document: { run: { font: '仿宋', size: BODY_SIZE } } } },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGIN } },
        footers: { default: pageNumber() },
        children: [title(paper.title), ...notice(paper.notice), ...paper.blocks.flatMap(blockOf)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function blockOf(block: ReportPaper['blocks'][number]): (Paragraph | Table)[] {
  // Two tables that touch would become one.
  if (block.kind === 'table') return [table(block), new Paragraph({ spacing: { after: 120 } })];
  if (block.kind === 'paragraph')
    return [new Paragraph({ spacing: LINE, indent: { firstLine: 640 }, children: [new TextRun(block.text)] })];
  const font = block.level === 2 ? '黑体' : '楷体';
  return [
    new Paragraph({
      heading: block.level === 2 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
      spacing: LINE,
      keepNext: true,
      indent: { firstLine: 640 },
      children: [new TextRun({ text: block.text, font, size: BODY_SIZE, color: '000000' })],
    }),
  ];
}

function title(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 320 },
    children: [new TextRun({ text, font: '方正小标宋简体', size: 44 })],
  });
}

function notice(text: string | null): Paragraph[] {
  if (text === null) return [];
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: 240 },
      children: [new TextRun({ text, font: '楷体', size: 24 })],
    }),
  ];
}

function table({ widths, rows, isWhole }: PaperTable): Table {
  const heads = headingRows(rows);
  const columns = widths.map((share) => Math.round(mm((WIDTH * share) / 100)));
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: placed(rows, columns.length).map(
      (line, y) =>
        new TableRow({
          cantSplit: true,
          tableHeader: y < heads,
          children: line.map((place) => cellOf(place, columns, isWhole && y < rows.length - 1)),
        }),
    ),
  });
}

/** A cell at one of its rows; those below the first only go on with it. */
interface Place {
  readonly cell: PaperCell;
  readonly column: number;
  readonly isFirst: boolean;
}

/** Every row with a place for each cell that stands in it or reaches into it from above. */
function placed(rows: readonly (readonly PaperCell[])[], width: number): Place[][] {
  const reaching: ({ place: Place; left: number } | undefined)[] = Array.from({ length: width });
  return rows.map((row) => {
    const waiting = [...row];
    const line: Place[] = [];
    for (let column = 0; column < width; ) {
      const above = reaching[column];
      if (above && above.left > 0) {
        above.left -= 1;
        line.push({ ...above.place, isFirst: false });
        column += above.place.cell.columns;
        continue;
      }
      const cell = waiting.shift();
      if (!cell) break;
      const place = { cell, column, isFirst: true };
      reaching[column] = { place, left: cell.rows - 1 };
      line.push(place);
      column += cell.columns;
    }
    return line;
  });
}

/** @param keepNext on one page with the row below */
function cellOf({ cell, column, isFirst }: Place, columns: readonly number[], keepNext: boolean): TableCell {
  const { text, heading, columns: across, rows } = cell;
  const width = columns.slice(column, column + across).reduce((sum, one) => sum + one, 0);
  const merge = isFirst ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE;
  const isCentred = heading !== 'row' && (heading === 'column' || cell.value !== null || text.length < 12);
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 20, bottom: 20, left: 40, right: 40 },
    columnSpan: across,
    ...(rows > 1 ? { verticalMerge: merge } : {}),
    children: [
      new Paragraph({
        keepNext,
        alignment: isCentred ? AlignmentType.CENTER : AlignmentType.LEFT,
        children: [
          new TextRun({ text: isFirst ? text : '', size: TABLE_SIZE, font: heading === null ? '仿宋' : '宋体' }),
        ],
      }),
    ],
  });
}

function pageNumber(): Footer {
  return new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ font: '宋体', size: 28, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}
