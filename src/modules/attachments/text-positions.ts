import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import { openFile } from './opening/open-file.ts';
import type { PageText } from './pdf/text-positions.ts';

export type { PageText } from './pdf/text-positions.ts';

/** Boxes of every letter of a PDF, page by page. @throws AppError `file-refused` (422), `files-waiting` (503) */
export async function textPositions(input: IsolatedInput, name: string): Promise<readonly PageText[]> {
  return (await openFile('positions', input, name)).value as PageText[];
}
