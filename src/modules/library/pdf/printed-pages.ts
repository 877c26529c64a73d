import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  IsolationBreach,
  type IsolationLimits,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import type { PdfNode } from './pdf-nodes.ts';

/** Pages that modules above lay out themselves: letters, reports. Lengths in points. */
export interface PrintedPages {
  readonly title: string;
  readonly author: string;
  readonly nodes: readonly PdfNode[];
  /** Left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  readonly fontSize: number;
  readonly lineHeight: number;
  readonly isLandscape?: boolean;
  /** — 1 — in the middle below, as official papers number their pages. */
  readonly hasPageNumbers: boolean;
  /** Lines across the first page, measured from its top edge. */
  readonly lines?: readonly {
    readonly y: number;
    readonly width: number;
    readonly thickness: number;
    readonly color: string;
  }[];
  /** The day in the document's data; nothing else depends on when it is made. */
  readonly madeAt: Date;
}

const LIMITS: IsolationLimits = {
  milliseconds: 60_000,
  processorMs: 40_000,
  megabytes: 1024,
  outputBytes: 100_000_000,
};
// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./printed-pages.task${extname(import.meta.url)}`, import.meta.url);

/**
 * The pages as PDF, made in a process of its own and kept nowhere.
 * @throws AppError `files-waiting` (503) when too many are being made, `document-too-long` (422)
 */
export async function printPages(pages: PrintedPages): Promise<Buffer> {
  try {
    const { madeAt, ...rest } = pages;
    const answer = await runIsolated(TASK, { ...rest, madeAt: madeAt.toISOString() }, [], LIMITS);
    return Buffer.from(answer.bytes[0] ?? new Uint8Array());
  } catch (error) {
    throw refusalOf(error);
  }
}

/** What a person can do about an engine that was stopped. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof IsolationBreach)) return error;
  if (error.kind === 'busy')
    return new AppError('files-waiting', 503, '正在生成的文件较多，请稍后再下载。', { cause: error });
  return new AppError('document-too-long', 422, '这份文件过长，不能生成 PDF，请下载其他格式，或直接打印网页。', {
    cause: error,
  });
}
