import { AppError } from '../../../kernel/app-error.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { OpenItemSummary, OpenPublications } from '../../publications/index.ts';
import { raterKey } from '../ratings/rating.ts';
import { INTERPRETATION_KINDS, publicItems } from '../registers/public-names.ts';
import { type Contest, type ContestResult, contestOf, contestResults, whyNoBallot } from './contest.ts';
import { putBallot, votesOf, votesOn } from './votes.store.ts';

/** More choices in one contest on one day are no voters. */
const MOST_A_DAY = 50_000;
const KIND = 'interpretationContest';
const MOST_SHOWN = 100;

export interface ContestWithCandidates {
  readonly contest: Contest;
  readonly candidates: readonly OpenItemSummary[];
  /** Null until voting has ended. */
  readonly results: readonly ContestResult[] | null;
}

/** The yearly contest of interpretations (ITP-12): anybody may vote without signing in, and nobody knows who did. */
export class ContestsService {
  readonly #platform: Platform;
  readonly #open: OpenPublications;

  constructor(platform: Platform, open: OpenPublications) {
    this.#platform = platform;
    this.#open = open;
  }

  /** Newest first. */
  async list(): Promise<Contest[]> {
    const { items } = await this.#open.items({ kinds: [KIND], sort: '-datedOn', page: 1, pageSize: MOST_SHOWN });
    return items.flatMap((item) => contestOf(item, this.today) ?? []);
  }

  /** @throws AppError `not-found` (404) */
  async get(number: number): Promise<ContestWithCandidates> {
    const item = await this.#open.item(number);
    const contest = item?.kind === KIND && item.status === 'public' ? contestOf(item, this.today) : undefined;
    if (!contest) throw new AppError('not-found', 404, '没有找到这次评选，它可能已经撤回。');
    const named = (await this.#open.related(number)).flatMap((relation) =>
      relation.direction === 'to' && relation.type === 'candidate' && relation.number !== null ? [relation.number] : [],
    );
    const items = await publicItems(this.#open, named);
    const candidates = [...new Set(named)].flatMap((one) => {
      const candidate = items.get(one);
      return candidate?.status === 'public' && INTERPRETATION_KINDS.includes(candidate.kind) ? [candidate] : [];
    });
    const results =
      contest.phase === 'closed'
        ? contestResults(
            candidates.map((one) => one.number),
            await votesOf(this.#db, number),
          )
        : null;
    return { contest, candidates, results };
  }

  /**
   * One ballot a day from one network; a later one of the same day takes its place.
   * @throws AppError `invalid` (422) with the reason, `too-many-requests` (429) when it is being flooded
   */
  async vote(number: number, chosen: readonly number[], connection: string): Promise<void> {
    const { contest, candidates } = await this.get(number);
    const ballot = [...new Set(chosen)];
    const why = whyNoBallot(contest, new Set(candidates.map((one) => one.number)), ballot);
    if (why) throw new AppError('invalid', 422, why, { reasons: [{ field: 'candidates', message: why }] });
    const day = this.today;
    if ((await votesOn(this.#db, number, day)) >= MOST_A_DAY)
      throw new AppError('too-many-requests', 429, '今天的投票已经很多，请明天再来。');
    const voter = raterKey(this.#platform.secrets.key('interpretation votes'), number, day, connection);
    await this.#db.transaction().execute((tx) => putBallot(tx, { contest: number, day, voter, candidates: ballot }));
  }

  get today(): LocalDate {
    return localDateAt(this.#platform.clock.now());
  }

  get #db() {
    return this.#platform.database.kysely;
  }
}
