import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { CommentReference, Document, Packer, Paragraph, TextRun } from 'docx';
import ExcelJS from 'exceljs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pngFile } from '../src/modules/attachments/image.fixtures.ts';
import { CANARY_NUMBER } from './journey-notice.ts';

export interface MadeFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const made = (name: string, bytes: Uint8Array): MadeFile => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

export function picture(): MadeFile {
  return { ...made('流程图.png', pngFile()), mimeType: 'image/png' };
}

/** A workbook with a sheet that nobody sees on opening it. */
export async function workbookWithHiddenSheet(): Promise<MadeFile> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('发放汇总').addRows([
    ['类别', '人数'],
    ['临时救助', 1],
  ]);
  const hidden = workbook.addWorksheet('底稿');
  hidden.addRow(['内部测算']);
  hidden.state = 'hidden';
  return made('发放汇总.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()));
}

/** A Word file in which a colleague's comment was left. */
export async function documentWithComment(): Promise<MadeFile> {
  const comment = { id: 0, author: '某科', children: [new Paragraph('这一条先别写')] };
  const children = [new Paragraph({ children: [new TextRun('发放办法'), new CommentReference(0)] })];
  return made(
    '发放办法.docx',
    await Packer.toBuffer(new Document({ comments: { children: [comment] }, sections: [{ children }] })),
  );
}

/** A page with a citizen's number in its text. */
export async function pdfWithNumber(): Promise<MadeFile> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText(`ID ${CANARY_NUMBER}`, { x: 60, y: 700, size: 14, font });
  return made('名单.pdf', await document.save());
}

/** All words of a PDF that a reader can select. */
export async function wordsOfPdf(bytes: Uint8Array): Promise<string> {
  const document = await getDocument({ data: bytes, useSystemFonts: false }).promise;
  const pages = Array.from({ length: document.numPages }, (_, index) => index + 1);
  const texts = await Promise.all(
    pages.map(async (number) => (await (await document.getPage(number)).getTextContent()).items),
  );
  await document.destroy();
  return texts
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join('');
}
