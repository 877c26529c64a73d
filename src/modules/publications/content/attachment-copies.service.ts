import { Readable } from 'node:stream';
import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import { type FindingRow, findingsOf, updateFindings } from '../findings/findings.store.ts';
import { demandAct, look, type WorkedOn, worked } from '../held-publication.service.ts';
import { nameOf, personIdOf } from '../history.store.ts';
import { type PublicationsContext, unitsIn } from '../publications.context.ts';
import { staleEdit } from '../publications.errors.ts';
import type { MaskAttachmentInput } from '../register.contract.ts';
import type { DraftingService } from '../versions/drafting.service.ts';
import { nextState } from '../versions/version-state.ts';
import type { Content } from './content.contract.ts';
import { maskedCopy } from './masked-copy.ts';
import { ATTACHMENT_BYTES, type UploadsService } from './uploads.service.ts';
import { findUpload, type UploadRow } from './uploads.store.ts';

/** Copies that take the place of an attachment: without what it hides, or with personal data truly gone. The original stays with the unit. */
export class AttachmentCopiesService {
  readonly #context: PublicationsContext;
  readonly #drafting: DraftingService;
  readonly #uploads: UploadsService;

  constructor(context: PublicationsContext, drafting: DraftingService, uploads: UploadsService) {
    this.#context = context;
    this.#drafting = drafting;
    this.#uploads = uploads;
  }

  async clean(actor: Actor, id: string, sha256: string, edit: number): Promise<void> {
    const { upload } = await this.#attachment(actor, id, sha256, edit);
    const { file } = await this.#context.attachments.cleanCopy({ ...upload, hash: sha256 });
    await this.#replace(actor, id, upload, file, edit, [], `去除附件“${upload.name}”的隐藏内容。`);
  }

  /** @throws AppError `mask-refused` (422) when the file cannot be masked or a finding cannot be located in it */
  async mask(actor: Actor, id: string, sha256: string, input: MaskAttachmentInput): Promise<void> {
    const { upload, held } = await this.#attachment(actor, id, sha256, input.edit);
    const findings = await this.#findings(held, sha256, input.findingIds);
    const { files } = this.#context.platform;
    const open = async () => ({ size: upload.size, stream: await files.read(sha256) });
    const masked = await maskedCopy(
      upload.media_type,
      open,
      findings.map((finding) => finding.words),
    );
    const file = await files.put(Readable.from([Buffer.from(masked)]), { maxBytes: ATTACHMENT_BYTES * 2 });
    await this.#replace(
      actor,
      id,
      upload,
      file,
      input.edit,
      findings,
      `遮盖附件“${upload.name}”中 ${findings.length} 处个人信息。`,
    );
  }

  /** Permission and staleness are asked before the slow work, and again with the change. */
  async #attachment(
    actor: Actor,
    id: string,
    sha256: string,
    edit: number,
  ): Promise<{ upload: UploadRow; held: WorkedOn }> {
    const { kysely } = this.#context.platform.database;
    const units = await unitsIn(this.#context, kysely);
    const found = await look(this.#context, kysely, actor, id, units.officeId);
    demandAct(actor, 'edit', found);
    const held = worked(found);
    demandFresh(held, edit);
    const upload = await findUpload(kysely, id, sha256);
    if (!upload || !held.open.content.attachments.some((file) => file.sha256 === sha256)) throw notThere();
    return { upload, held };
  }

  async #findings(held: WorkedOn, sha256: string, ids: readonly string[]): Promise<FindingRow[]> {
    const wanted = new Set(ids);
    const all = await findingsOf(this.#context.platform.database.kysely, held.open.id);
    const findings = all.filter((one) => wanted.has(one.id) && one.place === `attachment:${sha256}`);
    if (findings.length === 0) throw notThere();
    return findings;
  }

  async #replace(
    actor: Actor,
    id: string,
    upload: UploadRow,
    file: StoredFile,
    edit: number,
    masked: readonly FindingRow[],
    text: string,
  ): Promise<void> {
    const copy = await this.#uploads.add(actor, id, { ...file, name: upload.name }, upload.sha256);
    await this.#drafting.changing(actor, id, 'edit', async (change, held) => {
      nextState(held.open.state, 'edit');
      demandFresh(held, edit);
      await updateFindings(
        change.tx,
        masked.map((one) => one.id),
        {
          state: 'masked',
          reason: null,
          decided_by: personIdOf(actor),
          decided_name: nameOf(actor),
          decided_at: change.at,
        },
      );
      await this.#drafting.write(change, held, withCopy(held.open.content, upload.sha256, copy), {}, text);
    });
  }
}

function withCopy(
  content: Content,
  sha256: string,
  copy: { sha256: string; size: number; mediaType: string },
): Content {
  const { sha256: hash, size, mediaType } = copy;
  return {
    ...content,
    attachments: content.attachments.map((file) =>
      file.sha256 === sha256 ? { ...file, sha256: hash, size, mediaType } : file,
    ),
  };
}

function demandFresh(held: WorkedOn, edit: number): void {
  if (held.open.edit === edit) return;
  throw staleEdit({ edit: held.open.edit, content: held.open.content }, ['content'], undefined);
}

function notThere(): AppError {
  return new AppError('attachment-missing', 404, '没有找到这个附件，它可能已被替换。请刷新后查看。');
}
