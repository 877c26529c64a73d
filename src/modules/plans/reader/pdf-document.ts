import { documentOfPages } from './layout-document.ts';
import { pdfPages } from './pdf-pages.ts';
import type { SourceDocument } from './source-document.ts';

/** @throws AppError plan-unreadable when the file is encrypted, broken, too large or holds pictures only */
export async function readPdf(bytes: Uint8Array): Promise<SourceDocument> {
  return documentOfPages('pdf', await pdfPages(bytes));
}
