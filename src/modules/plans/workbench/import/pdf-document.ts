import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentLoadingTask,
  type PDFPageProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

export type { PDFPageProxy };

/** Opens a PDF; fonts that are not embedded come from this site, code in the file is never run. */
export function openPdf(data: ArrayBuffer): PDFDocumentLoadingTask {
  return getDocument({
    data,
    cMapUrl: `${import.meta.env.BASE_URL}pdf/cmaps/`,
    cMapPacked: true,
    standardFontDataUrl: `${import.meta.env.BASE_URL}pdf/standard_fonts/`,
    // The content policy allows no WebAssembly; the library has slower fallbacks.
    useWasm: false,
    enableXfa: false,
  });
}
