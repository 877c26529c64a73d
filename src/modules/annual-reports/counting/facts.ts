import type { Actor } from '../../../kernel/permissions.ts';
import type { FeeFact, ProceedingFact, RequestFact } from '../../disclosure-requests/index.ts';
import type { NormativeFacts } from '../../library/index.ts';

/** What the platform has on record of a year, of one unit or of several. */
export interface YearFacts {
  readonly requests: readonly RequestFact[];
  readonly proceedings: readonly ProceedingFact[];
  /** Part two counts them by the library's derived validity, never by a mark set by hand. */
  readonly documents: readonly NormativeFacts[];
  readonly fees: readonly FeeFact[];
}

/** Whose facts; of which year. */
export interface FactsQuery {
  readonly unitIds: string[];
  readonly year: number;
}

/** Where the facts of disclosure requests come from. */
export interface RequestFacts {
  requests(actor: Actor, query: FactsQuery): Promise<readonly RequestFact[]>;
  proceedings(actor: Actor, query: FactsQuery): Promise<readonly ProceedingFact[]>;
  fees(actor: Actor, query: FactsQuery): Promise<readonly FeeFact[]>;
}

export type { FeeFact, NormativeFacts, ProceedingFact, RequestFact };
