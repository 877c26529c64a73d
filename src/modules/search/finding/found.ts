import type { LocalDate } from '../../../kernel/local-date.ts';
import type { Term } from '../query/parse-query.ts';
import type { FacetCounts } from './facets.ts';
import type { MarkedPiece } from './passages.ts';

/** One result as people see it. */
export interface SearchResult {
  readonly number: number;
  readonly kind: string;
  readonly unitId: string;
  readonly validity: string | null;
  readonly datedOn: LocalDate;
  readonly documentNumber: string | null;
  readonly title: readonly MarkedPiece[];
  readonly passage: readonly MarkedPiece[];
}

export interface SearchAnswer {
  readonly written: string;
  readonly total: number;
  /** True when there are more than were counted. */
  readonly more: boolean;
  readonly results: readonly SearchResult[];
  /** Kept by the office for this query; shown first, on the first page. */
  readonly best: readonly (SearchResult & { readonly note: string | null })[];
  readonly facets: FacetCounts;
  /** What the reader may have meant; its results are not shown unless asked for. */
  readonly correction: string | null;
  /** Nothing held all the words, so these hold some of them. */
  readonly relaxed: boolean;
}

/** What a question is about, for readers that look further into the texts. */
export interface Relevant {
  /** The most relevant first. */
  readonly numbers: readonly number[];
  /** What is looked for, each with the number of entries in which it stands. */
  readonly terms: readonly (Term & { readonly entries: number })[];
}
