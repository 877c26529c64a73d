import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type IsolatedInput,
  IsolationBreach,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';

const LIMITS = { milliseconds: 60_000, processorMs: 50_000, megabytes: 1024, outputBytes: 100_000_000 };
// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./import-table.task${extname(import.meta.url)}`, import.meta.url);

/** Rows of cells, heading first. @throws AppError `import-unreadable` (422), `files-waiting` (503) */
export async function readCaseTable(file: IsolatedInput, fileName: string): Promise<string[][]> {
  try {
    return (await runIsolated(TASK, { fileName }, [file], LIMITS)).value as string[][];
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待读取的文件过多，请稍后再试。', { cause: error });
    throw new AppError('import-unreadable', 422, '文件过大或结构异常，无法读取，请拆分或另存后重试。', {
      cause: error,
    });
  }
}
