import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type BreachKind,
  type IsolatedInput,
  IsolationBreach,
  type IsolationLimits,
  type Message,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import type { FileTask } from './file.task.ts';
import { refusal } from './refusal.ts';

/** Bytes of the largest attachment that is opened. */
export const LARGEST_FILE = 200 * 1_048_576;
const LIMITS: IsolationLimits = {
  // On a machine with nothing else to do this is under twenty seconds by the clock; a busy one is not the file's fault.
  processorMs: 15_000,
  milliseconds: 60_000,
  megabytes: 1400,
  outputBytes: 256 * 1_048_576,
};

// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./file.task${extname(import.meta.url)}`, import.meta.url);

const WORDS: Readonly<Record<Exclude<BreachKind, 'busy'>, string>> = {
  time: '文件过于复杂，规定时间内没有读完，已停止。请拆分文件，或在原软件中另存后再上传。',
  memory: '文件展开后占用内存过大，已停止读取（可能是恶意文件）。请确认文件来源，或拆分、另存后再上传。',
  output: '文件内容过多，已停止读取。请拆分文件后再上传。',
  crash: '文件结构异常，无法读取。请在原软件中另存为新文件后再上传。',
};

/**
 * Does one task on a foreign file in a process of its own.
 * @throws AppError `file-refused` (422) with one sentence; `files-waiting` (503) when too many wait
 */
export async function openFile(task: FileTask, input: IsolatedInput, name: string): Promise<Message> {
  const size = input instanceof Uint8Array ? input.length : input.size;
  if (size > LARGEST_FILE)
    throw refusal('too-large', `文件超过 ${LARGEST_FILE / 1_048_576} MB 的上限，请压缩图片或拆分后再上传。`);
  try {
    return await runIsolated(TASK, { task, name }, [input], LIMITS);
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待检查的文件过多，请稍后再试。', { cause: error });
    throw refusal(error.kind, WORDS[error.kind], error);
  }
}
