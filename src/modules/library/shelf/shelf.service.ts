import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OpenItem, OpenPublications } from '../../publications/index.ts';
import { textPrint } from '../inspection/text-print.ts';
import { dropPrints, putPrints } from '../inspection/text-prints.store.ts';
import { LIBRARY_KINDS } from '../kinds.ts';
import type { TermsService } from '../terms/terms.service.ts';
import type { TermRule } from '../validity/term-rules.ts';
import { validityOn } from '../validity/validity.ts';
import {
  affectedBy,
  dropEntries,
  emptyShelf,
  markTurned,
  moveCursor,
  putEntries,
  putTurns,
  readCursor,
  turningRows,
} from './shelf.store.ts';
import { affectedNumbers, datedRelations, type OtherDocument, type ShelfEntry, shelfEntry } from './shelf-entry.ts';

const BATCH = 200;
const KINDS = new Set(LIBRARY_KINDS.map((kind) => kind.code));

/**
 * Keeps the shelf as the public form says. It follows the public reader's changes by a cursor, so it may run at any time, on any process,
 * and be interrupted: what was not put on the shelf is put there next time.
 */
export class Shelf {
  readonly #platform: Platform;
  readonly #open: OpenPublications;
  readonly #terms: Pick<TermsService, 'current'>;
  #running: Promise<void> | null = null;

  constructor(platform: Platform, open: OpenPublications, terms: Pick<TermsService, 'current'>) {
    this.#platform = platform;
    this.#open = open;
    this.#terms = terms;
  }

  /** Brings the shelf up to the newest public change and to today; callers at the same time wait for one run. */
  catchUp(): Promise<void> {
    this.#running ??= this.#follow().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** For a doubt: everything anew from the public form. */
  async rebuild(): Promise<void> {
    await this.#platform.database.kysely.transaction().execute((tx) => emptyShelf(tx));
    await this.catchUp();
  }

  async #follow(): Promise<void> {
    const db = this.#platform.database.kysely;
    for (;;) {
      const { cursor, turnedOn } = await readCursor(db);
      const changed = await this.#open.changedSince(cursor, BATCH);
      if (changed.items.length > 0) await this.#shelve(cursor, changed.cursor, changed.items);
      else {
        if (turnedOn !== this.#today) await this.#turn();
        return;
      }
    }
  }

  /** Reads outside, writes inside one transaction: the public reader has its own connection. */
  async #shelve(from: number, to: number, changed: readonly OpenItem[]): Promise<void> {
    const db = this.#platform.database.kysely;
    const numbers = changed.map((item) => item.number);
    const affected = [...new Set([...(await affectedBy(db, numbers)), ...changed.flatMap(affectedNumbers)])];
    const others = await this.#items(affected.filter((number) => !numbers.includes(number)));
    const all = [...changed, ...others].filter((item) => KINDS.has(item.kind));
    const shown = all.filter((item) => item.status === 'public');
    const rules = await this.#terms.current();
    const entries: ShelfEntry[] = [];
    for (const item of shown) entries.push(await this.#entry(item, rules));
    const gone = all.filter((item) => item.status !== 'public').map((item) => item.number);
    await db.transaction().execute(async (tx) => {
      if (!(await moveCursor(tx, from, to))) return;
      await dropEntries(tx, gone);
      await dropPrints(tx, gone);
      await putEntries(tx, entries);
      await putPrints(
        tx,
        shown.map(({ number, bodyText }) => ({ number, print: textPrint(bodyText) })),
      );
    });
  }

  async #entry(item: OpenItem, rules: readonly TermRule[]): Promise<ShelfEntry> {
    const related = await this.#open.related(item.number);
    const numbers = related.flatMap((relation) => (relation.number === null ? [] : [relation.number]));
    const others = new Map<number, OtherDocument>();
    for (const other of await this.#items(numbers)) others.set(other.number, other);
    const interpreted = related.some(
      (relation) => relation.direction === 'from' && relation.type === 'interprets' && relation.status === 'public',
    );
    return shelfEntry(item, datedRelations(related, others), interpreted, this.#today, rules);
  }

  async #items(numbers: readonly number[]): Promise<OpenItem[]> {
    const items: OpenItem[] = [];
    for (const number of new Set(numbers)) {
      const item = await this.#open.item(number);
      if (item) items.push(item);
    }
    return items;
  }

  /** Lets documents take effect and lapse whose day has come, or whose rule was changed, though nothing was published. */
  async #turn(): Promise<void> {
    const today = this.#today;
    const rules = await this.#terms.current();
    await this.#platform.database.kysely.transaction().execute(async (tx) => {
      const turns = (await turningRows(tx, today)).map((row) => {
        const facts = {
          title: row.title,
          normative: row.normative,
          issuedOn: row.dated_on,
          takesEffectOn: row.takes_effect_on,
          expiresOn: row.expires_on,
          closesOn: row.closes_on,
          relations: row.relations,
        };
        const { state, since, lastDay, next } = validityOn(facts, today, rules);
        return { number: row.number, state, since, lastDay, nextOn: next?.on ?? null };
      });
      await putTurns(tx, turns);
      await markTurned(tx, today);
    });
  }

  get #today(): LocalDate {
    return localDateAt(this.#platform.clock.now());
  }
}
