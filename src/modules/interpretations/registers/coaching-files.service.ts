import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import { ABANDONED_DAYS, releaseFiles } from '../../../platform/files/file-keeping.ts';
import type { StoredFile } from '../../../platform/files/file-store.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { AttachmentsService } from '../../attachments/index.ts';
import { dropUnnamedCoachingFiles, findCoachingFile, putCoachingFile } from './coaching-files.store.ts';
import type { UploadedFile } from './records.contract.ts';
import { recordNotFound } from './records.errors.ts';
import { findRecord } from './records.store.ts';
import type { NamedFile } from './register.contract.ts';

/** Files of coaching material (ITP-14): looked at in a process of their own before a row may name them, and never public. */
export class CoachingFilesService {
  readonly #platform: Platform;
  readonly #attachments: AttachmentsService;

  constructor(platform: Platform, attachments: AttachmentsService) {
    this.#platform = platform;
    this.#attachments = attachments;
  }

  /** @throws AppError `file-refused` (422) with everything that is wrong, `files-waiting` (503) */
  async add(actor: Actor, file: StoredFile & { readonly name: string }): Promise<UploadedFile> {
    const { mediaType, hiddenData, problems } = await this.#attachments.inspect(file);
    const refused = problems.filter((problem) => problem.refused).map((problem) => problem.message);
    if (refused.length > 0) throw new AppError('file-refused', 422, `“${file.name}”不能使用：${refused.join('；')}`);
    const hidden = hiddenData.map(({ place, advice }) => ({ where: place, message: advice }));
    await this.#platform.changes.run(actor, async (change) => {
      await holdFiles(change.tx, this.#platform.files, [file.hash]);
      await putCoachingFile(change.tx, {
        sha256: file.hash,
        name: file.name,
        media_type: mediaType,
        size: file.size,
        hidden: JSON.stringify(hidden),
        uploaded_by: actor.type === 'person' ? actor.personId : null,
        uploaded_at: change.at,
      });
      change.record({ action: 'upload', kind: 'interpretationRecord', subjectId: file.hash });
    });
    const warnings = hidden.map(({ where, message }) => `${where}：${message}`);
    return { sha256: file.hash, name: file.name, size: file.size, warnings };
  }

  /** What was uploaded a week ago and is named by no row goes, and its bytes after it. @returns how many */
  async sweep(): Promise<number> {
    return this.#platform.changes.run({ type: 'system' }, async (change) => {
      const before = new Date(change.at.getTime() - ABANDONED_DAYS * 86_400_000);
      const dropped = await dropUnnamedCoachingFiles(change.tx, before);
      if (dropped.length === 0) return 0;
      await releaseFiles(change, dropped);
      const detail = { files: dropped.length };
      change.record({ action: 'sweepUploads', kind: 'interpretationRecord', subjectId: 'coaching', detail });
      return dropped.length;
    });
  }

  /** @throws AppError `not-found` (404) */
  async find(
    actor: Actor,
    recordId: string,
  ): Promise<{ readonly hash: string; readonly name: string; readonly mediaType: string }> {
    const db = this.#platform.database.kysely;
    const row = await findRecord(db, recordId);
    demand(actor, 'read', {
      kind: 'interpretationRecord',
      state: row?.register ?? '',
      unitIds: row ? [row.unit_id] : [],
    });
    const named = row?.data.file as NamedFile | null | undefined;
    const file = named ? await findCoachingFile(db, named.sha256) : undefined;
    if (!named || !file) throw recordNotFound();
    return { hash: file.sha256, name: named.name, mediaType: file.media_type };
  }
}
