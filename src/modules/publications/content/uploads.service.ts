import type { Actor } from '../../../kernel/permissions.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { demandAct, hold, look } from '../held-publication.service.ts';
import { addEvent } from '../history.store.ts';
import { attachmentView } from '../publication-views.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import type { Attachment } from '../publications.contract.ts';
import { publicationNotFound } from '../publications.errors.ts';
import { addEditor } from '../versions/versions.store.ts';
import { inspectFile, keepFile } from './inspected-file.service.ts';
import { findUpload, type UploadRow } from './uploads.store.ts';

export const ATTACHMENT_BYTES = 200 * 1_048_576;

/** Files of a publication: inspected in a process of their own, searched for personal data, kept under the hash of their bytes. */
export class UploadsService {
  readonly #context: PublicationsContext;

  constructor(context: PublicationsContext) {
    this.#context = context;
  }

  /** Who may not edit this publication is refused before any byte is taken. */
  async demandUpload(actor: Actor, id: string): Promise<void> {
    const { kysely } = this.#context.platform.database;
    const units = await unitsIn(this.#context, kysely);
    demandAct(actor, 'edit', await look(this.#context, kysely, actor, id, units.officeId));
  }

  /** @param original hash of the file of which this is a cleaned or masked copy */
  async add(
    actor: Actor,
    id: string,
    file: StoredFile & { readonly name: string },
    original: string | null = null,
  ): Promise<Attachment> {
    const inspected = await inspectFile(this.#context.attachments, file);
    return this.#context.platform.changes.run(actor, async (change) => {
      const units = await unitsIn(this.#context, change);
      const held = await hold(this.#context, change, id, units.officeId);
      demandAct(actor, 'edit', held);
      await keepFile(change, this.#context.platform.files, id, inspected, original);
      // Whoever brings the text as a file has written it, and can review it no more.
      if (held.open && actor.type === 'person')
        await addEditor(change.tx, held.open.id, { id: actor.personId, name: actor.name }, change.at);
      await addEvent(change, {
        publicationId: id,
        versionId: held.open?.id ?? null,
        kind: 'upload',
        text: `上传“${file.name}”。`,
      });
      change.record({
        action: 'upload',
        kind: 'publication',
        subjectId: id,
        unitId: held.row.unit_id,
        detail: { sha256: file.hash },
      });
      const row = await findUpload(change.tx, id, file.hash);
      if (!row) throw new Error('the upload just stored is not there');
      return attachmentView(row);
    });
  }

  /** For downloading by staff, unpublished ones too. @throws AppError `publication-not-found` (404) */
  async find(actor: Actor, id: string, sha256: string): Promise<UploadRow> {
    const { kysely } = this.#context.platform.database;
    const units = await unitsIn(this.#context, kysely);
    await look(this.#context, kysely, actor, id, units.officeId);
    const upload = await findUpload(kysely, id, sha256);
    if (!upload) throw publicationNotFound();
    return upload;
  }
}
