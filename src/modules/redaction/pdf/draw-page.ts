import { deflateSync } from 'node:zlib';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import type { Box } from '../../../platform/pdf/paint-state.ts';
import { pdfBroken, pdfLocked } from '../refusal.ts';

/** A page as a picture: rows of pixels, packed as a PDF image stream with the PNG predictor. */
export interface DrawnPage {
  /** Points. */
  readonly width: number;
  readonly height: number;
  readonly pixelsAcross: number;
  readonly pixelsDown: number;
  readonly colours: 1 | 3;
  readonly packed: Uint8Array;
}

/** Pixels per point: 200 to the inch reads well in print. */
const SCALE = 200 / 72;
const MOST_PIXELS = 12_000_000;

/** Opens a PDF for drawing. @throws AppError when it is locked or broken */
export async function openForDrawing(bytes: Uint8Array): Promise<PDFiumDocument> {
  const library = await PDFiumLibrary.init();
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    throw /password/i.test(String(error)) ? pdfLocked(error) : pdfBroken(error);
  }
}

/** Draws one page and blackens the boxes in its pixels, so that nothing under them is left. */
export async function drawPage(document: PDFiumDocument, number: number, boxes: readonly Box[]): Promise<DrawnPage> {
  const page = document.getPage(number - 1);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const scale = Math.min(SCALE, Math.sqrt(MOST_PIXELS / (originalWidth * originalHeight)));
  const { width, height, data } = await page.render({ scale, render: 'bitmap', renderFormFields: true });
  for (const box of boxes) blacken(data, width, height, box, scale);
  const colours = isGrey(data) ? 1 : 3;
  return {
    width: originalWidth,
    height: originalHeight,
    pixelsAcross: width,
    pixelsDown: height,
    colours,
    packed: deflateSync(predicted(data, width, height, colours), { level: 6 }),
  };
}

function blacken(data: Uint8Array, across: number, down: number, { x, y, width, height }: Box, scale: number): void {
  const [left, right] = [Math.max(0, Math.floor(x * scale)), Math.min(across, Math.ceil((x + width) * scale))];
  const [top, bottom] = [Math.max(0, Math.floor(y * scale)), Math.min(down, Math.ceil((y + height) * scale))];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      data.set([0, 0, 0, 255], (row * across + column) * 4);
    }
  }
}

function isGrey(data: Uint8Array): boolean {
  for (let at = 0; at < data.length; at += 4) {
    if (data[at] !== data[at + 1] || data[at] !== data[at + 2]) return false;
  }
  return true;
}

/** Each row begins with 2: its bytes are the difference to the row above, which packs text well (PNG filter Up). */
function predicted(data: Uint8Array, across: number, down: number, colours: 1 | 3): Uint8Array {
  const stride = across * colours + 1;
  const rows = new Uint8Array(stride * down);
  for (let row = 0; row < down; row++) {
    rows[row * stride] = 2;
    for (let column = 0; column < across; column++) {
      for (let colour = 0; colour < colours; colour++) {
        const at = (row * across + column) * 4 + colour;
        const above = row === 0 ? 0 : (data[at - across * 4] ?? 0);
        rows[row * stride + 1 + column * colours + colour] = (data[at] ?? 0) - above;
      }
    }
  }
  return rows;
}
