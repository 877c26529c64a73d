import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import type { DemoPlan } from '../plan.ts';
import {
  COLUMNS,
  chineseDay,
  noticeText,
  noticeTitle,
  type PrintedRow,
  printedRows,
  tableTitle,
} from './table-rows.ts';

/** Twentieths of a point; together the width of an A4 page on its side without margins. */
const WIDTHS = [700, 1500, 2500, 5700, 2700, 1400] as const;

const SONG = { ascii: 'Times New Roman', eastAsia: '仿宋', hAnsi: 'Times New Roman' } as const;
const HEI = { ascii: 'Times New Roman', eastAsia: '黑体', hAnsi: 'Times New Roman' } as const;

/** The plan as a Word file: notice, narrative, and on pages on their side the breakdown table with joined category cells. */
export async function planDocx(plan: DemoPlan): Promise<Uint8Array> {
  const document = new Document({
    title: plan.title,
    creator: plan.issuer,
    styles: { default: { document: { run: { font: SONG, size: 32 } } } },
    sections: [
      { footers: { default: pageNumber() }, children: notice(plan) },
      {
        properties: { page: { size: { orientation: PageOrientation.LANDSCAPE, width: 11906, height: 16838 } } },
        footers: { default: pageNumber() },
        children: [
          line('附件', { font: HEI }),
          line(tableTitle(plan), { font: HEI, size: 36, align: AlignmentType.CENTER }),
          breakdown(plan),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function notice(plan: DemoPlan): Paragraph[] {
  const narrative = plan.sections.flatMap((section) => [
    line(section.heading, { font: HEI, indent: true }),
    ...section.paragraphs.map((text) => line(text, { indent: true })),
  ]);
  return [
    line(`${plan.issuer}文件`, { font: HEI, size: 44, align: AlignmentType.CENTER, colour: 'C00000' }),
    line(plan.documentNumber, { align: AlignmentType.CENTER }),
    line(noticeTitle(plan), { font: HEI, size: 40, align: AlignmentType.CENTER }),
    line(plan.addressees),
    line(noticeText(plan), { indent: true }),
    line(plan.issuer, { align: AlignmentType.RIGHT }),
    line(chineseDay(plan.issuedOn), { align: AlignmentType.RIGHT }),
    line('（此件公开发布）', { indent: true }),
    line(plan.title, { font: HEI, size: 40, align: AlignmentType.CENTER, pageBreak: true }),
    ...narrative,
  ];
}

function breakdown(plan: DemoPlan): Table {
  return new Table({
    width: { size: WIDTHS.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...WIDTHS],
    rows: [
      new TableRow({ tableHeader: true, children: COLUMNS.map((name, column) => cell(name, column, { head: true })) }),
      ...printedRows(plan).map(tableRow),
    ],
  });
}

function tableRow(row: PrintedRow): TableRow {
  const children = [cell(row.number, 0)];
  if (row.category) children.push(cell(row.category.name, 1, { span: row.category.span }));
  children.push(cell(row.name, 2), cell(row.content, 3), cell(row.units, 4), cell(row.deadline, 5));
  return new TableRow({ cantSplit: true, children });
}

function cell(text: string, column: number, options: { head?: boolean; span?: number } = {}): TableCell {
  const centred = options.head || column < 2 || column === 5;
  const run = new TextRun({ text, size: 22, font: options.head ? HEI : SONG });
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  return new TableCell({
    children: [new Paragraph({ alignment: centred ? AlignmentType.CENTER : AlignmentType.LEFT, children: [run] })],
    width: { size: WIDTHS[column] ?? 1000, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    borders: { top: border, bottom: border, left: border, right: border },
    ...(options.span && options.span > 1 ? { rowSpan: options.span } : {}),
  });
}

interface LineOptions {
  readonly font?: typeof SONG | typeof HEI;
  readonly size?: number;
  readonly align?: (typeof AlignmentType)[keyof typeof AlignmentType];
  readonly indent?: boolean;
  readonly colour?: string;
  readonly pageBreak?: boolean;
}

function line(text: string, options: LineOptions = {}): Paragraph {
  const run = new TextRun({
    text,
    font: options.font ?? SONG,
    size: options.size ?? 32,
    ...(options.colour ? { color: options.colour } : {}),
  });
  const paragraph: IParagraphOptions = {
    children: [run],
    spacing: { line: 560 },
    ...(options.align ? { alignment: options.align } : {}),
    ...(options.indent ? { indent: { firstLine: 640 } } : {}),
    ...(options.pageBreak ? { pageBreakBefore: true } : {}),
  };
  return new Paragraph(paragraph);
}

function pageNumber(): Footer {
  const run = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}
