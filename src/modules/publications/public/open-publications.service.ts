import type { Queryable } from '../../../platform/db/database.ts';
import type { LogService } from '../../transparency/index.ts';
import {
  changedAfter,
  countItems,
  findFile,
  findForm,
  findItem,
  findItemOf,
  findRecord,
  historyOf,
  lastChange,
  listItems,
  openVersions,
  pointersAmong,
  relatedOf,
  titlesOf,
} from './open-publications.store.ts';
import type { OpenItemsFilter, OpenItemsQuery, OpenPublications } from './open-publications.ts';

/** What is public, read from the public tables alone. */
export class OpenPublicationsService implements OpenPublications {
  readonly #db: Queryable;
  readonly #log: Pick<LogService, 'proofOf' | 'receiptOf'>;

  constructor(db: Queryable, log: Pick<LogService, 'proofOf' | 'receiptOf'>) {
    this.#db = db;
    this.#log = log;
  }

  item(number: number) {
    return findItem(this.#db, number);
  }

  itemOf(publicationId: string) {
    return findItemOf(this.#db, publicationId);
  }

  items(query: OpenItemsQuery) {
    return listItems(this.#db, query);
  }

  counts(by: string, query: OpenItemsFilter) {
    return countItems(this.#db, by, query);
  }

  history(number: number) {
    return historyOf(this.#db, number);
  }

  versions(number: number) {
    return openVersions(this.#db, number);
  }

  async related(number: number) {
    const item = await findItem(this.#db, number);
    return !item || item.status === 'removed' ? [] : relatedOf(this.#db, item);
  }

  pointers(type: string, numbers: readonly number[]) {
    return pointersAmong(this.#db, type, numbers);
  }

  titles(numbers: readonly number[]) {
    return titlesOf(this.#db, numbers);
  }

  record(number: number, ordinal?: number) {
    return findRecord(this.#db, number, ordinal);
  }

  file(number: number, sha256: string) {
    return findFile(this.#db, number, sha256);
  }

  changedSince(cursor: number, limit: number) {
    return changedAfter(this.#db, cursor, limit);
  }

  dataVersion() {
    return lastChange(this.#db);
  }

  /**
   * What proves a form: its leaf, the salt that opens the leaf's hashes, and the way to the signed checkpoint; `placed` is null for the
   * seconds until the log has given it a place.
   */
  async proof(number: number, ordinal?: number) {
    const form = await findForm(this.#db, number, ordinal);
    if (!form) return undefined;
    const placed = await this.#log.proofOf(form.leaf_id);
    return {
      schema: 1,
      number,
      ordinal: form.ordinal,
      recordHash: form.record_hash,
      salt: Buffer.from(form.salt).toString('hex'),
      leafId: form.leaf_id,
      leaf: placed ? Buffer.from(placed.leaf).toString('utf8') : null,
      placed: placed ? { index: placed.index, proof: [...placed.proof], checkpoint: placed.checkpoint } : null,
    };
  }

  /**
   * The same for the current form as one text file that is checked offline (C2SP tlog-proof), with leaf and salt as its extra data; null
   * until the log has given the leaf its place.
   */
  async receipt(number: number): Promise<string | null | undefined> {
    const form = await findForm(this.#db, number, undefined);
    if (!form) return undefined;
    const placed = await this.#log.proofOf(form.leaf_id);
    if (!placed) return null;
    const extra = { leaf: Buffer.from(placed.leaf).toString('utf8'), salt: Buffer.from(form.salt).toString('hex') };
    return (await this.#log.receiptOf(form.leaf_id, Buffer.from(JSON.stringify(extra)))) ?? null;
  }
}
