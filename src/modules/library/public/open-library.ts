import type { LocalDate } from '../../../kernel/local-date.ts';
import type { DailyFigureRow } from '../shelf/shelf-tables.store.ts';
import type { DatedRelation, ValidityFacts, ValidityState } from '../validity/validity.ts';
import type { Facet } from './library-filter.ts';

/** One line of a list. */
export interface ListedDocument {
  readonly number: number;
  readonly kind: string;
  readonly unitId: string;
  readonly title: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly issuer: string | null;
  readonly datedOn: LocalDate;
  readonly topic: string | null;
  readonly tags: readonly string[];
  readonly audiences: readonly string[];
  readonly normative: boolean;
  readonly summary: string;
  readonly statutoryClass: string | null;
  readonly validity: ValidityState;
  readonly validitySince: LocalDate;
  readonly lastDay: LocalDate | null;
  readonly relations: readonly DatedRelation[];
  readonly interpreted: boolean;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  readonly changedAt: Date;
}

/** What is needed to tell how a normative document stood on any day. */
export interface NormativeFacts extends ValidityFacts {
  readonly number: number;
  readonly unitId: string;
  readonly documentNumber: string | null;
}

export interface FacetCount {
  readonly value: string;
  readonly count: number;
  /** The wider audience that it is a kind of; other facets have none. */
  readonly parent?: string | null;
}

export interface LibraryPage {
  readonly items: readonly ListedDocument[];
  readonly total: number;
  readonly page: number;
  readonly facets: Readonly<Record<Facet, readonly FacetCount[]>>;
}

/** How one column of one unit stands. */
export interface ColumnFigure {
  readonly unitId: string;
  readonly column: string;
  readonly count: number;
  readonly newest: LocalDate;
}

export interface DailyFigure extends Omit<DailyFigureRow, 'in_force' | 'made_at'> {
  readonly inForce: number;
}
