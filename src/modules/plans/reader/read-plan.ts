import { AppError } from '../../../kernel/app-error.ts';
import { detectFormat } from './format.ts';
import { unreadable } from './office-zip.ts';
import type { PlanReading } from './plan-reading.ts';
import type { SourceDocument, SourceFormat } from './source-document.ts';
import { understand } from './understand.ts';

export interface ReadPlanOptions {
  /** Name of the file as the person sees it; a weak hint, never needed. */
  readonly fileName?: string | undefined;
}

/** Each format loads its own libraries, so that reading a text does not wait for pdf.js. */
const READERS: Readonly<Record<SourceFormat, (bytes: Uint8Array) => Promise<SourceDocument>>> = {
  docx: async (bytes) => (await import('./docx-document.ts')).readDocx(bytes),
  xlsx: async (bytes) => (await import('./xlsx-document.ts')).readXlsx(bytes),
  html: async (bytes) => (await import('./html-document.ts')).readHtml(bytes),
  csv: async (bytes) => (await import('./csv-document.ts')).readCsv(bytes),
  txt: async (bytes) => (await import('./txt-document.ts')).readTxt(bytes),
  // pdf.js takes the buffer away from its owner and refuses Node's Buffer.
  pdf: async (bytes) => (await import('./pdf-document.ts')).readPdf(Uint8Array.from(bytes)),
  ofd: async (bytes) => (await import('./ofd-document.ts')).readOfd(bytes),
};

/**
 * Reads a plan document of any supported format (PLAN-2): plan head, tasks and doubts.
 * @throws AppError `plan-unreadable` (422) with one Chinese sentence when the file is no plan that can be read
 */
export async function readPlan(bytes: Uint8Array, options: ReadPlanOptions = {}): Promise<PlanReading> {
  const format = detectFormat(bytes, options.fileName);
  const name = options.fileName === undefined ? {} : { fileName: options.fileName };
  try {
    return understand(await READERS[format](bytes), name);
  } catch (error) {
    if (!(error instanceof AppError)) throw unreadable('文件结构异常，无法读取，请另存为新文件后再试。', error);
    // Running text can look separated by chance; then it is text.
    if (format !== 'csv' || /\.csv$/i.test(options.fileName ?? '')) throw error;
    return understand(await READERS.txt(bytes), name);
  }
}

/**
 * The original as paragraphs and tables with their places, for people to compare with.
 * @throws AppError `plan-unreadable` (422) like readPlan
 */
export async function readSource(bytes: Uint8Array, options: ReadPlanOptions = {}): Promise<SourceDocument> {
  return READERS[detectFormat(bytes, options.fileName)](bytes);
}
