import { AppError } from '../../../kernel/app-error.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { caseSubject, demandRead } from '../case-subject.ts';
import type { AttachmentRow } from '../case-tables.store.ts';
import { lookUpKnown } from '../cases.context.ts';
import { caseMissing } from '../cases.errors.ts';
import { findCase } from '../cases.store.ts';
import type { CaseDesk } from '../handling/case-desk.ts';
import { findFile } from '../receiving/received-files.store.ts';

/** Files of cases, for those who work on the answer, once they were looked at and nothing was found wrong; who opened which is kept. */
export class CaseFilesService {
  readonly #desk: CaseDesk;

  constructor(desk: CaseDesk) {
    this.#desk = desk;
  }

  /** Leaves an audit entry. @throws AppError `case-missing` (404), `forbidden` (403), `file-unchecked`, `file-refused` (409) */
  async open(actor: Actor, caseId: string, id: string): Promise<AttachmentRow> {
    const known = await lookUpKnown(this.#desk.context);
    return this.#desk.context.platform.changes.run(actor, async (change) => {
      const row = await findCase(change.tx, caseId);
      if (!row) throw caseMissing();
      const place = await this.#desk.placeOf(change.tx, row, known);
      demandRead(actor, place);
      demand(actor, 'openFiles', caseSubject(place, 'openFiles'));
      const file = await this.#usable(change.tx, caseId, id);
      change.record({
        action: 'openFile',
        kind: 'case',
        subjectId: caseId,
        unitId: row.unit_id,
        detail: { file: file.id },
      });
      return file;
    });
  }

  async #usable(db: Queryable, caseId: string, id: string): Promise<AttachmentRow> {
    const file = await findFile(db, caseId, id);
    if (!file) throw caseMissing();
    if (file.inspected_at === null) throw new AppError('file-unchecked', 409, '附件正在检查，请一两分钟后再下载。');
    if (file.problems.length > 0)
      throw new AppError('file-refused', 409, `附件检查没有通过，不能下载：${file.problems.join('；')}`);
    return file;
  }
}
