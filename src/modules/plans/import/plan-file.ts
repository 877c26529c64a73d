import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../kernel/app-error.ts';
import type { PlanReading, SourceDocument } from '../reader/index.ts';

const LIMIT_MS = 60_000;
const MEMORY_MB = 1024;

export interface OpenedPlan {
  readonly source: SourceDocument;
  readonly reading: PlanReading;
}

/**
 * Reads a plan document in a thread of its own with limits of time and memory.
 * @throws AppError `plan-unreadable` (422)
 */
export async function openPlanFile(bytes: Uint8Array, fileName: string): Promise<OpenedPlan> {
  return (await inWorker(bytes, fileName, 'plan')) as OpenedPlan;
}

export async function openSource(bytes: Uint8Array, fileName: string): Promise<SourceDocument> {
  return (await inWorker(bytes, fileName, 'source')).source;
}

type Answer = OpenedPlan & { readonly error?: { code: string; status: number; message: string } };

function inWorker(bytes: Uint8Array, fileName: string, want: 'plan' | 'source'): Promise<Answer> {
  // The compiled program runs .js, development and tests run .ts.
  const script = new URL(`./plan-file.worker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(script, {
    workerData: { bytes, fileName, want },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  return new Promise<Answer>((resolve, reject) => {
    const timer = setTimeout(() => fail('文件过于复杂，一分钟内没有读完，请拆分或另存后重试。'), LIMIT_MS);
    const finish = () => {
      clearTimeout(timer);
      worker.terminate().catch(() => undefined);
    };
    const fail = (message: string, cause?: unknown) => {
      finish();
      reject(new AppError('plan-unreadable', 422, message, { cause }));
    };
    worker.once('message', (answer: Answer) => {
      finish();
      if (answer.error) reject(new AppError(answer.error.code, answer.error.status, answer.error.message));
      else resolve(answer);
    });
    worker.once('error', (error) => fail('文件结构异常或过大，无法读取，请另存为新文件后再试。', error));
    worker.once('exit', (code) => code !== 0 && fail('文件结构异常或过大，无法读取，请另存为新文件后再试。'));
  });
}
