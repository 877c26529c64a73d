import { PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import type { Box } from '../../../platform/pdf/paint-state.ts';
import { type DrawnPage, drawPage, openForDrawing } from './draw-page.ts';
import { canStay, stripPage } from './kept-page.ts';
import type { RedactionBox } from './redaction-box.ts';

export interface RebuiltPdf {
  readonly bytes: Uint8Array;
  /** Numbers of the pages that are pictures now. */
  readonly drawn: readonly number[];
}

/**
 * A new PDF of the pages alone: pages with boxes as pictures, others copied without anything that is not shown.
 * Nothing of the document around the pages comes along: properties, attachments, scripts, layers, forms, outline, older versions.
 */
export async function rebuildPdf(bytes: Uint8Array, boxes: readonly RedactionBox[]): Promise<RebuiltPdf> {
  const drawing = await openForDrawing(bytes);
  const count = drawing.getPageCount();
  const source = await copyable(bytes, count);
  const result = await PDFDocument.create({ updateMetadata: false });
  result.setLanguage('zh-CN');
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const boxesOf = (number: number): Box[] => boxes.filter(({ page }) => page === number);
  const copies = source
    ? await keptPages(
        source,
        result,
        numbers.filter((number) => boxesOf(number).length === 0),
      )
    : new Map<number, PDFPage>();
  const drawn = numbers.filter((number) => !copies.has(number));
  for (const number of numbers) {
    const copy = copies.get(number);
    if (copy) result.addPage(copy);
    else addPicture(result, await drawPage(drawing, number, boxesOf(number)));
  }
  drawing.destroy();
  return { bytes: await result.save({ useObjectStreams: true, updateFieldAppearances: false }), drawn };
}

/** All at once, so that what they share, above all fonts, is copied once. */
async function keptPages(
  source: PDFDocument,
  result: PDFDocument,
  numbers: readonly number[],
): Promise<Map<number, PDFPage>> {
  const kept = numbers.filter((number) => canStay(source.getPage(number - 1)));
  for (const number of kept) stripPage(source.getPage(number - 1));
  const copies = await result.copyPages(
    source,
    kept.map((number) => number - 1),
  );
  return new Map(kept.map((number, at) => [number, copies[at] as PDFPage]));
}

/** Files that are encrypted without a password, or that this library reads otherwise than the drawing one, are all drawn. */
async function copyable(bytes: Uint8Array, count: number): Promise<PDFDocument | undefined> {
  try {
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    return source.isEncrypted || source.getPageCount() !== count ? undefined : source;
  } catch {
    return undefined;
  }
}

function addPicture(result: PDFDocument, page: DrawnPage): void {
  const { width, height, pixelsAcross, pixelsDown, colours } = page;
  const { context } = result;
  const image = context.stream(page.packed, {
    Type: 'XObject',
    Subtype: 'Image',
    Width: pixelsAcross,
    Height: pixelsDown,
    ColorSpace: colours === 1 ? 'DeviceGray' : 'DeviceRGB',
    BitsPerComponent: 8,
    Filter: 'FlateDecode',
    DecodeParms: { Predictor: 15, Colors: colours, BitsPerComponent: 8, Columns: pixelsAcross },
  });
  const shown = result.addPage([width, height]);
  shown.node.set(PDFName.of('Resources'), context.obj({ XObject: { P: context.register(image) } }));
  shown.node.set(PDFName.of('Contents'), context.register(context.stream(pictureContent(width, height))));
}

/** All that a drawn page says. */
export function pictureContent(width: number, height: number): string {
  return `q ${width} 0 0 ${height} 0 0 cm /P Do Q`;
}
