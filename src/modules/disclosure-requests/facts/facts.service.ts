import { localDate } from '../../../kernel/local-date.ts';
import { type Actor, can } from '../../../kernel/permissions.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ProceedingViewsService } from '../proceedings/proceeding-views.service.ts';
import type { FeeFact, ProceedingFact, RequestFact } from '../request-facts.ts';
import { feesPaid, requestFacts } from './facts.store.ts';

/** What the annual report of a year counts (RPT-2), as far as the person may read the cases of the units. */
export class FactsService {
  readonly #platform: Pick<Platform, 'database'>;
  readonly #proceedings: Pick<ProceedingViewsService, 'facts'>;

  constructor(platform: Pick<Platform, 'database'>, proceedings: Pick<ProceedingViewsService, 'facts'>) {
    this.#platform = platform;
    this.#proceedings = proceedings;
  }

  /** Received before the year's end and not decided before its beginning. */
  requests(actor: Actor, of: { readonly unitIds: readonly string[]; readonly year: number }): Promise<RequestFact[]> {
    return requestFacts(this.#platform.database.kysely, within(actor, of));
  }

  /** Received before the year's end and not closed before its beginning. */
  proceedings(
    actor: Actor,
    of: { readonly unitIds: readonly string[]; readonly year: number },
  ): Promise<ProceedingFact[]> {
    return this.#proceedings.facts(actor, of);
  }

  /** Fees paid in the year. */
  fees(actor: Actor, of: { readonly unitIds: readonly string[]; readonly year: number }): Promise<FeeFact[]> {
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
