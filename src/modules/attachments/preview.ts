import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import { openFile } from './opening/open-file.ts';
import { Preview } from './preview.contract.ts';

/** What is shown of a file before it is downloaded. @throws AppError `file-refused` (422), `files-waiting` (503) */
export async function preview(input: IsolatedInput, name: string): Promise<Preview> {
  return Preview.parse((await openFile('preview', input, name)).value);
}
