import { AppError } from '../../../kernel/app-error.ts';
import type { Message } from '../../../platform/isolated-process/frame.ts';
import { broken } from './refusal.ts';

export type FileTask = 'inspect' | 'clean' | 'import' | 'preview' | 'positions';

/** Each task loads its own libraries, so that looking at a picture does not wait for a PDF library. */
const TASKS: Readonly<Record<FileTask, (bytes: Uint8Array, name: string) => Promise<Message>>> = {
  inspect: async (bytes, name) => ({
    value: await (await import('./inspect-file.ts')).inspectFile(bytes, name),
    bytes: [],
  }),
  clean: async (bytes, name) => (await import('../clean/clean-file.ts')).cleanFile(bytes, name),
  import: async (bytes, name) => (await import('../import/import-file.ts')).importFile(bytes, name),
  preview: async (bytes) => ({
    value: await (await import('../preview/preview-file.ts')).previewFile(bytes),
    bytes: [],
  }),
  positions: async (bytes) => ({
    value: await (await import('../pdf/text-positions.ts')).textPositions(bytes),
    bytes: [],
  }),
};

/** What runs in the isolated process. */
export async function answer({ value, bytes: [bytes = new Uint8Array()] }: Message): Promise<Message> {
  const { task, name } = value as { task: FileTask; name: string };
  try {
    return await TASKS[task](bytes, name);
  } catch (error) {
    // Whatever a library throws at a foreign file, the file is what is wrong.
    throw error instanceof AppError ? error : broken(error);
  }
}
