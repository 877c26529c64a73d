import { Readable } from 'node:stream';
import { CSV_MARK, csvLine } from '../../../kernel/csv.ts';
import { type Actor, demand } from '../../../kernel/permissions.ts';
import type { Queryable } from '../../../platform/db/database.ts';
import { begun } from '../../../platform/http/begun.ts';
import type { RecordRow } from './record-tables.store.ts';
import { type RecordViews, valuesOf } from './record-views.service.ts';
import type { RecordExportQuery } from './records.contract.ts';
import { recordsAfter } from './records.store.ts';
import { registerOf } from './registers.contract.ts';

const AT_ONCE = 500;

/** Registers as tables for spreadsheet programs. */
export class RecordExport {
  readonly #db: Queryable;
  readonly #views: RecordViews;

  constructor(db: Queryable, views: RecordViews) {
    this.#db = db;
    this.#views = views;
  }

  /** UTF-8 CSV, row after row, so that a register of any length leaves without being held in memory. */
  async export(actor: Actor, filter: RecordExportQuery): Promise<Readable> {
    demand(actor, 'read', { kind: 'interpretationRecord', state: filter.register });
    return Readable.from(await begun(this.#lines(filter)));
  }

  async *#lines(filter: RecordExportQuery): AsyncGenerator<string> {
    const register = registerOf(filter.register);
    yield CSV_MARK + csvLine(['单位', ...register.fields.map((field) => field.label), '登记人']);
    const units = await this.#views.units();
    for (let after: RecordRow | undefined; ; ) {
      const rows = await recordsAfter(this.#db, filter, after, AT_ONCE);
      const names = await this.#views.names(rows);
      for (const row of rows) {
        const texts = this.#views.texts(register, valuesOf(row), names);
        const cells = register.fields.map((field) => texts[field.code] ?? '');
        yield csvLine([units.get(row.unit_id)?.name ?? '', ...cells, row.created_by_name]);
      }
      after = rows.at(-1);
      if (rows.length < AT_ONCE) return;
    }
  }
}
