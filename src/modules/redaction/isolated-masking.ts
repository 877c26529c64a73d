import { extname } from 'node:path';
import { AppError } from '../../kernel/app-error.ts';
import {
  type IsolatedInput,
  IsolationBreach,
  type IsolationLimits,
  type Message,
  runIsolated,
} from '../../platform/isolated-process/isolated-process.ts';
import { maskRefusal } from './refusal.ts';

/** Longer than looking at a file may take: a list of 200 pages is drawn anew. */
const LIMITS: IsolationLimits = {
  processorMs: 60_000,
  milliseconds: 180_000,
  megabytes: 1400,
  outputBytes: 512 * 1_048_576,
};
const TASKS = { pdf: './pdf/pdf.task', office: './office/office.task' } as const;

/**
 * Searches or masks one file in a process of its own.
 * @throws AppError `mask-refused` (422) with one sentence; `files-waiting` (503) when too many wait
 */
export async function openIsolated(kind: keyof typeof TASKS, value: unknown, file: IsolatedInput): Promise<Message> {
  // The compiled program runs .js, development and tests run .ts.
  const task = new URL(`${TASKS[kind]}${extname(import.meta.url)}`, import.meta.url);
  try {
    return await runIsolated(task, value, [file], LIMITS);
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待处理的文件过多，请稍后再试。', { cause: error });
    throw maskRefusal(error.kind, '文件过大或过于复杂，没有处理完，已停止。请拆分文件后再试。', error);
  }
}

/** The file that a task gives back. */
export function fileOf({ bytes: [bytes] }: Message): Uint8Array {
  if (!bytes) throw maskRefusal('unproved', '没有得到遮盖后的文件，请重试。');
  return bytes;
}
