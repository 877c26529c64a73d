import { localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { findCoachingFile } from './coaching-files.store.ts';
import { publicItems } from './public-names.ts';
import { readRecord } from './record-input.ts';
import { missingReferences, numbersIn, recordsIn } from './record-references.ts';
import { recordInvalid } from './records.errors.ts';
import { findRecord } from './records.store.ts';
import type { NamedFile, RecordValues, Register } from './register.contract.ts';

/** Checks what somebody filled in, against the register and against what it names. */
export class RecordReader {
  readonly #platform: Platform;
  readonly #open: OpenPublications;

  constructor(platform: Platform, open: OpenPublications) {
    this.#platform = platform;
    this.#open = open;
  }

  /** Never inside a change: the public reader has a connection of its own. @throws AppError `invalid` (422) with every fault at once */
  async read(register: Register, raw: Readonly<Record<string, unknown>>): Promise<RecordValues> {
    const { values, reasons } = readRecord(register, raw, localDateAt(this.#platform.clock.now()));
    const missing = missingReferences(register, values, {
      items: await publicItems(this.#open, numbersIn(register, values)),
      records: await this.#registersOf(recordsIn(register, values)),
      files: await this.#inspected(register, values),
    });
    if (reasons.length + missing.length > 0) throw recordInvalid([...reasons, ...missing]);
    return values;
  }

  async #registersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>();
    for (const id of ids) {
      const row = await findRecord(this.#db, id);
      if (row) found.set(id, row.register);
    }
    return found;
  }

  async #inspected(register: Register, values: RecordValues): Promise<ReadonlySet<string>> {
    const found = new Set<string>();
    for (const field of register.fields) {
      const file = field.type === 'file' ? (values[field.code] as NamedFile | null | undefined) : null;
      if (file && (await findCoachingFile(this.#db, file.sha256))) found.add(file.sha256);
    }
    return found;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
