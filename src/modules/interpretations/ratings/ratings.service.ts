import { AppError } from '../../../kernel/app-error.ts';
import { localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OpenPublications } from '../../publications/index.ts';
import { type RatingFigures, raterKey, ratingFigures } from './rating.ts';
import { lastRatingAt, putRating, ratingsOf, ratingsOn } from './ratings.store.ts';

/** More ratings of one interpretation on one day are no readers. */
const MOST_A_DAY = 2000;
/** Pages show new ratings after at most so long: each change of the pages' version makes them all anew. */
const SHOWN_EVERY_MS = 10 * 60_000;

/** Readers say whether they understood (ITP-11): one rating a day from one connection, without keeping whose it is. */
export class RatingsService {
  readonly #platform: Platform;
  readonly #open: OpenPublications;

  constructor(platform: Platform, open: OpenPublications) {
    this.#platform = platform;
    this.#open = open;
  }

  /** @throws AppError `not-found` (404) for what is no public interpretation, `too-many-requests` (429) when it is being flooded */
  async rate(number: number, stars: number, connection: string): Promise<void> {
    const item = await this.#open.item(number);
    if (item?.kind !== 'interpretation' || item.status !== 'public')
      throw new AppError('not-found', 404, '没有找到这条解读，它可能已经撤回。');
    const at = this.#platform.clock.now();
    const day = localDateAt(at);
    if ((await ratingsOn(this.#db, number, day)) >= MOST_A_DAY)
      throw new AppError('too-many-requests', 429, '今天的评价已经很多，请明天再来。');
    const rater = raterKey(this.#platform.secrets.key('interpretation ratings'), number, day, connection);
    await putRating(this.#db, { number, day, rater, stars, at });
  }

  async figures(numbers: readonly number[]): Promise<ReadonlyMap<number, RatingFigures>> {
    const given = Map.groupBy(await ratingsOf(this.#db, numbers), (one) => one.number);
    return new Map(numbers.map((number) => [number, ratingFigures(given.get(number) ?? [])]));
  }

  /** Part of the version of public pages. */
  async dataVersion(): Promise<string> {
    const last = await lastRatingAt(this.#db);
    return last ? String(Math.floor(last.getTime() / SHOWN_EVERY_MS)) : '0';
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
