import type { Change } from '../../../platform/change/change.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { FileStore } from '../../../platform/files/file-store.ts';
import type { AttachmentsService, Inspection, NamedFile } from '../../attachments/index.ts';
import { searchText } from '../findings/search-text.ts';
import { personIdOf } from '../history.store.ts';
import { putUpload } from './uploads.store.ts';

/** A file with what was seen in it, before it belongs to a publication. */
export interface InspectedFile {
  readonly file: NamedFile;
  readonly inspection: Inspection;
}

/** Slow, in a process of its own: never inside a change. @throws AppError `files-waiting` (503) */
export async function inspectFile(attachments: AttachmentsService, file: NamedFile): Promise<InspectedFile> {
  return { file, inspection: await attachments.inspect(file) };
}

/**
 * From now on the publication's content may name the file.
 * @param original hash of the file of which this is a copy
 * @throws AppError `file-swept` (409)
 */
export async function keepFile(
  change: Change,
  files: FileStore,
  publicationId: string,
  { file, inspection }: InspectedFile,
  original: string | null = null,
): Promise<void> {
  await holdFiles(change.tx, files, [file.hash]);
  await putUpload(change.tx, {
    publication_id: publicationId,
    sha256: file.hash,
    name: file.name,
    media_type: inspection.mediaType,
    size: file.size,
    text: inspection.text,
    hidden_data: JSON.stringify(hiddenOf(inspection)),
    problems: JSON.stringify(inspection.problems.filter((one) => one.refused).map((one) => one.message)),
    found: JSON.stringify(searchText(inspection.text, { heading: file.name, kind: 'attachment' })),
    inspected_at: change.at,
    original_sha256: original,
    by_person: personIdOf(change.actor),
    at: change.at,
  });
}

function hiddenOf({ hiddenData }: Inspection) {
  return hiddenData.map(({ kind, place, advice, cleanable }) => ({
    kind,
    where: place,
    message: `${place}：${advice}`,
    removable: cleanable,
  }));
}
