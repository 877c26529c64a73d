import type { IsolatedInput } from '../../../platform/isolated-process/isolated-process.ts';
import type { Finding } from '../finding.ts';
import { fileOf, openIsolated } from '../isolated-masking.ts';
import type { RedactionBox } from './redaction-box.ts';

export interface PdfFinding extends Finding {
  readonly text: string;
  /** One for each line that the value takes. */
  readonly boxes: readonly RedactionBox[];
}

export interface SearchedPage {
  readonly number: number;
  /** Points. */
  readonly width: number;
  readonly height: number;
  /** False for a scan: a person must look. */
  readonly hasText: boolean;
  readonly findings: readonly PdfFinding[];
}

/**
 * Personal data in the text of a PDF, with the boxes that would cover it (REV-8).
 * @throws AppError `mask-refused` (422) when the file cannot be opened; `files-waiting` (503)
 */
export async function findInPdf(file: IsolatedInput): Promise<SearchedPage[]> {
  return (await openIsolated('pdf', { task: 'find' }, file)).value as SearchedPage[];
}

/**
 * A new PDF in which nothing is left under the boxes (REV-8): pages with boxes become pictures at 200 dots to the inch, with
 * the boxes black in their pixels; other pages keep their text. Properties, attachments, scripts, layers, forms, links
 * and outline are gone from all of it. The result was opened again and every layer looked into.
 *
 * @throws AppError `mask-refused` (422) when the file cannot be opened or the result is not proved; `files-waiting` (503)
 */
export async function maskPdf(file: IsolatedInput, boxes: readonly RedactionBox[]): Promise<Uint8Array> {
  return fileOf(await openIsolated('pdf', { task: 'mask', boxes }, file));
}
