import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type BreachKind,
  IsolationBreach,
  type IsolationLimits,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import type { PlanReading, SourceDocument } from '../reader/index.ts';

const LIMITS: IsolationLimits = {
  processorMs: 60_000,
  milliseconds: 180_000,
  megabytes: 1536,
  outputBytes: 100_000_000,
};

// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./plan-file.task${extname(import.meta.url)}`, import.meta.url);

const WORDS: Readonly<Record<BreachKind, string>> = {
  time: '文件过于复杂，一分钟内没有读完，请拆分或另存后重试。',
  memory: '文件结构异常或过大，无法读取，请另存为新文件后再试。',
  output: '文件结构异常或过大，无法读取，请另存为新文件后再试。',
  crash: '文件结构异常或过大，无法读取，请另存为新文件后再试。',
  busy: '等待读取的文件过多，请稍后再试。',
};

export interface OpenedPlan {
  readonly source: SourceDocument;
  readonly reading: PlanReading;
}

/**
 * Reads a plan document in a process of its own with limits of time and memory.
 * @throws AppError `plan-unreadable` (422), `files-waiting` (503)
 */
export async function openPlanFile(bytes: Uint8Array, fileName: string): Promise<OpenedPlan> {
  return (await open(bytes, fileName, 'plan')) as OpenedPlan;
}

export async function openSource(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  return (await open(bytes, fileName, 'source')).source;
}

async function open(bytes: Uint8Array, fileName: string, want: 'plan' | 'source'): Promise<Pick<OpenedPlan, 'source'>> {
  try {
    return (await runIsolated(TASK, { fileName, want }, [bytes], LIMITS)).value as OpenedPlan;
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    const [code, status] =
      error.kind === 'busy' ? (['files-waiting', 503] as const) : (['plan-unreadable', 422] as const);
    throw new AppError(code, status, WORDS[error.kind], { cause: error });
  }
}
