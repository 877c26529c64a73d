import { type PdfNode, type PrintedPages, printPages } from '../../library/index.ts';
import { spokenDate } from '../results/spoken-date.ts';
import type { Letter } from './letter-text.ts';

const MM = 72 / 25.4;
const RED = '#e60012';
/** 三号; the same measures as the Word file, in the font that comes with the program. */
const SIZE = 16;
const LINE_HEIGHT = 1.3;

/** The letter as PDF, from the same content as the Word file. @param madeAt stands in the data of the file alone */
export function writeLetterPdf(letter: Letter, madeAt: Date): Promise<Buffer> {
  return printPages(letterPages(letter, madeAt));
}

export function letterPages(letter: Letter, madeAt: Date): PrintedPages {
  const { agency, title, hasRedHead } = letter;
  return {
    title,
    author: agency,
    nodes: [...head(letter), ...body(letter)],
    margins: [28 * MM, (hasRedHead ? 30 : 37) * MM, 26 * MM, 35 * MM],
    fontSize: SIZE,
    lineHeight: LINE_HEIGHT,
    hasPageNumbers: true,
    ...(hasRedHead
      ? {
          lines: [
            { y: 50 * MM, width: 170 * MM, thickness: 2, color: RED },
            { y: 51 * MM, width: 170 * MM, thickness: 0.7, color: RED },
          ],
        }
      : {}),
    madeAt,
  };
}

function head({ agency, title, documentNumber, hasRedHead }: Letter): PdfNode[] {
  const size = agency.length > 12 ? 22 : 28;
  return [
    ...(hasRedHead
      ? [
          {
            text: [{ text: agency, bold: true as const, color: RED }],
            fontSize: size,
            lineHeight: 1,
            alignment: 'center' as const,
            // The lines lie 50 mm from the edge, the first number below them.
            margin: [0, 0, 0, 22 * MM - size] as const,
          },
        ]
      : []),
    {
      text: [{ text: documentNumber ?? ' ' }],
      alignment: hasRedHead ? 'right' : 'center',
      margin: [0, 0, 0, SIZE],
    },
    { text: [{ text: title, bold: true }], fontSize: 22, alignment: 'center', margin: [0, 4, 0, SIZE] },
  ];
}

function body({ agency, signedOn, addressee, paragraphs }: Letter): PdfNode[] {
  const set = (text: string): PdfNode => ({ text: [{ text }], leadingIndent: 2 * SIZE });
  const day = signedOn ? spokenDate(signedOn) : '　　年　月　日';
  const width = Math.max(widthOf(agency), widthOf(day));
  const sign = (text: string): PdfNode => ({
    text: [{ text }],
    alignment: 'right',
    margin: [0, 0, (4 + (width - widthOf(text)) / 2) * SIZE, 0],
  });
  const last = paragraphs.at(-1);
  return [
    { text: [{ text: addressee }] },
    ...paragraphs.slice(0, -1).map(set),
    // Words stand above every signature: a seal never stands alone on a page.
    {
      stack: [
        ...(last === undefined ? [] : [set(last)]),
        { text: [{ text: ' ' }], margin: [0, SIZE, 0, 0] },
        sign(agency),
        sign(day),
      ],
      unbreakable: true,
    },
  ];
}

function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 128 ? 0.5 : 1), 0);
}
