import { fontOf, openPdf } from '../../../platform/pdf/open-pdf.ts';
import * as pdfjs from '../../../platform/pdf/pdfjs.ts';
import type { PdfGlyph } from '../../../platform/pdf/text-state.ts';

/** Chinese letters of a font that the file does not bring along cannot be drawn: the page would lose them. */
export async function pagesWithMissingFonts(bytes: Uint8Array, numbers: readonly number[]): Promise<number[]> {
  const loading = openPdf(bytes, { largestImage: 1 });
  try {
    const document = await loading.promise;
    const missing: number[] = [];
    for (const number of numbers) {
      const page = await document.getPage(number);
      if (await lacksFont(page)) missing.push(number);
      page.cleanup();
    }
    return missing;
  } finally {
    await loading.destroy();
  }
}

async function lacksFont(page: pdfjs.PDFPageProxy): Promise<boolean> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  let isMissing = false;
  for (const [at, operator] of fnArray.entries()) {
    const [first] = (argsArray[at] ?? []) as unknown[];
    if (operator === pdfjs.OPS.setFont)
      isMissing = Boolean((fontOf(page, String(first)) as { missingFile?: boolean }).missingFile);
    if (operator === pdfjs.OPS.showText && isMissing && (first as readonly PdfGlyph[]).some(isHan)) return true;
  }
  return false;
}

const isHan = (glyph: PdfGlyph) => typeof glyph !== 'number' && /[\u2e80-\u9fff\uf900-\uffef]/.test(glyph.unicode);
