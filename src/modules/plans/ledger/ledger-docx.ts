import { Readable } from 'node:stream';
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';

/** One task as a printed row. */
export interface LedgerLine {
  readonly number: number;
  readonly category: string;
  readonly task: string;
  readonly units: string;
  readonly deadline: string;
  readonly progress: string;
  readonly state: string;
  readonly evidence: string;
}

/** Widths in millimetres; A4 landscape between margins of 20 mm has 257. */
const COLUMNS: readonly { readonly key: keyof LedgerLine; readonly header: string; readonly width: number }[] = [
  { key: 'number', header: '序号', width: 12 },
  { key: 'category', header: '类别', width: 24 },
  { key: 'task', header: '任务', width: 70 },
  { key: 'units', header: '责任单位', width: 34 },
  { key: 'deadline', header: '时间节点', width: 22 },
  { key: 'progress', header: '进展情况', width: 50 },
  { key: 'state', header: '状态', width: 16 },
  { key: 'evidence', header: '佐证材料', width: 29 },
];
const mm = convertMillimetersToTwip;
/** Twentieths of a point, as Word itself writes A4. */
const A4 = { width: 11_906, height: 16_838 };
const EDGE = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
const BORDERS = { top: EDGE, bottom: EDGE, left: EDGE, right: EDGE };

/** A4 landscape, title, one table whose heading row is repeated on every page, page numbers as official papers print them. */
export function writeLedgerDocx(
  head: { readonly title: string; readonly subtitle: string },
  lines: readonly LedgerLine[],
): Readable {
  const document = new Document({
    creator: '明窗',
    title: head.title,
    styles: { default: { document: { run: { font: '仿宋', size: 21 } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...A4, orientation: PageOrientation.LANDSCAPE },
            margin: { top: mm(22), bottom: mm(20), left: mm(20), right: mm(20) },
          },
        },
        footers: { default: pageNumber() },
        children: [
          centred(head.title, { font: '宋体', size: 36, bold: true }),
          centred(head.subtitle, { font: '仿宋', size: 21 }),
          table(lines),
        ],
      },
    ],
  });
  return Readable.from(packed(document));
}

async function* packed(document: Document): AsyncGenerator<Uint8Array> {
  yield await Packer.toBuffer(document);
}

function table(lines: readonly LedgerLine[]): Table {
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map(({ header: text, width }) => cell([text], width, { font: '黑体', centre: true })),
  });
  const rows = lines.map(
    (line) =>
      new TableRow({
        children: COLUMNS.map(({ key, width }) =>
          cell(String(line[key]).split('\n'), width, {
            centre: key === 'number' || key === 'state' || key === 'deadline',
          }),
        ),
      }),
  );
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(COLUMNS.reduce((sum, column) => sum + column.width, 0)), type: WidthType.DXA },
    columnWidths: COLUMNS.map(({ width }) => mm(width)),
    rows: [header, ...rows],
  });
}

function cell(paragraphs: readonly string[], width: number, look: { font?: string; centre?: boolean }): TableCell {
  return new TableCell({
    width: { size: mm(width), type: WidthType.DXA },
    borders: BORDERS,
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: paragraphs.map(
      (text) =>
        new Paragraph({
          alignment: look.centre ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [new TextRun({ text, ...(look.font ? { font: look.font } : {}) })],
        }),
    ),
  });
}

function centred(text: string, run: { font: string; size: number; bold?: boolean }): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after: 160 },
    children: [new TextRun({ text, ...run })],
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
