import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type IsolatedInput,
  IsolationBreach,
  type IsolationLimits,
  type Message,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import type { Finding } from '../finding.ts';
import { maskRefusal } from '../refusal.ts';
import type { PdfTask } from './pdf.task.ts';
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

const LIMITS: IsolationLimits = { milliseconds: 90_000, megabytes: 1400, outputBytes: 512 * 1_048_576 };
// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./pdf.task${extname(import.meta.url)}`, import.meta.url);

/**
 * Personal data in the text of a PDF, with the boxes that would cover it (REV-8).
 * @throws AppError `mask-refused` (422) when the file cannot be opened; `files-waiting` (503)
 */
export async function findInPdf(file: IsolatedInput): Promise<SearchedPage[]> {
  return (await open({ task: 'find' }, file)).value as SearchedPage[];
}

/**
 * A new PDF in which nothing is left under the boxes (REV-8): pages with boxes become pictures at 200 dots to the inch, with
 * the boxes black in their pixels; other pages keep their text. Properties, attachments, scripts, layers, forms, links
 * and outline are gone from all of it. The result was opened again and every layer looked into.
 *
 * @throws AppError `mask-refused` (422) when the file cannot be opened or the result is not proved; `files-waiting` (503)
 */
export async function maskPdf(file: IsolatedInput, boxes: readonly RedactionBox[]): Promise<Uint8Array> {
  const [bytes] = (await open({ task: 'mask', boxes }, file)).bytes;
  if (!bytes) throw maskRefusal('unproved', '没有得到遮盖后的文件，请重试。');
  return bytes;
}

async function open(value: PdfTask, file: IsolatedInput): Promise<Message> {
  try {
    return await runIsolated(TASK, value, [file], LIMITS);
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待处理的文件过多，请稍后再试。', { cause: error });
    throw maskRefusal(
      error.kind,
      '文件过大或过于复杂，没有处理完，已停止。请拆分文件，或打印成新的 PDF 后再试。',
      error,
    );
  }
}
