import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { holdFiles } from '../../../platform/files/file-holder.ts';
import type { AttachmentsService } from '../../attachments/index.ts';
import type { SuppliedFileRow } from '../request-tables.store.ts';
import type { RequestDesk } from '../requests/request-desk.ts';
import { fileWarnings } from './file-warnings.ts';
import type { SuppliedFileView } from './supplied-file.contract.ts';
import { insertSuppliedFile, suppliedFilesOf } from './supplied-files.store.ts';

/** Bytes. */
export const LARGEST_SUPPLIED = 100 * 1_048_576;
/** Of one request, those that no decision names in the end included. */
const MOST = 200;

export interface Brought {
  /** SHA-256, hex. */
  readonly hash: string;
  readonly size: number;
  readonly mediaType: string;
  readonly name: string;
}

/** The information itself, where a decision supplies it as files (regulation art 40: in the form that the applicant asked for). */
export class SuppliedFilesService {
  readonly #desk: RequestDesk;
  readonly #attachments: Pick<AttachmentsService, 'inspect'>;

  constructor(desk: RequestDesk, attachments: Pick<AttachmentsService, 'inspect'>) {
    this.#desk = desk;
    this.#attachments = attachments;
  }

  /** Before anything is read from the network. @throws AppError `case-missing` (404), `forbidden` (403), `case-state` (409) */
  demandAdd(actor: Actor, id: string): Promise<void> {
    return this.#desk.act(actor, { id, event: 'draftReply', version: null }, async () => undefined);
  }

  /**
   * Opened in a process of its own first, so that what is found in it is told while the decision is still being written.
   * @throws AppError like `demandAdd`; `file-refused` (422), `too-many-files` (409), `files-waiting` (503)
   */
  async add(actor: Actor, id: string, { hash, size, mediaType, name }: Brought): Promise<SuppliedFileView> {
    const inspection = await this.#attachments.inspect({ hash, size, name });
    const refused = inspection.problems.filter((problem) => problem.refused);
    if (refused.length > 0)
      throw new AppError('file-refused', 422, `“${name}”不能提供：${refused.map(({ message }) => message).join('；')}`);
    return this.#desk.act(actor, { id, event: 'draftReply', version: null }, async ({ held, byName }) => {
      const { change, row } = held;
      if ((await suppliedFilesOf(change.tx, id)).length >= MOST)
        throw new AppError('too-many-files', 409, `一件申请最多上传 ${MOST} 个文件，请合并后再上传。`);
      await holdFiles(change.tx, this.#desk.context.platform.files, [hash]);
      const file = await insertSuppliedFile(change.tx, {
        case_id: id,
        sha256: hash,
        name,
        media_type: mediaType,
        size,
        warnings: fileWarnings(inspection),
        by_name: byName,
        at: change.at,
      });
      const detail = { file: file.id };
      change.record({ action: 'bringFile', kind: 'case', subjectId: id, unitId: row.unit_id, detail });
      return suppliedFileView(file);
    });
  }

  /** @throws AppError `case-missing`, `file-missing` (404) */
  async open(actor: Actor, id: string, fileId: string): Promise<SuppliedFileRow> {
    const { cases, platform } = this.#desk.context;
    await cases.view.get(actor, id);
    const file = (await suppliedFilesOf(platform.database.kysely, id)).find((one) => one.id === fileId);
    if (!file) throw fileMissing();
    return file;
  }
}

export function suppliedFileView({ id, name, size, warnings }: SuppliedFileRow): SuppliedFileView {
  return { id, name, size: Number(size), warnings };
}

export function fileMissing(): AppError {
  return new AppError('file-missing', 404, '没有找到这个文件，可能已经换成别的文件。请刷新后查看。');
}
