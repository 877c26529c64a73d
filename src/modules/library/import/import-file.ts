import { extname } from 'node:path';
import { AppError } from '../../../kernel/app-error.ts';
import {
  type IsolatedInput,
  IsolationBreach,
  type IsolationLimits,
  runIsolated,
} from '../../../platform/isolated-process/isolated-process.ts';
import type { ImportWish } from './import-file.task.ts';

const LIMITS: IsolationLimits = {
  milliseconds: 300_000,
  processorMs: 100_000,
  megabytes: 3072,
  outputBytes: 600_000_000,
};

// The compiled program runs .js, development and tests run .ts.
const TASK = new URL(`./import-file.task${extname(import.meta.url)}`, import.meta.url);

export interface ImportTable {
  readonly head: readonly string[];
  readonly rows: number;
  /** Rows of cells in their order; each lot is made of bytes when it is asked for. */
  lots(): Iterable<readonly (readonly string[])[]>;
}

/** @throws AppError `import-unreadable` (422), `files-waiting` (503) */
export async function readImportTable(file: IsolatedInput, fileName: string): Promise<ImportTable> {
  const { value, bytes } = await open({ want: 'table', fileName }, file);
  const { head, rows } = value as Pick<ImportTable, 'head' | 'rows'>;
  const lots = function* () {
    for (const piece of bytes) yield JSON.parse(Buffer.from(piece.buffer, piece.byteOffset, piece.length).toString());
  };
  return { head, rows, lots };
}

/** Bare names of the files in an archive. */
export async function archiveNames(file: IsolatedInput): Promise<string[]> {
  return (await open({ want: 'names' }, file)).value as string[];
}

/** Some files of an archive, by bare name. */
export async function archiveFiles(file: IsolatedInput, names: readonly string[]): Promise<Map<string, Uint8Array>> {
  const { value, bytes } = await open({ want: 'files', names }, file);
  return new Map((value as string[]).map((name, at) => [name, bytes[at] ?? new Uint8Array()]));
}

async function open(wish: ImportWish, file: IsolatedInput) {
  try {
    return await runIsolated(TASK, wish, [file], LIMITS);
  } catch (error) {
    if (!(error instanceof IsolationBreach)) throw error;
    if (error.kind === 'busy')
      throw new AppError('files-waiting', 503, '等待读取的文件过多，请稍后再试。', { cause: error });
    throw new AppError('import-unreadable', 422, '文件过大或结构异常，无法读取，请拆分或另存后重试。', {
      cause: error,
    });
  }
}
