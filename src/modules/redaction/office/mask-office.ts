import type { IsolatedInput } from '../../../platform/isolated-process/isolated-process.ts';
import { fileOf, openIsolated } from '../isolated-masking.ts';
import type { OfficeFinding } from './office-finding.ts';

/**
 * Personal data in a DOCX or XLSX as its readers see it (REV-8).
 * @throws AppError `mask-refused` (422) when the file cannot be opened; `files-waiting` (503)
 */
export async function findInOffice(file: IsolatedInput): Promise<OfficeFinding[]> {
  return (await openIsolated('office', { task: 'find' }, file)).value as OfficeFinding[];
}

/**
 * A copy with every finding masked but those decided otherwise (REV-8). Of a DOCX, changes are accepted and comments, hidden
 * text, properties and embedded files dropped; an XLSX is written anew from what is seen. The copy was opened again and
 * searched in every part.
 *
 * @param except ids of findings that may stay
 * @param dropped words that readers do not see (in comments, hidden rows): refused unless they are gone with what is dropped
 * @throws AppError `mask-refused` (422) when the file cannot be opened or the copy is not proved; `files-waiting` (503)
 */
export async function maskOffice(
  file: IsolatedInput,
  except: readonly string[] = [],
  dropped: readonly string[] = [],
): Promise<Uint8Array> {
  return fileOf(await openIsolated('office', { task: 'mask', except, dropped }, file));
}
