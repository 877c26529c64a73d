import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import * as pdfjs from './pdfjs.ts';
import type { PdfFont } from './text-state.ts';

export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/**
 * Begins to open a PDF; nothing in it is run and nothing is fetched. The caller destroys the task.
 * @param bytes copied, because the library takes the buffer away from its owner
 * @param options.largestImage pixels; larger images are passed over instead of being decoded. Absent: all are decoded
 */
export function openPdf(
  bytes: Uint8Array,
  options: { readonly largestImage?: number } = {},
): pdfjs.PDFDocumentLoadingTask {
  return pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    maxImageSize: options.largestImage ?? -1,
    cMapUrl: join(library, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(library, 'standard_fonts/'),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
}

export function fontOf(page: pdfjs.PDFPageProxy, name: string): PdfFont {
  return page.commonObjs.has(name) ? (page.commonObjs.get(name) as PdfFont) : {};
}
