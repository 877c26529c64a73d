import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, type PDFPage, PDFRawStream } from '@cantoo/pdf-lib';
import { openPdf } from '../../../platform/pdf/open-pdf.ts';
import { pdfGlyphs } from './pdf-glyphs.ts';
import { pictureContent } from './rebuild-pdf.ts';

const CATALOGUE = new Set(['Type', 'Pages', 'Lang']);
const PICTURE_PAGE = new Set(['Type', 'Parent', 'Resources', 'MediaBox', 'Contents']);

/**
 * Opens the finished file with two libraries and looks into every layer.
 * @returns what is there and must not be; empty when the masking is proved
 */
export async function leftovers(bytes: Uint8Array, drawn: readonly number[]): Promise<string[]> {
  return [...(await ofStructure(bytes, drawn)), ...(await ofLetters(bytes, drawn)), ...(await ofDocument(bytes))];
}

async function ofStructure(bytes: Uint8Array, drawn: readonly number[]): Promise<string[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const found = document.catalog
    .keys()
    .map((key) => key.decodeText())
    .filter((key) => !CATALOGUE.has(key));
  if (document.context.trailerInfo.Info) found.push('document information');
  for (const number of drawn) found.push(...ofPicturePage(document.getPage(number - 1), number));
  return found;
}

/** A drawn page holds one picture, nothing else, and its content is to the letter what we write. */
function ofPicturePage(page: PDFPage, number: number): string[] {
  const found = page.node
    .keys()
    .map((key) => key.decodeText())
    .filter((key) => !PICTURE_PAGE.has(key));
  const { width, height } = page.getSize();
  const contents = page.node.Contents();
  const written =
    contents instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(contents).decode()) : '';
  if (written !== pictureContent(width, height)) found.push('content');
  const resources = page.node.Resources();
  if (resources?.keys().length !== 1) found.push('resources');
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict) || objects.keys().length !== 1) found.push('objects');
  return found.map((what) => `page ${number}: ${what}`);
}

async function ofLetters(bytes: Uint8Array, drawn: readonly number[]): Promise<string[]> {
  return (await pdfGlyphs(bytes))
    .filter(({ number, glyphs }) => drawn.includes(number) && glyphs.length > 0)
    .map(({ number }) => `page ${number}: letters`);
}

async function ofDocument(bytes: Uint8Array): Promise<string[]> {
  const loading = openPdf(bytes);
  try {
    const document = await loading.promise;
    const { metadata, info } = await document.getMetadata();
    const found = [
      metadata && 'metadata',
      await document.getAttachments(),
      await document.getJSActions(),
      await document.getOutline(),
      await document.getFieldObjects(),
    ];
    const properties = Object.keys(info).filter((key) =>
      /^(?:Title|Author|Subject|Keywords|Creator|Producer|CreationDate|ModDate|Custom)$/.test(key),
    );
    return [...found.flatMap((what, at) => (what ? [`layer ${at}`] : [])), ...properties];
  } finally {
    await loading.destroy();
  }
}
