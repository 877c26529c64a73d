import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../kernel/app-error.ts';
import { readPlan, readSource } from '../reader/index.ts';

/** Opens one plan document apart from the server: a hostile file costs this thread, nothing else. */
const { bytes, fileName, want } = workerData as { bytes: Uint8Array; fileName: string; want: 'plan' | 'source' };
try {
  const source = await readSource(bytes, { fileName });
  parentPort?.postMessage(want === 'source' ? { source } : { source, reading: await readPlan(bytes, { fileName }) });
} catch (error) {
  if (!(error instanceof AppError)) throw error;
  parentPort?.postMessage({ error: { code: error.code, status: error.status, message: error.message } });
}
