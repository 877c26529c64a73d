import type { Platform } from '../../../platform/platform.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { lockProgress, putEntries, readProgress, removeEntries, saveProgress } from '../entries/entries.store.ts';
import { wordsOf } from '../entries/search-entry.ts';
import { countTellingWords, replaceWords, wordsCountedAt } from '../suggestions/words.store.ts';
import { soundOf } from '../words/pinyin.ts';
import type { Segmenter } from '../words/segmenter.ts';
import { entryOf } from './entry-of-item.ts';
import { indexedValidities, putValidities } from './validities.store.ts';

export interface FollowedSources {
  readonly open: OpenPublications;
  /** Validity of documents today, by number; absent for what has none. */
  validities(numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

const BATCH = 100;
const WORDS_EVERY_MS = 10 * 60_000;

/**
 * Keeps the index as the public form says, by a cursor over its changes: may run at any time, on any process, and be interrupted. It reads
 * nothing but what is public, so nothing else can ever be found.
 */
export class IndexFollower {
  readonly #platform: Platform;
  readonly #sources: FollowedSources;
  readonly #segmenter: Segmenter;

  constructor(platform: Platform, sources: FollowedSources, segmenter: Segmenter) {
    this.#platform = platform;
    this.#sources = sources;
    this.#segmenter = segmenter;
  }

  /** @returns how many items were read */
  async catchUp(signal?: AbortSignal): Promise<number> {
    let read = 0;
    for (;;) {
      const batch = await this.#follow();
      read += batch;
      if (batch === 0 || signal?.aborted) break;
    }
    if (read > 0 || (await wordsCountedAt(this.#db)) === null) await this.countWords();
    return read;
  }

  /** One batch, so that a page shows what has just become public and nobody waits for a whole library. */
  async keepUp(): Promise<void> {
    await this.#follow();
  }

  /** Part of the version of public pages. */
  async dataVersion(): Promise<string> {
    return String(await readProgress(this.#db));
  }

  /** Words for corrections and suggestions; at most every ten minutes, for it reads the whole index. */
  async countWords(): Promise<void> {
    const at = this.#platform.clock.now();
    const counted = await wordsCountedAt(this.#db);
    if (counted && at.getTime() - counted.getTime() < WORDS_EVERY_MS) return;
    const words = (await countTellingWords(this.#db)).map((word) => ({ ...word, pinyin: soundOf(word.word) }));
    await this.#db.transaction().execute((tx) => replaceWords(tx, words, at));
  }

  /** Documents take effect and lapse without being written to. @returns how many turned */
  async refreshValidities(): Promise<number> {
    let turned = 0;
    for (let after = 0; ; ) {
      const indexed = await indexedValidities(this.#db, after, 1000);
      const last = indexed.at(-1);
      if (!last) return turned;
      const today = await this.#sources.validities(indexed.map((entry) => entry.number));
      const changed = indexed
        .map(({ number, validity }) => ({ number, validity, now: today.get(number) ?? null }))
        .filter((entry) => entry.validity !== entry.now);
      await putValidities(
        this.#db,
        changed.map(({ number, now }) => ({ number, validity: now })),
      );
      turned += changed.length;
      after = last.number;
    }
  }

  /** Words are cut before the cursor is locked: nobody waits for that. */
  async #follow(): Promise<number> {
    const from = await readProgress(this.#db);
    const { cursor, items } = await this.#sources.open.changedSince(from, BATCH);
    if (items.length === 0) return 0;
    const shown = items.filter((item) => item.status === 'public');
    const validities = await this.#sources.validities(shown.map((item) => item.number));
    const entries = shown.map((item) => {
      const entry = entryOf(item, validities.get(item.number) ?? null);
      return { entry, words: wordsOf(this.#segmenter, entry) };
    });
    await this.#db.transaction().execute(async (tx) => {
      if ((await lockProgress(tx)) !== from) return;
      const gone = items.filter((item) => item.status !== 'public');
      await removeEntries(
        tx,
        gone.map((item) => item.number),
      );
      await putEntries(tx, entries);
      await saveProgress(tx, cursor);
    });
    return items.length;
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
