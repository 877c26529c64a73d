import { setImmediate as breath } from 'node:timers/promises';
import type { Platform } from '../../../platform/platform.ts';
import { checkRow, type ImportRegister, numberIn } from './import-row.ts';
import {
  type CheckedRecord,
  earlierNumbers,
  type RowRecord,
  saveChecked,
  setChecked,
  uncheckedRows,
} from './imports.store.ts';

/** Rows looked at between two breaths, so that the site goes on answering. */
const LOT = 50;

/**
 * The dry run: every row is read and judged, nothing is written to the library. Lot after lot in the order of the table; what a lot says depends
 * on the rows before it alone, so that a run that was broken off, or two at once, come to the same end.
 */
export class ImportCheck {
  readonly #platform: Platform;
  readonly #id: string;
  readonly #register: ImportRegister;

  constructor(platform: Platform, id: string, register: ImportRegister) {
    this.#platform = platform;
    this.#id = id;
    this.#register = register;
  }

  /** @returns once every row is judged, or the signal says stop */
  async run(signal?: AbortSignal): Promise<void> {
    const db = this.#platform.database.kysely;
    for (;;) {
      if (signal?.aborted) return;
      const rows = await uncheckedRows(db, this.#id, LOT);
      if (rows.length === 0) break;
      await saveChecked(db, this.#id, await this.#judged(rows));
      await breath();
    }
    await setChecked(db, this.#id);
  }

  /** A number stands once in a table: a later row with the same number is told so. */
  async #judged(rows: readonly RowRecord[]): Promise<CheckedRecord[]> {
    const numbers = rows.map(({ values }) => numberIn(values));
    const earlier = await earlierNumbers(this.#platform.database.kysely, this.#id, numbers, rows[0]?.row ?? 0);
    const taken = { has: (number: string) => this.#register.taken.has(number) || earlier.has(number) };
    return rows.map(({ row, values }, at) => {
      const { content, problems } = checkRow(values, { ...this.#register, taken }, null);
      const number = numbers[at] ?? null;
      if (number) earlier.add(number);
      return {
        row,
        state: problems.some((problem) => problem.severity === 'blocks') ? 'faulty' : 'ready',
        issued_on: (content.fields.issuedOn as string | undefined) ?? null,
        document_number: number,
        problems,
      };
    });
  }
}
