import { documentOfPages } from './layout-document.ts';
import type { SourceDocument } from './source-document.ts';

/** @throws AppError plan-unreadable when the file is encrypted, broken, too large or holds pictures only */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  // Loaded when needed: the library takes longer to load than a text plan takes to read.
  const { pdfPages } = await import('./pdf-pages.ts');
  return documentOfPages('pdf', await pdfPages(bytes));
}
