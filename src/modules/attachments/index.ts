import type { Module } from '../../platform/module.ts';
import type { Platform } from '../../platform/platform.ts';
import { AttachmentsService } from './attachments.service.ts';
import { attachments } from './migrations/attachments.ts';

export type { AttachmentsService, NamedFile } from './attachments.service.ts';
export { type CleanCopy, cleanCopy } from './clean-copy.ts';
export { type ImportedDocument, importDocument } from './import-document.ts';
export { ImportDoubt, PROPOSED_FIELDS, Proposal, type ProposedField } from './imported-document.contract.ts';
export { inspect } from './inspect.ts';
export {
  FileProblem,
  HIDDEN_KIND_NAMES,
  HIDDEN_KINDS,
  HiddenDatum,
  type HiddenKind,
  Inspection,
  TEXT_LIMIT,
} from './inspection.contract.ts';
export { LARGEST_FILE } from './opening/open-file.ts';
export { Preview, PreviewTable } from './preview.contract.ts';
export { preview } from './preview.ts';
export { type PageText, textPositions } from './text-positions.ts';

export const attachmentsMigrations = [attachments];

/** Opens foreign files; it has no routes of its own, since who may see a file is decided where the file belongs. */
export function attachmentsModule(platform: Platform): Module & { readonly service: AttachmentsService } {
  const service = new AttachmentsService(platform);
  return {
    name: 'attachments',
    migrations: attachmentsMigrations,
    service,
    // What was read of a file names none: it goes with the file.
    files: { held: async () => [], forget: (db, hash) => service.forget(db, hash) },
  };
}
