import { AppError } from '../../../kernel/app-error.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import { demandRead } from '../case-subject.ts';
import type { AttachmentRow } from '../case-tables.store.ts';
import { lookUpKnown } from '../cases.context.ts';
import { caseMissing } from '../cases.errors.ts';
import { findCase } from '../cases.store.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import { findFile } from '../receiving/received-files.store.ts';

/** Files of cases, for those who may read the case, once they were looked at and nothing was found wrong. */
export class CaseFilesService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** @throws AppError `case-missing` (404), `file-unchecked`, `file-refused` (409) */
  async find(actor: Actor, caseId: string, id: string): Promise<AttachmentRow> {
    const db = this.#desk.context.platform.database.kysely;
    const row = await findCase(db, caseId);
    if (!row) throw caseMissing();
    demandRead(actor, await this.#desk.placeOf(db, row, await lookUpKnown(this.#desk.context)));
    const file = await findFile(db, caseId, id);
    if (!file) throw caseMissing();
    if (file.inspected_at === null) throw new AppError('file-unchecked', 409, '附件正在检查，请一两分钟后再下载。');
    if (file.problems.length > 0)
      throw new AppError('file-refused', 409, `附件检查没有通过，不能下载：${file.problems.join('；')}`);
    return file;
  }
}
