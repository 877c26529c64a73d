import { createHash } from 'node:crypto';
import type { Clock } from '../../../kernel/clock.ts';
import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { CasesDoor } from '../../cases/index.ts';
import { MESSAGE_KINDS } from '../kinds/message-kinds.ts';
import { type PublicFigures, publicFigures } from './public-figures.ts';

/** Pages show new figures after at most so long: each change of the pages' version makes them all anew. */
const SHOWN_EVERY_MS = 10 * 60_000;

interface CountedCases {
  readonly figures: Pick<CasesDoor['figures'], 'list'>;
}

/** How messages of this year were handled, for everybody (MSG-12, MSG-C5): counted from the cases, kept for some minutes. */
export class PublicFiguresService {
  readonly #cases: CountedCases;
  readonly #clock: Clock;
  #kept: { readonly at: number; readonly year: number; readonly figures: PublicFigures } | undefined;
  #reading: Promise<PublicFigures> | undefined;

  constructor(cases: CountedCases, clock: Clock) {
    this.#cases = cases;
    this.#clock = clock;
  }

  /** Nobody waits for a new count but the first who asks. */
  async current(): Promise<PublicFigures> {
    const now = this.#clock.now();
    const kept = this.#kept;
    const isFresh = kept && now.getTime() - kept.at < SHOWN_EVERY_MS && kept.figures.until.slice(0, 4) === yearOf(now);
    if (isFresh) return kept.figures;
    this.#reading ??= this.#read(now).finally(() => {
      this.#reading = undefined;
    });
    if (!kept) return this.#reading;
    // Older figures are better than a page that fails; the next one who asks tries again.
    this.#reading.catch(() => undefined);
    return kept.figures;
  }

  /** Part of the version of public pages. */
  async dataVersion(): Promise<string> {
    const { until: _until, ...figures } = await this.current();
    return createHash('sha256').update(JSON.stringify(figures)).digest('base64url').slice(0, 12);
  }

  async #read(now: Date): Promise<PublicFigures> {
    const until = localDateAt(now);
    const from = `${until.slice(0, 4)}-01-01` as LocalDate;
    const rows = await this.#cases.figures.list({ type: 'system' }, { from, to: until });
    const known = new Set(MESSAGE_KINDS.map((kind) => kind.code));
    const figures = publicFigures(
      rows.filter((row) => known.has(row.kind)),
      until,
    );
    this.#kept = { at: now.getTime(), year: figures.year, figures };
    return figures;
  }
}

function yearOf(now: Date): string {
  return localDateAt(now).slice(0, 4);
}
