import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun,
} from 'docx';
import { spokenDate } from '../results/spoken-date.ts';
import type { Letter } from './letter-text.ts';

const mm = convertMillimetersToTwip;
/** Twentieths of a point, as Word itself writes A4. */
const A4 = { width: 11_906, height: 16_838 };
/** GB/T 9704: text of size 三号 in 仿宋, 22 lines of 28 characters; the fonts are named, and whoever has them sees them. */
const BODY = { font: '仿宋_GB2312', size: 32 };
const TITLE = { font: '方正小标宋简体', size: 44 };
const RED = 'E60012';
const LINE = { line: 579, lineRule: LineRuleType.EXACT };
/** Two characters of size 三号. */
const INDENT = { firstLine: 640 };

/** The letter as a Word file with the look of official papers, so that it can be sealed and signed as it is. */
export function writeLetterDocx(letter: Letter): Promise<Buffer> {
  const document = new Document({
    creator: letter.agency,
    title: letter.title,
    styles: { default: { document: { run: BODY } } },
    sections: [
      {
        properties: {
          page: {
            size: A4,
            margin: { top: mm(letter.hasRedHead ? 30 : 37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        footers: { default: pageNumber() },
        children: [...head(letter), ...body(letter), ...signature(letter)],
      },
    ],
  });
  return Packer.toBuffer(document);
}

function head({ agency, title, documentNumber, hasRedHead }: Letter): Paragraph[] {
  const number = documentNumber ?? '';
  return [
    ...(hasRedHead
      ? [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 60 },
            border: { bottom: { style: BorderStyle.THICK_THIN_SMALL_GAP, size: 24, color: RED, space: 6 } },
            children: [
              new TextRun({
                text: agency,
                font: TITLE.font,
                size: agency.length > 12 ? 44 : 56,
                color: RED,
                bold: true,
              }),
            ],
          }),
        ]
      : []),
    new Paragraph({
      alignment: hasRedHead ? AlignmentType.RIGHT : AlignmentType.CENTER,
      spacing: LINE,
      children: [new TextRun(number)],
    }),
    new Paragraph({ spacing: LINE }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 700, lineRule: LineRuleType.EXACT },
      children: [new TextRun({ text: title, ...TITLE })],
    }),
    new Paragraph({ spacing: LINE }),
  ];
}

function body({ addressee, paragraphs }: Letter): Paragraph[] {
  const last = paragraphs.length - 1;
  return [
    new Paragraph({ spacing: LINE, children: [new TextRun(addressee)] }),
    ...paragraphs.map(
      (text, at) =>
        new Paragraph({
          spacing: LINE,
          indent: INDENT,
          alignment: AlignmentType.BOTH,
          // The seal never stands alone on a page.
          keepNext: at === last,
          children: [new TextRun(text)],
        }),
    ),
  ];
}

/** Name of the agency above the day, four characters from the right edge; room above it for the seal. */
function signature({ agency, signedOn }: Letter): Paragraph[] {
  const right = (text: string, characters: number, keepNext: boolean) =>
    new Paragraph({
      alignment: AlignmentType.RIGHT,
      spacing: LINE,
      indent: { right: characters * 320 },
      keepNext,
      keepLines: true,
      children: [new TextRun(text)],
    });
  const room = () => new Paragraph({ spacing: LINE, keepNext: true });
  const day = signedOn ? spokenDate(signedOn) : '　　年　月　日';
  // The longer of the two keeps four characters free, the other is set in the middle of it (GB/T 9704 7.3.5).
  const width = (text: string) => [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 128 ? 0.5 : 1), 0);
  const free = Math.max(0, (width(day) - width(agency)) / 2);
  const more = Math.max(0, (width(agency) - width(day)) / 2);
  return [room(), room(), right(agency, 4 + Math.round(free), true), right(day, 4 + Math.round(more), false)];
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
