import type { Glyph } from '../../../platform/pdf/glyph.ts';
import { matrixFrom } from '../../../platform/pdf/matrix.ts';
import { fontOf, openPdf } from '../../../platform/pdf/open-pdf.ts';
import * as pdfjs from '../../../platform/pdf/pdfjs.ts';
import { playOperators } from '../../../platform/pdf/play-operators.ts';
import { pdfBroken, pdfLocked } from '../refusal.ts';

export interface GlyphPage {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
}

const LARGEST_IMAGE = 300_000;

/** The letters of every page, those of form fields and stamps included, seen or not. */
export async function pdfGlyphs(bytes: Uint8Array): Promise<GlyphPage[]> {
  const loading = openPdf(bytes, { largestImage: LARGEST_IMAGE });
  try {
    const document = await loading.promise;
    const pages: GlyphPage[] = [];
    for (let number = 1; number <= document.numPages; number++)
      pages.push(await glyphPage(await document.getPage(number)));
    return pages;
  } catch (error) {
    throw error instanceof Error && error.name === 'PasswordException' ? pdfLocked(error) : pdfBroken(error);
  } finally {
    await loading.destroy();
  }
}

async function glyphPage(page: pdfjs.PDFPageProxy): Promise<GlyphPage> {
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList({ annotationMode: pdfjs.AnnotationMode.ENABLE });
  const glyphs: Glyph[] = [];
  playOperators(list, matrixFrom(viewport.transform as number[]), (name) => fontOf(page, name), {
    text: (shown) => glyphs.push(...shown),
  });
  page.cleanup();
  return { number: page.pageNumber, width: viewport.width, height: viewport.height, glyphs };
}
