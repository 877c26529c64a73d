import type { Change } from '../../../platform/change/change.ts';
import { releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { Held } from '../held-publication.service.ts';
import { updatePublication } from '../publications.store.ts';
import { replaceNumbers, versionsOf } from '../versions/versions.store.ts';
import { dropUploads, eraseWords } from './erase.store.ts';
import { eraseFrozen } from './frozen-forms.store.ts';

/**
 * Title, text, remarks, findings, files and unsaved words of every version; what remains are dates, states and decisions. The bytes of files
 * go right after the change, unless another publication names the same.
 */
export async function eraseForms(change: Change, { row }: Held): Promise<void> {
  const ids = (await versionsOf(change.tx, row.id)).map((version) => version.id);
  await eraseFrozen(change.tx, ids, change.at);
  await eraseWords(change.tx, row.id, ids, change.at);
  await releaseFiles(change, await dropUploads(change.tx, row.id));
  await replaceNumbers(change.tx, row.id, []);
  await updatePublication(change.tx, row.id, {
    title: '（已依法删除）',
    document_number: null,
    open_state: null,
    open_findings: 0,
    scheduled_for: null,
  });
}
