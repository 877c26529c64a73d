import { type LocalDate, localDateAt } from '../../../kernel/local-date.ts';
import type { Actor } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { LibraryServices } from '../../library/index.ts';
import { type CountedYear, countYear } from './count-year.ts';
import type { RequestFacts } from './facts.ts';

/** A figure is the same for whoever may read the report; the records themselves ask for rights of their own. */
const COUNTER: Actor = { type: 'system' };

/** Counts a year of some units from what stands on record at this moment. */
export class YearCounts {
  readonly #platform: Platform;
  readonly #requests: RequestFacts;
  readonly #library: Pick<LibraryServices, 'open'>;

  constructor(
    platform: Platform,
    below: { readonly requests: RequestFacts; readonly library: Pick<LibraryServices, 'open'> },
  ) {
    this.#platform = platform;
    this.#requests = below.requests;
    this.#library = below.library;
  }

  async of(unitIds: readonly string[], year: number): Promise<CountedYear> {
    const query = { unitIds: [...unitIds], year };
    const { open } = this.#library;
    const facts = {
      requests: await this.#requests.requests(COUNTER, query),
      proceedings: await this.#requests.proceedings(COUNTER, query),
      documents: await open.normativeFacts(unitIds),
      fees: await this.#requests.fees(COUNTER, query),
    };
    return countYear(facts, year, this.today, await open.termRules());
  }

  get today(): LocalDate {
    return localDateAt(this.#platform.clock.now());
  }
}
