import { localDate } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { RequestFact } from '../request-facts.ts';
import { feesPaid, requestFacts } from './facts.store.ts';

/** What the annual report of a year counts (RPT-2), as far as the person may read the cases of the units. */
export class FactsService {
  readonly #platform: Pick<Platform, 'database'>;

  constructor(platform: Pick<Platform, 'database'>) {
    this.#platform = platform;
  }

  /** Received before the year's end and not decided before its beginning. */
  requests(actor: Actor, of: { readonly unitIds: readonly string[]; readonly year: number }): Promise<RequestFact[]> {
    return requestFacts(this.#platform.database.kysely, within(actor, of));
  }

  /** Yuan of fees paid in the year. */
  fees(actor: Actor, of: { readonly unitIds: readonly string[]; readonly year: number }): Promise<number> {
    return feesPaid(this.#platform.database.kysely, within(actor, of));
  }
}

function within(actor: Actor, { unitIds, year }: { readonly unitIds: readonly string[]; readonly year: number }) {
  const isAllowed = (unitId: string) =>
    actor.type === 'system' || can(actor, 'read', { kind: 'case', state: 'closed', unitIds: [unitId] });
  return {
    unitIds: unitIds.filter(isAllowed),
    from: localDate(`${year}-01-01`),
    to: localDate(`${year}-12-31`),
  };
}
