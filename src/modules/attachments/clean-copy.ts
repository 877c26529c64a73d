import type { IsolatedInput } from '../../platform/isolated-process/isolated-process.ts';
import { Inspection } from './inspection.contract.ts';
import { openFile } from './opening/open-file.ts';
import { refusal } from './opening/refusal.ts';

export interface CleanCopy {
  readonly bytes: Uint8Array;
  /** Of the copy: what could not be cleaned is told here. */
  readonly inspection: Inspection;
}

/**
 * A copy without properties, comments, tracked changes (accepted), scripts, embedded files and earlier versions, as far as its format allows.
 * @throws AppError `file-refused` (422) also for formats without anything to clean; `files-waiting` (503)
 */
export async function cleanCopy(input: IsolatedInput, name: string): Promise<CleanCopy> {
  const { value, bytes } = await openFile('clean', input, name);
  const [copy] = bytes;
  if (!copy) throw refusal('not-cleanable', '没有生成洁净副本，请在原软件中清除后重新上传。');
  return { bytes: copy, inspection: Inspection.parse(value) };
}
